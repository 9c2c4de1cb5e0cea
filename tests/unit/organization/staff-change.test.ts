import { describe, expect, test } from "vitest";
import { detailsForm, postForm } from "~/domain/organization/staff-change-form";
import {
  type Decision,
  detailsFault,
  leavingFault,
  type NewPost,
  type PresentPost,
  returnFault,
  transferFault,
} from "~/domain/organization/staff-change";

const today = "2026-11-23";
const decision: Decision = { number: "12/QĐ-SNV", decidedOn: "2026-11-10" };
const present: PresentPost = {
  unitId: "A",
  positionTitle: "Chuyên viên",
  staffCategory: "civil_servant",
  since: "2025-07-01",
  leftOn: null,
};
const next = (more: Partial<NewPost> = {}): NewPost => ({
  unitId: "B",
  positionTitle: "Chuyên viên",
  staffCategory: "civil_servant",
  from: "2026-11-20",
  ...more,
});
const move = (more: Partial<NewPost> = {}, before: Partial<PresentPost> = {}, by: Decision | null = decision) =>
  transferFault({ present: { ...present, ...before }, next: next(more), decision: by, today });

describe("A transfer", () => {
  test("may begin today, and on any day after the present post began", () => {
    expect([move(), move({ from: today }), move({ from: "2025-07-02" })]).toEqual([null, null, null]);
  });

  test("is refused in the future, and where the present post would never have been", () => {
    expect(move({ from: "2026-11-24" })).toBe("first-day-in-future");
    expect(move({ from: "2025-07-01" })).toBe("not-after-present-post");
    expect(move({ from: "2025-01-01" })).toBe("not-after-present-post");
    expect(move({}, {}, { ...decision, decidedOn: "2026-11-24" })).toBe("decided-in-future");
  });

  test("has to change the unit, the position or the staff category", () => {
    expect(move({ unitId: "A" })).toBe("nothing-changes");
    expect(move({ unitId: "A", positionTitle: "Phó Trưởng phòng" })).toBeNull();
    expect(move({ unitId: "A", staffCategory: "cadre" })).toBeNull();
  });

  test("is not for somebody who has left", () => {
    expect(move({}, { leftOn: "2026-10-01" })).toBe("has-left");
  });
});

describe("Leaving", () => {
  const leave = (lastDay: string, before: Partial<PresentPost> = {}) =>
    leavingFault({ present: { ...present, ...before }, lastDay, decision, today });

  test("is recorded once the last day is over, and not before the post began", () => {
    expect(leave("2026-11-22")).toBeNull();
    expect(leave(today)).toBe("last-day-not-over");
    expect(leave("2025-06-30")).toBe("before-present-post");
    expect(leave("2025-07-01")).toBeNull();
  });

  test("happens once", () => {
    expect(leave("2026-11-22", { leftOn: "2026-10-01" })).toBe("has-left");
  });

  test("can be followed by coming back, from the day on which the person was gone", () => {
    const back = (from: string, leftOn: string | null = "2026-10-01") =>
      returnFault({ present: { ...present, leftOn }, from, decision, today });
    expect(back("2026-10-01")).toBeNull();
    expect(back("2026-09-30")).toBe("before-leaving");
    expect(back("2026-11-24")).toBe("first-day-in-future");
    expect(back(today, null)).toBe("is-there");
  });
});

describe("Details of a person", () => {
  const before = { fullName: "Lê Thị Lan", staffNumber: "AG1", email: null, recruitedOn: "2025-07-01" };
  const correct = (more: object) =>
    detailsFault({ before, after: { ...before, ...more }, firstPostOn: "2025-07-01", today });

  test("are corrected when something differs, and recruitment comes before the first post", () => {
    expect(correct({})).toBe("no-details-change");
    expect(correct({ fullName: "Lê Thị Liên" })).toBeNull();
    expect(correct({ recruitedOn: "2020-01-01" })).toBeNull();
    expect(correct({ recruitedOn: "2025-08-01" })).toBe("recruited-after-first-post");
    expect(correct({ recruitedOn: "2026-11-24" })).toBe("recruited-in-future");
    expect(correct({ recruitedOn: null })).toBeNull();
  });

  test("take no personal ID among the documents that were seen", () => {
    const form = { intent: "make", fullName: "Lê Thị Liên", staffNumber: "ag1", reason: "Sai tên đệm" };
    const read = (evidence: string) => detailsForm.safeParse({ ...form, evidence });
    expect(read("Căn cước công dân, bản gốc")).toMatchObject({ success: true, data: { staffNumber: "AG1" } });
    for (const evidence of ["CCCD 001190000001", "CCCD 001 190 000 001", "CCCD 001.190.000.001"]) {
      expect(read(evidence).success, evidence).toBe(false);
    }
  });
});

test("A form for a post reads its days as they are written, and says field by field what is wrong", () => {
  const form = {
    intent: "show",
    unit: "P-B",
    positionTitle: "  Kế toán ",
    from: "20/11/2026",
    staffCategory: "cadre",
    decisionNumber: "12/QĐ-SNV",
    decidedOn: "10/11/2026",
  };
  expect(postForm.parse(form)).toMatchObject({ positionTitle: "Kế toán", from: "2026-11-20", decidedOn: "2026-11-10" });
  const wrong = postForm.safeParse({ ...form, from: "20/13/2026", decisionNumber: " " });
  expect(wrong.error!.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["from", "staffChange.needsFrom"],
    ["decisionNumber", "staffChange.needsNumber"],
  ]);
});
