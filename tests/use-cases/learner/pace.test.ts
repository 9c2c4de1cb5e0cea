import { describe, expect, test } from "vitest";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { db } from "~/platform/db.server";
import { finishLesson } from "~/use-cases/learner/finish-lesson";
import { viewPaper } from "~/use-cases/learner/view-paper";
import { viewTest } from "~/use-cases/learner/view-test";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, paperOf } from "../../support/learner";
import { answerAt, courseSlug, handIn, later, learnerAtTest, now } from "./learner-at-test";

useDatabase();

const seconds = (count: number) => new Date(now.getTime() + count * 1000);

describe("a paper that is filled in faster than it can be read", () => {
  test("gets three fresh questions once, says why, and is then graded on all of them", async () => {
    const learner = await learnerAtTest({ paceCheck: true });
    await db.$executeRaw`UPDATE lesson_progress SET opened_at = opened_at - interval '10 minutes'`;
    const attemptId = await beginTest(learner, courseSlug, now);
    const before = await paperOf(learner, attemptId);
    await answerAll(learner, attemptId, true, seconds(1));
    expect(await handIn(learner, attemptId, seconds(2))).toEqual({ kind: "asked-more" });

    const paper = await paperOf(learner, attemptId);
    expect(paper.questions.slice(0, 4)).toEqual(before.questions);
    expect(paper.questions).toHaveLength(7);
    expect(new Set(paper.questions.map(({ id }) => id)).size).toBe(7);
    const view = await viewPaper({ officialId: learner.official.id, attemptId, now: seconds(3) });
    expect(view.kind === "open" && view.page.extras).toEqual([
      { reason: "paper-pace", tookSeconds: 2, leastSeconds: expect.any(Number), from: 5, count: 3 },
    ]);

    for (const place of [4, 5, 6]) await answerAt(learner, attemptId, place, true, seconds(4));
    expect(await handIn(learner, attemptId, seconds(5))).toEqual({ kind: "submitted", passed: true });
    const attempt = await findAttempt({ attemptId, officialId: learner.official.id });
    expect(attempt).toMatchObject({ points: 7, maxPoints: 7, percent: 100 });
    expect(await db.auditEvent.count({ where: { action: "attempt.asked-more" } })).toBe(1);
  });

  test("does not happen to who takes the time to read, nor to who gives up with an empty paper", async () => {
    const learner = await learnerAtTest({ paceCheck: true });
    await db.$executeRaw`UPDATE lesson_progress SET opened_at = opened_at - interval '10 minutes'`;
    const slow = await beginTest(learner, courseSlug, now);
    await answerAll(learner, slow, false, later(3));
    expect(await handIn(learner, slow, later(4))).toMatchObject({ kind: "submitted" });
    const empty = await beginTest(learner, courseSlug, later(5));
    expect(await handIn(learner, empty, later(5))).toMatchObject({ kind: "submitted" });
  });

  test("is not asked when the clock hands the paper in", async () => {
    const learner = await learnerAtTest({ paceCheck: true });
    await db.$executeRaw`UPDATE lesson_progress SET opened_at = opened_at - interval '10 minutes'`;
    const attemptId = await beginTest(learner, courseSlug, now);
    await answerAll(learner, attemptId, true, seconds(1));
    expect(await handIn(learner, attemptId, later(30))).toEqual({ kind: "submitted", passed: true });
  });
});

describe("lessons that were gone through faster than they can be read", () => {
  test("add three questions to the test, announced before the start", async () => {
    // The lessons of 1,200 words were opened and finished in the same moment.
    const learner = await learnerAtTest({ paceCheck: true });
    const view = await viewTest({ officialId: learner.official.id, courseSlug, now });
    expect(view!.lessonPace).toEqual({ tookSeconds: 0, leastSeconds: 240 });
    const attemptId = await beginTest(learner, courseSlug, now);
    const attempt = (await findAttempt({ attemptId, officialId: learner.official.id }))!;
    expect(attempt.questionIds).toHaveLength(7);
    expect(attempt.extras).toMatchObject([{ reason: "lesson-pace", questionIds: attempt.questionIds.slice(4) }]);
  });

  test("are no matter when they were open for days", async () => {
    const learner = await learnerAtTest({ paceCheck: true });
    await db.$executeRaw`UPDATE lesson_progress SET opened_at = opened_at - interval '3 days'`;
    const view = await viewTest({ officialId: learner.official.id, courseSlug, now });
    expect(view!.lessonPace).toBeNull();
  });

  test("can still be finished: nothing is locked", async () => {
    const learner = await learnerAtTest({ paceCheck: true });
    const finished = await finishLesson({
      viewer: learner,
      officialId: learner.official.id,
      courseSlug,
      lessonId: "mot",
      now,
    });
    expect(finished.lessonTitle).toBe("Bài một");
  });
});
