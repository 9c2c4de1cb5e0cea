import { describe, expect, test } from "vitest";
import { markingForm } from "~/domain/assessment/marking/marking-form";
import { markingNotes } from "~/domain/assessment/marking/marking";
import {
  awaitingMarks,
  levelsOf,
  markedByOfficer,
  paperCode,
  rubricPoints,
  type RubricQuestion,
} from "~/domain/assessment/marking/rubric";
import type { Paper } from "~/domain/assessment/paper";
import { NO_TREATMENT } from "~/domain/assessment/regrade/adjustment";
import { rubric } from "../../support/marking";
import { reflection, single } from "../../support/questions";

const question = reflection("tu-luan", "viet", { rubric, marks: 2 }) as RubricQuestion;
const paper: Paper = {
  seed: "s",
  shuffleOptions: true,
  questions: [single("q-1"), question, reflection("cho-minh")],
  treatment: NO_TREATMENT,
};
const written = (more: object = {}) => [{ questionId: "tu-luan", response: { text: "…" }, marked: false, ...more }];

describe("marking by a rubric", () => {
  test("gives the share of the rubric's maximum, of the marks of the question", () => {
    expect(rubricPoints(question, { "nhan-dien": 2, "cach-xu-ly": 1 })!.points).toBe(2);
    expect(rubricPoints(question, { "nhan-dien": 1, "cach-xu-ly": 0 })).toEqual({
      points: 0.4,
      rubric: { "nhan-dien": 1, "cach-xu-ly": 0 },
    });
    expect(rubricPoints(question, { "nhan-dien": 0, "cach-xu-ly": 0 })!.points).toBe(0);
    expect(rubricPoints({ rubric: question.rubric, marks: 1 }, { "nhan-dien": 2, "cach-xu-ly": 0 })!.points).toBe(0.4);
  });

  test("takes one level at each criterion, and no other", () => {
    expect(rubricPoints(question, { "nhan-dien": 1 })).toBeNull();
    expect(rubricPoints(question, { "nhan-dien": 3, "cach-xu-ly": 0 })).toBeNull();
    const read = (fields: object) => markingForm(question.rubric).safeParse(fields);
    expect(read({ "level-nhan-dien": "1", "level-cach-xu-ly": "0", comment: "  Rõ ràng. " }).data).toEqual({
      chosen: { "nhan-dien": 1, "cach-xu-ly": 0 },
      comment: "Rõ ràng.",
    });
    for (const wrong of [{}, { "level-nhan-dien": "1" }, { "level-nhan-dien": "3", "level-cach-xu-ly": "0" }])
      expect(read(wrong).success).toBe(false);
    expect(read({ "level-nhan-dien": "1", "level-cach-xu-ly": "01" }).success).toBe(false);
  });

  test("finds the levels of a mark again", () => {
    expect(levelsOf(question.rubric, { "nhan-dien": 2, "cach-xu-ly": 3 })).toEqual({ "nhan-dien": 2, "cach-xu-ly": 1 });
    expect(levelsOf(question.rubric, { "nhan-dien": 7 })).toEqual({});
  });

  test("is for answered questions with a rubric, unless they count for nothing or in full for all", () => {
    expect(markedByOfficer(paper).map(({ number }) => number)).toEqual([2]);
    expect(awaitingMarks(paper, written())).toHaveLength(1);
    expect(awaitingMarks(paper, written({ markedPoints: 0 }))).toEqual([]);
    expect(awaitingMarks(paper, written({ response: null }))).toEqual([]);
    expect(awaitingMarks(paper, [])).toEqual([]);
    const voided = { ...paper, treatment: { ...NO_TREATMENT, voided: new Set(["tu-luan"]) } };
    const full = { ...paper, treatment: { ...NO_TREATMENT, fullMarks: new Set(["tu-luan"]) } };
    expect(awaitingMarks(voided, written())).toEqual([]);
    expect(awaitingMarks(full, written())).toEqual([]);
  });

  test("a paper has a number, and the same one every time", () => {
    expect(paperCode("0c9a4f6e-4f0b-4a1d-9c1e-0f6f7f1f2a3b")).toBe("0C9A4F6E");
  });
});

describe("what the person reads of it", () => {
  const marking = {
    questionId: "tu-luan",
    points: 0.4,
    rubric: { "nhan-dien": 1, "cach-xu-ly": 0 },
    comment: "Cần nêu căn cứ.",
    at: new Date(),
    actorName: "x",
  };
  const notes = (allowed: Parameters<typeof markingNotes>[0]["allowed"], answers = written({ markedPoints: 0.4 })) =>
    markingNotes({ paper, answers, markings: [marking], allowed });

  test("the levels and the comment, with points only where marks may be seen", () => {
    expect(notes(["correctness", "marks"])["tu-luan"]).toEqual({
      comment: "Cần nêu căn cứ.",
      levels: [
        { criterion: "Nhận diện vấn đề", level: "Nhận ra một phần", points: 1, most: 2 },
        { criterion: "Cách xử lý", level: "Chưa đúng quy định", points: 0, most: 3 },
      ],
    });
    expect(notes(["correctness"])["tu-luan"]!.levels[0]).toMatchObject({ points: null, most: null });
    expect(notes(["response"])).toEqual({});
  });

  test("nothing of a mark that the answer has outgrown", () => {
    expect(notes(["correctness", "marks"], written())).toEqual({});
  });
});
