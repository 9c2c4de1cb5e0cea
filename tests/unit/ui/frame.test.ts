import { describe, expect, test } from "vitest";
import type { RoleName, Viewer } from "~/domain/auth/permissions";
import { firstPathFor, sectionsFor } from "~/ui/frame/navigation";
import { pageHandleOf } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { jsonForHtml } from "~/ui/frame/words-for-browser";

function viewer(roles: RoleName[], { onStaffList = true } = {}): Viewer {
  return {
    accountId: "a",
    sessionIdHash: "s",
    displayName: "Nguyễn Văn An",
    identifier: "an",
    mustChangePassword: false,
    official: onStaffList
      ? {
          id: "o",
          fullName: "Nguyễn Văn An",
          positionTitle: "Chuyên viên",
          unitId: "u",
          unitName: "Sở Nội vụ",
          unitPath: "AG/SNV",
        }
      : null,
    roles: roles.map((role) => ({ role, unitId: "u", unitPath: "AG", unitName: "An Giang" })),
    ip: null,
  };
}

describe("the navigation", () => {
  test("of somebody without a role is their learning and their record", () => {
    expect(sectionsFor(viewer([]))).toEqual(["learning", "record"]);
  });

  test("has what the role is for", () => {
    expect(sectionsFor(viewer(["hr"]))).toEqual([
      "learning",
      "record",
      "overview",
      "staff",
      "assignments",
      "evaluation",
    ]);
    expect(sectionsFor(viewer(["head"]))).toContain("overview");
    expect(sectionsFor(viewer(["training_officer"]))).toEqual([
      "learning",
      "record",
      "library",
      "reviews",
      "documents",
      "checks",
    ]);
  });

  test("of an account that belongs to nobody has nothing to learn", () => {
    expect(sectionsFor(viewer(["administrator"], { onStaffList: false }))).toEqual([
      "accounts",
      "audit",
      "settings",
      "integrations",
    ]);
  });

  test("begins with learning, or with what the role is for", () => {
    expect(firstPathFor(viewer(["hr"]))).toBe("/learn");
    expect(firstPathFor(viewer(["administrator"], { onStaffList: false }))).toBe("/admin/accounts");
    expect(firstPathFor(viewer([], { onStaffList: false }))).toBe("/account/password");
  });
});

describe("the handles of a page", () => {
  test("without any, no script is sent", () => {
    expect(pageHandleOf([undefined, undefined])).toEqual({
      script: false,
      words: [],
      section: undefined,
      quiet: false,
    });
  });

  test("are taken together; the innermost section is lit", () => {
    const outer = { words: ["kit"], section: "overview" };
    const inner = { script: true, words: ["kit", "frame"], section: "staff" };
    expect(pageHandleOf([undefined, outer, inner])).toEqual({
      script: true,
      words: ["kit", "frame"],
      section: "staff",
      quiet: false,
    });
  });
});

test("the title of a page ends with the name of the site", () => {
  expect(pageMeta({ data: { title: "Việc học của tôi" } })).toEqual([{ title: "Việc học của tôi – Chuẩn mực" }]);
  expect(pageMeta({ data: undefined })).toEqual([{ title: "Chuẩn mực" }]);
});

test("words in the page cannot end their element", () => {
  const json = jsonForHtml({ text: "</script><!-- & \u2028" });
  expect(json).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(json)).toEqual({ text: "</script><!-- & \u2028" });
});
