import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { addTime } from "~/use-cases/hr/add-time";
import { addTimeToAll, listOpenPapers } from "~/use-cases/hr/add-time-to-all";
import { reopenAttempt } from "~/use-cases/hr/reopen-attempt";
import { listAttemptCare, viewAttemptCare } from "~/use-cases/hr/view-attempt-care";
import { startTest } from "~/use-cases/learner/start-test";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewPaper } from "~/use-cases/learner/view-paper";
import { sweepExpiredAttempts } from "~/use-cases/system/sweep-expired-attempts";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { manifest, publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const courseSlug = "khoa-thu";
let unit: UnitNode, other: UnitNode;
let learner: OfficialViewer, neighbour: OfficialViewer;
let officer: Viewer;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  await publishSmallCourse();
  const root = await buildUnit({ code: "AG" });
  unit = await buildUnit({ code: "AG-XA", parent: root });
  other = await buildUnit({ code: "AG-XAB", parent: root });
  learner = await buildLearner(unit);
  neighbour = await buildLearner(other, "Trần Văn Khác");
  officer = await buildViewer({ unit, roles: [{ role: "hr", unit }] });
});

async function open(viewer = learner, at = now): Promise<string> {
  await readAllLessons(viewer, courseSlug, at);
  return beginTest(viewer, courseSlug, at);
}
const submit = (attemptId: string, at: Date, viewer = learner) =>
  submitTest({ viewer, officialId: viewer.official.id, attemptId, form: null, now: at });
const reopen = (attemptId: string, at: Date, more: object = {}) =>
  reopenAttempt({
    viewer: officer,
    scope: [unit.path],
    attemptId,
    minutes: 25,
    reason: "Mất điện tại trụ sở",
    now: at,
    ...more,
  });
const attempt = (id: string) => db.attempt.findUniqueOrThrow({ where: { id }, include: { answers: true } });

