import { describe, expect, test } from "vitest";
import type { AttemptFact } from "~/domain/assessment/attempt-policy";
import { resultView } from "~/domain/assessment/result-view";
import type { TestPolicy } from "~/domain/courses/course";
import { matching, multiple, single, trueFalse } from "../../support/questions";
import { paperWith } from "../../support/paper";

const policy: TestPolicy = {
  title: "Bài kiểm tra",
  draw: [],
  shuffleQuestions: true,
  shuffleOptions: true,
  timeLimitMinutes: 20,
  graceSeconds: 30,
  passPercent: 80,
  attempts: 3,
  attemptThatCounts: "highest",
  delayMinutes: 0,
  whenTimeExpires: "submit",
  handInGraceMinutes: 10,
  feedback: "at-end",
  hintPenaltyPercent: 25,
  buildOnLast: false,
  paceCheck: false,
  overallFeedback: [],
  review: {
    during: [],
    whileAttemptsRemain: ["response", "correctness", "citation"],
    whenFinished: ["response", "correctness", "marks", "feedback", "rightAnswer", "explanation", "citation"],
  },
};
const at = new Date("2026-11-23T02:00:00Z");
const fact = (number: number, passed = false): AttemptFact => ({
  number,
  status: "submitted",
  startedAt: at,
  deadlineAt: at,
  submittedAt: at,
  passed,
  percent: passed ? 100 : 25,
});
const paper = paperWith([single("q-1"), multiple("q-2", ["a", "b"]), trueFalse("q-3", true), matching("q-4")]);
const answers = [
  { questionId: "q-1", response: { option: "a" }, marked: false, points: 0 },
  { questionId: "q-2", response: { options: ["a"] }, marked: false, points: 0.5 },
  { questionId: "q-3", response: { answer: true }, marked: false, points: 1 },
];
const view = (attempts: AttemptFact[]) => {
  const last = attempts.at(-1)!;
  return resultView({
    policy,
    paper,
    answers,
    attempt: { ...last, byTimer: false, points: 1.5, maxPoints: 4 },
    attempts,
    now: new Date("2026-11-23T03:00:00Z"),
  });
};

describe("while attempts remain, a result does not give the next paper away", () => {
  const shown = view([fact(1)]);
  test("it says which were right, partly right, wrong and open", () => {
    expect(shown.questions.map(({ outcome }) => outcome)).toEqual(["wrong", "partly", "right", "unanswered"]);
  });
  test("it holds no right answer, no feedback, no explanation, no marks", () => {
    const text = JSON.stringify(shown);
    expect(text).not.toMatch(/Nhận xét|Giải thích/);
    expect(text).not.toContain("Vế phải p1 của q-4");
    // Of what was not chosen nothing is said.
    const first = shown.questions[0]!.body;
    if (first?.form !== "options") throw new Error();
    expect(first.options.filter(({ chosen }) => !chosen).every(({ correct }) => correct === null)).toBe(true);
    expect(shown.questions.every(({ points }) => points === null)).toBe(true);
  });
  test("it gives the legal basis and says that more comes later", () => {
    expect(shown.questions[0]!.citation).toEqual({ document: "1847/QĐ-TTg" });
    expect(shown.moreLater).toBe(true);
    expect(shown.attemptsLeft).toBe(2);
  });
});

describe("when the test is finished everything is explained", () => {
  test.each([
    ["passed at the first attempt", [fact(1, true)]],
    ["the last attempt used", [fact(1), fact(2), fact(3)]],
  ])("%s", (_name, attempts) => {
    const shown = view(attempts);
    const text = JSON.stringify(shown);
    for (const words of ["Nhận xét b của q-1", "Giải thích q-4", "Vế phải p1 của q-4", "Nhận xét đúng của q-3"])
      expect(text).toContain(words);
    expect(shown.moreLater).toBe(false);
    expect(shown.attemptsLeft).toBe(0);
  });

  test("an open attempt keeps the review closed, also that of an earlier one", () => {
    const open: AttemptFact = { ...fact(3), status: "open", passed: null, percent: null, submittedAt: null };
    const shown = resultView({
      policy,
      paper,
      answers,
      attempt: { ...fact(2), byTimer: false, points: 1.5, maxPoints: 4 },
      attempts: [fact(1), fact(2), open],
      now: at,
    });
    expect(JSON.stringify(shown)).not.toMatch(/Nhận xét|Giải thích/);
  });
});
