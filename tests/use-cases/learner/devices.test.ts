import { beforeEach, describe, expect, test } from "vitest";
import fc from "fast-check";
import { listAnswers } from "~/domain/assessment/answer-store.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { claimPaper } from "~/use-cases/learner/claim-paper";
import { saveAnswer } from "~/use-cases/learner/save-answer";
import { useDatabase } from "../../support/database";
import { beginTest, paperOf, postedAnswer, responseTo } from "../../support/learner";
import { courseSlug, handIn, later, learnerAtTest, now } from "./learner-at-test";

useDatabase();

let learner: OfficialViewer;
let attemptId: string;

beforeEach(async () => {
  learner = await learnerAtTest();
  attemptId = await beginTest(learner, courseSlug, now);
});

const page = (device: string) => ({
  claim: () => claimPaper({ officialId: learner.official.id, attemptId, device, claim: true, now: later(1) }),
  look: () => claimPaper({ officialId: learner.official.id, attemptId, device, claim: false, now: later(1) }),
  save: async (sequence: number, right = true) => {
    const paper = await paperOf(learner, attemptId);
    const question = paper.questions[0]!;
    const form = postedAnswer(paper, question, responseTo(question, right));
    return saveAnswer({
      officialId: learner.official.id,
      attemptId,
      questionId: question.id,
      sequence,
      device,
      form,
      now: later(2),
    });
  },
});

describe("one page at a time", () => {
  const [desk, phone] = [page("desk-0001"), page("phone-0001")];

  test("the later page takes the paper over and the earlier one is told, at its next look or save", async () => {
    expect(await desk.claim()).toMatchObject({ kind: "open", elsewhere: false });
    expect(await desk.save(1)).toMatchObject({ kind: "saved", elsewhere: false });
    expect(await phone.claim()).toMatchObject({ kind: "open", elsewhere: false });
    expect(await desk.look()).toMatchObject({ kind: "open", elsewhere: true });
    expect(await desk.save(2, false)).toMatchObject({ kind: "saved", elsewhere: true });
  });

  test("what the earlier page had not sent yet is not lost by that", async () => {
    await desk.claim();
    await phone.claim();
    await desk.save(5);
    expect(await listAnswers(attemptId)).toMatchObject([{ sequence: 5 }]);
  });

  test("it can take the paper back", async () => {
    await desk.claim();
    await phone.claim();
    await desk.claim();
    expect(await desk.look()).toMatchObject({ elsewhere: false });
    expect(await phone.look()).toMatchObject({ elsewhere: true });
  });

  test("a paper that is in is closed for every page", async () => {
    await desk.claim();
    await handIn(learner, attemptId);
    expect(await desk.look()).toEqual({ kind: "closed" });
    expect(await phone.claim()).toEqual({ kind: "closed" });
  });

  test("time that an officer adds reaches the page with its next save", async () => {
    await desk.claim();
    await db.attempt.update({ where: { id: attemptId }, data: { deadlineAt: later(45) } });
    expect(await desk.save(1)).toMatchObject({ deadlineAt: later(45) });
  });
});

describe("saving", () => {
  test("in any order, twice, late and from two tabs ends as saving once in order", async () => {
    const paper = await paperOf(learner, attemptId);
    const choices = paper.questions.flatMap((question, place) =>
      [true, false, true].map((right, turn) => ({ question, right, sequence: turn * 10 + place + 1 })),
    );
    const send = ({ question, right, sequence }: (typeof choices)[number], device: string) =>
      saveAnswer({
        officialId: learner.official.id,
        attemptId,
        questionId: question.id,
        sequence,
        device,
        form: postedAnswer(paper, question, responseTo(question, right)),
        now: later(2),
      });
    const standing = async () =>
      (await listAnswers(attemptId))
        .map(({ questionId, sequence, response }) => ({ questionId, sequence, response }))
        .sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
    for (const choice of choices) await send(choice, "desk-0001");
    const expected = await standing();
    const indexes = choices.map((_, index) => index);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(indexes, { minLength: indexes.length }),
        fc.array(fc.constantFrom(...indexes), { maxLength: 12 }),
        fc.boolean(),
        async (order, again, atOnce) => {
          await db.answer.deleteMany({ where: { attemptId } });
          const all = [...order, ...again].map(
            (index, n) => () => send(choices[index]!, n % 2 ? "tab-00001" : "tab-00002"),
          );
          if (atOnce) await Promise.all(all.map((one) => one()));
          else for (const one of all) await one();
          expect(await standing()).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
