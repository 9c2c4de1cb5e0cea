import { beforeEach, describe, expect, test } from "vitest";
import { triesName } from "~/domain/assessment/answer-fields";
import { listAnswers } from "~/domain/assessment/answer-store.server";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import type { TestPolicy } from "~/domain/courses/course";
import type { OfficialViewer } from "~/http/viewer.server";
import { checkAnswer } from "~/use-cases/learner/check-answer";
import { viewPaper } from "~/use-cases/learner/view-paper";
import { useDatabase } from "../../support/database";
import { beginTest, paperOf, postedAnswer, responseTo } from "../../support/learner";
import { single } from "../../support/questions";
import { answerAt, courseSlug, handIn, later, learnerAtTest, now } from "./learner-at-test";

useDatabase();

const bank = ["q-1", "q-2", "q-3", "q-4"].map((id) => ({
  ...single(id, "chu-de", "b"),
  hints: ["Gợi ý một", "Gợi ý hai"],
}));
let learner: OfficialViewer;
let attemptId: string;

async function begin(policy: Partial<TestPolicy>) {
  learner = await learnerAtTest(policy, bank);
  attemptId = await beginTest(learner, courseSlug, now);
}

async function check(place: number, right: boolean, tries: number) {
  const paper = await paperOf(learner, attemptId);
  const question = paper.questions[place]!;
  const form = postedAnswer(paper, question, responseTo(question, right));
  form.set(triesName(question.id), String(tries));
  return checkAnswer({
    officialId: learner.official.id,
    attemptId,
    questionId: question.id,
    tries,
    form,
    now: later(1),
  });
}

async function stateOf(place: number) {
  const view = await viewPaper({ officialId: learner.official.id, attemptId, now: later(2) });
  if (view.kind !== "open") throw new Error("closed");
  return view.page.checks[view.page.paper.questions[place]!.id]!;
}

describe("a test that tells at the end", () => {
  beforeEach(() => begin({ feedback: "at-end" }));

  test("checks nothing before", async () => {
    await expect(check(0, true, 0)).rejects.toThrow();
    const view = await viewPaper({ officialId: learner.official.id, attemptId, now });
    expect(view.kind === "open" && view.page.checks).toEqual({});
  });
});

describe("a test that tells at once", () => {
  beforeEach(() => begin({ feedback: "at-once" }));

  test("settles an answer at the first check and shows what the policy lets be seen", async () => {
    expect(await check(0, false, 0)).toEqual({ kind: "checked", number: 1 });
    const state = await stateOf(0);
    expect(state).toMatchObject({ settled: true, tries: 1, triesLeft: 0 });
    expect(state.review).toMatchObject({ outcome: "wrong", explanation: expect.stringContaining("Giải thích") });
    // Which would have been right is not among it.
    expect(JSON.stringify(state.review!.body)).not.toContain('"correct":true');
  });

  test("a settled answer changes no more, whoever saves it and however late", async () => {
    await check(0, false, 0);
    await answerAt(learner, attemptId, 0, true, later(5));
    const [answer] = await listAnswers(attemptId);
    expect(answer!.response).toEqual({ option: "a" });
    await handIn(learner, attemptId);
    expect(await findAttempt({ attemptId, officialId: learner.official.id })).toMatchObject({ points: 0 });
  });

  test("nothing is checked that is not answered", async () => {
    const paper = await paperOf(learner, attemptId);
    const questionId = paper.questions[0]!.id;
    const input = { officialId: learner.official.id, attemptId, questionId, tries: 0, form: new FormData(), now };
    expect(await checkAnswer(input)).toEqual({ kind: "unanswered", number: 1 });
  });
});

describe("a test with hints", () => {
  beforeEach(() => begin({ feedback: "with-hints", hintPenaltyPercent: 25 }));

  test("each wrong try shows the next hint, and each further try costs its part", async () => {
    await check(0, false, 0);
    expect(await stateOf(0)).toMatchObject({ settled: false, triesLeft: 2, hints: ["Gợi ý một"], review: null });
    await check(0, false, 1);
    expect(await stateOf(0)).toMatchObject({ settled: false, triesLeft: 1, hints: ["Gợi ý một", "Gợi ý hai"] });
    await check(0, true, 2);
    expect(await stateOf(0)).toMatchObject({ settled: true, review: { outcome: "right" } });
    await handIn(learner, attemptId);
    expect(await findAttempt({ attemptId, officialId: learner.official.id })).toMatchObject({ points: 0.5 });
  });

  test("the same check posted twice is one try", async () => {
    await Promise.all([check(0, false, 0), check(0, false, 0)]);
    await check(0, false, 0);
    expect(await stateOf(0)).toMatchObject({ tries: 1, hints: ["Gợi ý một"] });
  });

  test("after the last try the answer is settled as it is", async () => {
    for (const tries of [0, 1, 2]) await check(0, false, tries);
    expect(await stateOf(0)).toMatchObject({ settled: true, triesLeft: 0, review: { outcome: "wrong" } });
  });
});

describe("practice that builds on the last attempt", () => {
  test("has the same paper with the answers as they were, free to be changed", async () => {
    await begin({ feedback: "at-once", buildOnLast: true });
    await check(0, false, 0);
    await answerAt(learner, attemptId, 1, false);
    await handIn(learner, attemptId);
    const again = await beginTest(learner, courseSlug, later(20));
    const [first, second] = [await paperOf(learner, attemptId), await paperOf(learner, again)];
    expect(second).toEqual(first);
    const answers = await listAnswers(again);
    expect(answers).toHaveLength(2);
    expect(answers.every(({ settledAt, tries }) => settledAt === null && tries === 0)).toBe(true);
    expect(await answerAt(learner, again, 0, true, later(21))).toMatchObject({ kind: "saved" });
  });
});
