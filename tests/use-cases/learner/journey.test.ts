import { beforeEach, describe, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import { db } from "~/platform/db.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { listMyLearning } from "~/use-cases/learner/list-my-learning";
import { submitTest } from "~/use-cases/learner/submit-test";
import { startTest } from "~/use-cases/learner/start-test";
import { viewResult } from "~/use-cases/learner/view-result";
import { sweepExpiredAttempts } from "~/use-cases/system/sweep-expired-attempts";
import { buildLearner, buildUnit } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { answerAll, beginTest, paperOf, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const ACTOR = { accountId: null, name: "Nhân sự", ip: null };
const courseSlug = "khoa-thu";
let unit: UnitNode;
let learner: OfficialViewer;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  await publishSmallCourse();
  const root = await buildUnit({ code: "AG" });
  unit = await buildUnit({ code: "AG-XA", parent: root });
  learner = await buildLearner(unit);
});

const officialId = () => learner.official.id;
const assign = (dueOn = "2026-12-15") =>
  assignCourse({ actor: ACTOR, scope: ["AG"], courseSlug, unitCode: "AG", dueOn, note: null, now });
const overview = (at = now) => listMyLearning({ officialId: officialId(), now: at });
const submit = (attemptId: string, at = later(5)) =>
  submitTest({ viewer: learner, officialId: officialId(), attemptId, form: null, now: at });

async function pass(at = now): Promise<string> {
  await readAllLessons(learner, courseSlug, at);
  const attemptId = await beginTest(learner, courseSlug, at);
  await answerAll(learner, attemptId, true, later(2));
  await submit(attemptId);
  return attemptId;
}

describe("from the assignment to the certificate", () => {
  test("an assigned course is due, then under way, then done, each with its one next step", async () => {
    await assign();
    let mine = await overview();
    expect(mine.due).toHaveLength(1);
    expect(mine.next).toMatchObject({
      slug: courseSlug,
      required: true,
      dueOn: "2026-12-15",
      daysLeft: 22,
      next: { kind: "lesson", lessonId: "mot" },
    });

    await readAllLessons(learner, courseSlug, now);
    mine = await overview();
    expect(mine.underWay[0]).toMatchObject({ lessonsDone: 2, next: { kind: "test", attemptsLeft: 3 } });

    await pass();
    mine = await overview();
    expect(mine.next).toBeNull();
    expect(mine.done[0]).toMatchObject({
      scorePercent: 100,
      standing: { status: "completed", onTime: true, progressPercent: 100 },
    });
    expect(mine.done[0]!.certificate).toMatchObject({ number: expect.stringMatching(/^0001\/GCN-/) as string });
  });

  test("completion copies the facts as they were on the day, and the count of the unit goes up in the same transaction", async () => {
    await assign();
    await pass();
    const completion = await db.completion.findFirstOrThrow();
    expect(completion).toMatchObject({
      fullName: learner.official.fullName,
      positionTitle: "Chuyên viên",
      unitName: unit.name,
      onTime: true,
      attemptsUsed: 1,
    });
    await db.official.update({
      where: { id: officialId() },
      data: { fullName: "Tên khác", positionTitle: "Trưởng phòng" },
    });
    expect((await db.completion.findFirstOrThrow()).fullName).toBe(learner.official.fullName);
    expect(await db.unitStanding.findMany({ select: { required: true, completed: true } })).toEqual([
      { required: 1, completed: 1 },
    ]);
  });

  test("the record refuses to be rewritten or deleted", async () => {
    await assign();
    await pass();
    for (const statement of [
      "UPDATE completion SET full_name = 'x'",
      "DELETE FROM completion",
      "UPDATE certificate SET number = 'x'",
      "DELETE FROM certificate_event",
      "DELETE FROM audit_event",
      "UPDATE course_version SET number = 9",
      "UPDATE question_version SET topic = 'x'",
    ]) {
      await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/append-only/);
    }
  });

  test("each step leaves its audit event", async () => {
    await assign();
    await pass();
    const actions = (await db.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);
    expect(actions).toEqual([
      "assignment.created",
      "attempt.started",
      "attempt.submitted",
      "completion.recorded",
      "certificate.issued",
    ]);
  });

  test("a course that nobody assigned can be chosen, and completing it counts for the record but not for the unit", async () => {
    await pass();
    expect((await overview()).done[0]).toMatchObject({ required: false, standing: { onTime: null } });
    expect(await db.unitStanding.count()).toBe(0);
  });

  test("finished too late is said so, and overdue is said before", async () => {
    await assign("2026-11-23");
    const next = new Date("2026-11-23T17:00:00Z");
    expect((await overview(next)).overdue).toHaveLength(1);
    await readAllLessons(learner, courseSlug, next);
    const attemptId = await beginTest(learner, courseSlug, next);
    await answerAll(learner, attemptId, true, next);
    await submit(attemptId, next);
    expect((await overview(next)).done[0]!.standing).toMatchObject({
      status: "completed",
      onTime: false,
      overdue: false,
    });
  });
});