describe("reopening", () => {
  test("gives the same paper with its answers back, and keeps what it was worth", async () => {
    const id = await open();
    await answerAll(learner, id, false, later(2));
    await sweepExpiredAttempts({ now: later(21) });
    expect(await attempt(id)).toMatchObject({ status: "submitted", byTimer: true, passed: false });
    const answers = (await attempt(id)).answers.map(({ response }) => response);

    expect(await reopen(id, later(60))).toMatchObject({ kind: "reopened", deadlineAt: later(85) });
    const again = await attempt(id);
    expect(again).toMatchObject({
      status: "open",
      byTimer: false,
      submittedAt: null,
      percent: null,
      passed: null,
      deadlineAt: later(85),
    });
    expect(again.answers.map(({ response }) => response)).toEqual(answers);
    expect(again.answers.every(({ points }) => points === null)).toBe(true);
    expect(await db.attemptEvent.findFirstOrThrow()).toMatchObject({
      kind: "reopened",
      reason: "Mất điện tại trụ sở",
      before: { percent: 0, passed: false, byTimer: true, submittedAt: later(20).toISOString() },
    });
    const paper = await viewPaper({ officialId: learner.official.id, attemptId: id, now: later(61) });
    expect(paper.kind).toBe("open");

    await db.answer.deleteMany({ where: { attemptId: id } });
    await answerAll(learner, id, true, later(70));
    expect(await submit(id, later(71))).toMatchObject({ passed: true });
    expect(await db.completion.findFirstOrThrow()).toMatchObject({ attemptId: id, attemptsUsed: 1 });
    expect(await db.certificate.count()).toBe(1);
  });

  test("does so with a void paper too", async () => {
    await db.$executeRaw`ALTER TABLE course_version DISABLE TRIGGER USER`;
    const test = { ...manifest.test!, whenTimeExpires: "void" } as object;
    await db.courseVersion.updateMany({ data: { manifest: { ...manifest, test } as object } });
    await db.$executeRaw`ALTER TABLE course_version ENABLE TRIGGER USER`;
    forgetVersions();
    const id = await open();
    await answerAll(learner, id, true, later(2));
    await sweepExpiredAttempts({ now: later(30) });
    expect((await attempt(id)).status).toBe("voided");
    expect((await reopen(id, later(60))).kind).toBe("reopened");
    expect(await submit(id, later(61))).toMatchObject({ passed: true });
  });

  test("is refused in a sentence, and changes nothing, when it would harm", async () => {
    const first = await open();
    expect(await reopen(first, later(1))).toMatchObject({ reason: "still-open" });
    await submit(first, later(2));
    const second = await beginTest(learner, courseSlug, later(3));
    expect(await reopen(first, later(4))).toMatchObject({ reason: "other-open" });
    await answerAll(learner, second, true, later(5));
    await submit(second, later(6));
    expect(await reopen(first, later(7))).toMatchObject({ reason: "completed" });
    expect(await reopen(second, later(7))).toMatchObject({ reason: "completed" });
    expect(await db.attemptEvent.count()).toBe(0);
  });

  test("is not for oneself and not for other units", async () => {
    const id = await open();
    await submit(id, later(2));
    expect(await reopen(id, later(3), { viewer: { ...officer, official: learner.official } })).toMatchObject({
      reason: "own-attempt",
    });
    await expect(reopen(id, later(3), { scope: [other.path] })).rejects.toMatchObject({ code: "not-found" });
    await expect(reopen(id, later(3), { scope: [] })).rejects.toMatchObject({ code: "not-found" });
    await expect(reopen("1", later(3))).rejects.toMatchObject({ code: "not-found" });
    expect((await attempt(id)).status).toBe("submitted");
  });

  test("and a new start at one moment make one open paper", async () => {
    const id = await open();
    await submit(id, later(2));
    const start = () => startTest({ viewer: learner, officialId: learner.official.id, courseSlug, now: later(3) });
    await Promise.allSettled([reopen(id, later(3)), start(), reopen(id, later(3)), start()]);
    expect(await db.attempt.count({ where: { status: "open" } })).toBe(1);
  });

  test("is offered in the list of a person's attempts, and the page tells what was done", async () => {
    const id = await open();
    const care = (scope = [unit.path]) =>
      listAttemptCare({ asker: officer.official, officialId: learner.official.id, scope });
    expect(await care()).toMatchObject([{ attemptId: id, offer: "add-time", byTimer: false }]);
    await sweepExpiredAttempts({ now: later(21) });
    expect(await care()).toMatchObject([{ attemptId: id, offer: "reopen", byTimer: true }]);
    expect(await care([other.path])).toEqual([]);
    await reopen(id, later(60));
    const page = await viewAttemptCare({ viewer: officer, attemptId: id, scope: [unit.path], now });
    expect(page).toMatchObject({ refusal: "still-open", answered: 0, questions: 4, events: [{ kind: "reopened" }] });
    await expect(viewAttemptCare({ viewer: officer, attemptId: id, scope: [other.path], now })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("time for one paper", () => {
  const add = (attemptId: string, seen: Date, at: Date, more: object = {}) =>
    addTime({
      viewer: officer,
      scope: [unit.path],
      attemptId,
      minutes: 10,
      reason: "Mất mạng",
      seen,
      now: at,
      ...more,
    });

  test("is added to its deadline, once per look at the page", async () => {
    const id = await open();
    expect(await add(id, later(20), later(5))).toMatchObject({ kind: "added", deadlineAt: later(30) });
    expect(await add(id, later(20), later(5))).toMatchObject({ reason: "changed-meanwhile" });
    expect((await attempt(id)).deadlineAt).toEqual(later(30));
    expect(await db.attemptEvent.findFirstOrThrow()).toMatchObject({
      kind: "time-added",
      before: { deadlineAt: later(20).toISOString() },
      after: { deadlineAt: later(30).toISOString(), minutes: 10 },
    });
    expect(await db.auditEvent.count({ where: { action: "attempt.time-added" } })).toBe(1);
  });

  test("counts from now when it has just run out, and is not for what is in", async () => {
    const id = await open();
    expect(await add(id, later(20), later(22))).toMatchObject({ deadlineAt: later(32) });
    await submit(id, later(23));
    expect(await add(id, later(32), later(24))).toMatchObject({ reason: "not-open" });
    await expect(add(id, later(32), later(24), { scope: [other.path] })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("time after an outage", () => {
  const addAll = (at: Date, seen = at, scope = [unit.path]) =>
    addTimeToAll({ viewer: officer, scope, courseSlug, minutes: 15, reason: "Mất điện toàn xã", seen, now: at });

  test("reaches every open paper of the course in the scope, and no other", async () => {
    const mine = await open();
    const colleague = await buildLearner(unit, "Lê Thị Cùng Phòng");
    const theirs = await open(colleague);
    const outside = await open(neighbour);
    const closed = await buildLearner(unit, "Phạm Văn Đã Nộp");
    const handedIn = await open(closed);
    await submit(handedIn, later(2), closed);
    expect(await listOpenPapers({ scope: [unit.path] })).toMatchObject([{ courseSlug, open: 2 }]);

    expect(await addAll(later(5))).toEqual({ kind: "added", count: 2, courseTitle: "Khóa thử" });
    expect((await attempt(mine)).deadlineAt).toEqual(later(35));
    expect((await attempt(theirs)).deadlineAt).toEqual(later(35));
    expect((await attempt(outside)).deadlineAt).toEqual(later(20));
    expect((await attempt(handedIn)).deadlineAt).toEqual(later(20));
    const events = await db.attemptEvent.findMany();
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      before: { deadlineAt: later(20).toISOString() },
      after: { deadlineAt: later(35).toISOString(), minutes: 15 },
      reason: "Mất điện toàn xã",
    });
    expect(await db.auditEvent.findFirstOrThrow({ where: { action: "attempt.time-added" } })).toMatchObject({
      subjectLabel: "Khóa thử",
      after: { papers: 2, minutes: 15 },
    });
  });

  test("sent twice from one page counts once; from a new page it counts again", async () => {
    const id = await open();
    const answers = await Promise.all([addAll(later(5)), addAll(later(5))]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["added", "refused"]);
    expect((await attempt(id)).deadlineAt).toEqual(later(35));
    expect(await addAll(later(6), later(6))).toMatchObject({ kind: "added" });
    expect((await attempt(id)).deadlineAt).toEqual(later(50));
  });

  test("reaches nobody outside the scope", async () => {
    await open(neighbour);
    expect(await addAll(later(5))).toEqual({ kind: "refused", reason: "none-open" });
    expect(await addAll(later(5), later(5), [])).toEqual({ kind: "refused", reason: "none-open" });
    expect(await listOpenPapers({ scope: [unit.path] })).toEqual([]);
    expect(await db.auditEvent.count({ where: { action: "attempt.time-added" } })).toBe(0);
  });
});
