import { beforeEach, describe, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import { closeAttempt, findAttempt, lockAttempt } from "~/domain/assessment/attempt-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { saveAnswer } from "~/use-cases/learner/save-answer";
import { startTest } from "~/use-cases/learner/start-test";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildLearner, buildUnit } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { tellNothing, truncateAll, useDatabase } from "../../support/database";
import { answerAll, beginTest, paperOf, postedAnswer, readAllLessons, responseTo } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const courseSlug = "khoa-thu";
let unit: UnitNode;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  await publishSmallCourse();
  unit = await buildUnit({ code: "AG" });
});

const times = (n: number) => Array.from({ length: n }, (_, index) => index);

async function ready(name?: string) {
  const learner = await buildLearner(unit, name);
  await readAllLessons(learner, courseSlug, now);
  return learner;
}

describe("at the same moment", () => {
  test("ten starts are one attempt", async () => {
    const learner = await ready();
    const answers = await Promise.all(
      times(10).map(() => startTest({ viewer: learner, officialId: learner.official.id, courseSlug, now })),
    );
    expect(new Set(answers.map((answer) => (answer.kind === "refused" ? answer.reason : answer.attemptId))).size).toBe(
      1,
    );
    expect(await db.attempt.count()).toBe(1);
  });

  test("ten hand-ins are one completion, one certificate, one number", async () => {
    const learner = await ready();
    const attemptId = await beginTest(learner, courseSlug, now);
    await answerAll(learner, attemptId, true, now);
    const answers = await Promise.all(
      times(10).map(() => submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now })),
    );
    expect(answers.filter(({ kind }) => kind === "submitted")).toHaveLength(1);
    expect([await db.completion.count(), await db.certificate.count()]).toEqual([1, 1]);
  });

  test("twenty people handing in get twenty numbers without a gap, and the unit counts twenty", async () => {
    await Promise.all(times(20).map((n) => buildLearner(unit, `Người Thứ ${n}`)));
    const learners = await Promise.all(times(20).map((n) => ready(`Người Mới ${n}`)));
    await assignCourse({
      actor: { accountId: null, name: "x", ip: null },
      scope: ["AG"],
      courseSlug,
      unitCode: "AG",
      dueOn: "2026-12-15",
      note: null,
      now,
    });
    const attempts = await Promise.all(
      learners.map(async (learner) => ({ learner, attemptId: await beginTest(learner, courseSlug, now) })),
    );
    await Promise.all(attempts.map(({ learner, attemptId }) => answerAll(learner, attemptId, true, now)));
    await Promise.all(
      attempts.map(({ learner, attemptId }) =>
        submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now }),
      ),
    );
    const numbers = (await db.certificate.findMany({ orderBy: { registerNumber: "asc" } })).map(
      ({ registerNumber }) => registerNumber,
    );
    expect(numbers).toEqual(times(20).map((n) => n + 1));
    const standing = await db.unitStanding.aggregate({ _sum: { required: true, completed: true } });
    expect(standing._sum).toEqual({ required: 40, completed: 20 });
  });

  test("saves in any order, twice and late end as if saved once in order", async () => {
    const learner = await ready();
    const attemptId = await beginTest(learner, courseSlug, now);
    const paper = await paperOf(learner, attemptId);
    const [question] = paper.questions;
    const save = (sequence: number, right: boolean) =>
      saveAnswer({
        officialId: learner.official.id,
        attemptId,
        questionId: question!.id,
        sequence,
        form: postedAnswer(paper, question!, responseTo(question!, right)),
        now,
      });
    await Promise.all([3, 1, 5, 2, 4, 5, 1, 3].map((sequence) => save(sequence, sequence === 5)));
    expect(await save(2, false)).toMatchObject({ kind: "superseded", sequence: 5 });
    const [row] = await db.answer.findMany();
    expect(row).toMatchObject({ sequence: 5n, response: responseTo(question!, true) });
  });

  test("saving and handing in: every answer that was called saved is graded", async () => {
    const learner = await ready();
    const attemptId = await beginTest(learner, courseSlug, now);
    const paper = await paperOf(learner, attemptId);
    const saving = Promise.all(
      paper.questions.map(async (question) => ({
        question,
        answer: await saveAnswer({
          officialId: learner.official.id,
          attemptId,
          questionId: question.id,
          sequence: 1,
          form: postedAnswer(paper, question, responseTo(question, true)),
          now,
        }),
      })),
    );
    const submitted = submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now });
    const [saves] = await Promise.all([saving, submitted]);
    const graded = new Map((await db.answer.findMany()).map((row) => [row.questionId, row.points]));
    for (const { question, answer } of saves) {
      if (answer.kind === "saved") expect(Number(graded.get(question.id)), question.id).toBe(1);
    }
  });

  test("a save that meets a hand-in under way waits for it and is then refused", async () => {
    const learner = await ready();
    const attemptId = await beginTest(learner, courseSlug, now);
    const paper = await paperOf(learner, attemptId);
    const [question] = paper.questions;
    const form = postedAnswer(paper, question!, responseTo(question!, true));
    let saving: Promise<unknown> = Promise.resolve();
    await inTransaction(async (tx) => {
      await lockAttempt(tx, { attemptId, officialId: learner.official.id });
      saving = saveAnswer({
        officialId: learner.official.id,
        attemptId,
        questionId: question!.id,
        sequence: 1,
        form,
        now,
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await closeAttempt(tx, {
        attempt: (await findAttempt({ attemptId, officialId: learner.official.id }))!,
        submittedAt: now,
        byTimer: false,
        grade: {
          points: 0,
          maxPoints: 4,
          percent: 0,
          passed: false,
          awaitsMarking: false,
          criticalMissed: [],
          perQuestion: [],
        },
        remedials: [],
        together: tellNothing(),
      });
    });
    expect(await saving).toEqual({ kind: "refused", reason: "already-submitted" });
    expect(await db.answer.count()).toBe(0);
  });

  test("nothing is saved after handing in or after the last moment", async () => {
    const learner = await ready();
    const attemptId = await beginTest(learner, courseSlug, now);
    const paper = await paperOf(learner, attemptId);
    const [question] = paper.questions;
    const form = postedAnswer(paper, question!, responseTo(question!, true));
    const input = { officialId: learner.official.id, attemptId, questionId: question!.id, sequence: 1, form };
    expect(await saveAnswer({ ...input, now: new Date(now.getTime() + 20 * 60_000 + 31_000) })).toEqual({
      kind: "refused",
      reason: "time-is-up",
    });
    await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now });
    expect(await saveAnswer({ ...input, now })).toEqual({ kind: "refused", reason: "already-submitted" });
    expect(await db.answer.count()).toBe(0);
  });
});