describe("attempts", () => {
  test("a failed attempt gives no completion, another paper without the same questions, and at last no attempt more", async () => {
    await readAllLessons(learner, courseSlug, now);
    const first = await beginTest(learner, courseSlug, now);
    await answerAll(learner, first, false, now);
    await submit(first);
    expect(await db.completion.count()).toBe(0);
    const second = await beginTest(learner, courseSlug, later(6));
    const drawn = async (id: string) => (await paperOf(learner, id)).questions.map((question) => question.id);
    const overlap = new Set(await drawn(first));
    expect((await drawn(second)).filter((id) => overlap.has(id))).toEqual([]);
    await submit(second, later(7));
    await submit(await beginTest(learner, courseSlug, later(8)), later(9));
    expect(await startTest({ viewer: learner, officialId: officialId(), courseSlug, now: later(10) })).toMatchObject({
      kind: "refused",
      reason: "no-attempts-left",
    });
    expect((await overview()).next).toBeNull();
  });

  test("the test waits for the lessons", async () => {
    await assign();
    await readAllLessons(learner, courseSlug, now);
    await db.lessonProgress.updateMany({ where: { lessonId: "hai" }, data: { finishedAt: null } });
    expect(await startTest({ viewer: learner, officialId: officialId(), courseSlug, now })).toMatchObject({
      reason: "lessons-first",
    });
  });

  test("after the last moment what was saved in time is graded, and the deadline counts as the time of handing in", async () => {
    await readAllLessons(learner, courseSlug, now);
    const attemptId = await beginTest(learner, courseSlug, now);
    await answerAll(learner, attemptId, true, later(19));
    const view = await viewResult({ officialId: officialId(), attemptId, now: later(60) });
    expect(view).toMatchObject({
      kind: "result",
      page: { courseCompleted: true, result: { byTimer: true, passed: true, submittedAt: later(20) } },
    });
  });

  test("the sweep hands in what nobody came back for, once its grace is over, and not before", async () => {
    await readAllLessons(learner, courseSlug, now);
    const attemptId = await beginTest(learner, courseSlug, now);
    await answerAll(learner, attemptId, true, later(10));
    expect(await sweepExpiredAttempts({ now: later(20.4) })).toBe(0);
    expect(await sweepExpiredAttempts({ now: later(21) })).toBe(1);
    expect(await sweepExpiredAttempts({ now: later(21) })).toBe(0);
    expect(await db.completion.findFirstOrThrow()).toMatchObject({ completedAt: later(20) });
  });

  test("somebody else's attempt does not exist", async () => {
    await readAllLessons(learner, courseSlug, now);
    const attemptId = await beginTest(learner, courseSlug, now);
    const other = await buildLearner(unit, "Người Khác");
    const input = { viewer: other, officialId: other.official.id, attemptId, form: null, now };
    await expect(submitTest(input)).rejects.toMatchObject({ code: "not-found" });
    await expect(viewResult(input)).rejects.toMatchObject({ code: "not-found" });
    expect((await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).status).toBe("open");
  });
});
