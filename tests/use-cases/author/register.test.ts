import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { documentForm, formValues } from "~/domain/documents/document-form";
import { db } from "~/platform/db.server";
import { exportDocument, openDocument, saveDocument } from "~/use-cases/author/save-document";
import { viewCoverage, viewDocument } from "~/use-cases/author/view-document";
import { checkDraft } from "~/use-cases/author/draft-base";
import { filesInUse } from "~/use-cases/author/files-in-use";
import { publishContent } from "~/use-cases/system/publish-content";
import { buildUnit, buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";

useDatabase();

const COURSE = "van-hoa-cong-vu";
const SCHEME = "1847/QĐ-TTg";
const now = new Date("2026-11-23T02:00:00Z");
let contentDir: string;
let viewer: Viewer;

beforeAll(async () => {
  forgetVersions();
  contentDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-register-"));
  await cp("content/documents", path.join(contentDir, "documents"), { recursive: true });
  await cp(`content/courses/${COURSE}`, path.join(contentDir, "courses", COURSE), { recursive: true });
  const unit = await buildUnit({ code: "AG" });
  viewer = await buildViewer({ unit, roles: [{ role: "training_officer", unit }] });
  await publishContent({ contentDir, now });
});
afterAll(() => rm(contentDir, { recursive: true, force: true }));

async function change(number: string, more: Record<string, string>, over?: string) {
  const open = await openDocument({ number });
  const values = documentForm.parse({ ...formValues(open.document), over: over ?? open.over, ...more });
  return saveDocument({ viewer, number, values, now });
}
const add = (more: Record<string, string>) =>
  saveDocument({
    viewer,
    number: null,
    values: documentForm.parse({ number: "9/2026/NĐ-CP", title: "Nghị định mới", issuer: "Chính phủ", kind: "nghị định", status: "in-force", ...more }), // prettier-ignore
    now,
  });

describe("the register in the studio", () => {
  test("takes a new document, and no number twice", async () => {
    expect(await add({})).toEqual({ kind: "saved" });
    expect(await add({})).toEqual({ kind: "refused", reason: "number-taken" });
    const { history } = await viewDocument({ number: "9/2026/NĐ-CP", now });
    expect(history.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["document.registered", viewer.displayName],
    ]);
  });

  test("is changed over what the form was filled in for; who comes second is told", async () => {
    const { over } = await openDocument({ number: "9/2026/NĐ-CP" });
    expect(await change("9/2026/NĐ-CP", { note: "Đã đối chiếu Công báo." }, over)).toEqual({ kind: "saved" });
    expect(await change("9/2026/NĐ-CP", { note: "Khác" }, over)).toEqual({ kind: "refused", reason: "overtaken" });
    expect(await change("9/2026/NĐ-CP", {})).toEqual({ kind: "unchanged" });
  });

  test("knows no replacement that is not registered, and none that runs in a circle", async () => {
    expect(await change("9/2026/NĐ-CP", { replacedBy: "10/2026/NĐ-CP" })).toMatchObject({
      reason: "replacement-unknown",
    });
    expect(await change("733/QĐ-TTg", { replacedBy: "9/2026/NĐ-CP" })).toEqual({ kind: "saved" });
    expect(await change("9/2026/NĐ-CP", { replacedBy: "733/QĐ-TTg" })).toMatchObject({ reason: "replacement-circle" });
    const { predecessors } = await viewDocument({ number: "9/2026/NĐ-CP", now });
    expect(predecessors.map(({ number }) => number)).toEqual(["733/QĐ-TTg"]);
  });

  test("shows who cites a document, in which versions, and clause by clause", async () => {
    const view = await viewDocument({ number: SCHEME, now });
    expect(view.citedBy[0]!.lessons.length).toBeGreaterThan(3);
    expect(view.versions).toMatchObject([{ slug: COURSE, versions: [{ number: 1, current: true }] }]);
    const { matrix } = await viewCoverage({ number: SCHEME, now });
    expect(matrix.rows.length).toBeGreaterThan(1);
    expect(matrix.rows.reduce((sum, { questions }) => sum + questions, 0)).toBeGreaterThan(10);
  });

  test("the folder does not overwrite what was changed here, and says so; its exported file makes the folder lead again", async () => {
    const file = path.join(contentDir, "documents", "80-2025-qh15.yaml");
    const number = "80/2025/QH15";
    await change(number, { note: "Ghi chú từ trình duyệt." });
    expect((await publishContent({ contentDir, now })).problems).toEqual([]);
    await writeFile(file, (await readFile(file, "utf8")).replace(/^note: .*$/m, "note: Ghi chú từ thư mục."));
    const told = await publishContent({ contentDir, now });
    expect(told.problems).toMatchObject([
      { rule: "document-changed-in-browser", severity: "warning", values: { number } },
    ]);
    expect((await viewDocument({ number, now })).document.note).toBe("Ghi chú từ trình duyệt.");
    await writeFile(file, (await exportDocument({ number })).bytes);
    expect((await publishContent({ contentDir, now })).problems).toEqual([]);
    expect(await viewDocument({ number, now })).toMatchObject({ changedInBrowser: false, inFolder: true });
    await writeFile(file, (await readFile(file, "utf8")).replace(/^note: .*$/m, "note: Lại từ thư mục."));
    await publishContent({ contentDir, now });
    expect((await viewDocument({ number, now })).document.note).toBe("Lại từ thư mục.");
  });

  test("a document that expires on a day blocks publishing from that day, and what is published stays", async () => {
    await change(SCHEME, { expiredOn: "01/01/2027" });
    const rules = async (at: Date) => {
      const { check } = await checkDraft(db, { slug: COURSE, files: await filesInUse(COURSE), now: at });
      return check.problems.map(({ rule }) => rule);
    };
    expect(await rules(new Date("2026-12-31T05:00:00Z"))).not.toContain("document-expired");
    expect(await rules(new Date("2027-01-01T05:00:00Z"))).toContain("document-expired");
    const late = await publishContent({ contentDir, now: new Date("2027-01-01T05:00:00Z") });
    expect(late.courses).toMatchObject([{ folder: COURSE, outcome: "refused", version: 1 }]);
    expect(late.problems.filter(({ rule }) => rule === "document-expired").length).toBeGreaterThan(20);
    expect((await viewDocument({ number: SCHEME, now: new Date("2027-01-01T05:00:00Z") })).document.status).toBe(
      "expired",
    );
    expect(await db.courseVersion.count()).toBe(1);
  });
});
