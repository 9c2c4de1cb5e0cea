import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { countWaiting, listMarking, nextToMark } from "~/use-cases/author/list-marking";
import { markAnswer } from "~/use-cases/author/mark-answer";
import { viewAnswerToMark } from "~/use-cases/author/view-answer-to-mark";
import { reopenAttempt } from "~/use-cases/hr/reopen-attempt";
import { startTest } from "~/use-cases/learner/start-test";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewResult } from "~/use-cases/learner/view-result";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";
import { writtenBank, writtenCourse } from "../../support/marking";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const courseSlug = "khoa-thu";
const FULL = { "nhan-dien": 2, "cach-xu-ly": 1 };
const HALF = { "nhan-dien": 2, "cach-xu-ly": 0 };
const NONE = { "nhan-dien": 0, "cach-xu-ly": 0 };
let unit: UnitNode, other: UnitNode;
let learner: OfficialViewer;
let marker: Viewer;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  await publishSmallCourse(writtenCourse, writtenBank());
  const root = await buildUnit({ code: "AG" });
  unit = await buildUnit({ code: "AG-XA", parent: root });
  other = await buildUnit({ code: "AG-XAB", parent: root });
  learner = await buildLearner(unit, "Nguyễn Thị Người Viết");
  marker = await buildViewer({ unit, roles: [{ role: "training_officer", unit }] });
});

const reach = (more: object = {}) => ({ courseSlug, scope: [unit.path], markerId: null as string | null, ...more });

async function handIn(viewer = learner, at = now, right = true): Promise<string> {
  await readAllLessons(viewer, courseSlug, at);
  const attemptId = await beginTest(viewer, courseSlug, at);
  await answerAll(viewer, attemptId, right, at);
  await submitTest({ viewer, officialId: viewer.official.id, attemptId, form: null, now: at });
  return attemptId;
}
const mark = (attemptId: string, chosen: Record<string, number>, at = later(60), more: object = {}) =>
  markAnswer({
    ...reach(),
    viewer: marker,
    attemptId,
    questionId: "tu-luan",
    chosen,
    comment: "Cần nêu căn cứ.",
    now: at,
    ...more,
  });
const attempt = async (id: string) => {
  const { percent, ...row } = await db.attempt.findUniqueOrThrow({ where: { id } });
  return { ...row, percent: percent === null ? null : Number(percent) };
};

describe("marking", () => {
  test("the last mark gives the result, the completion and the certificate", async () => {
    const id = await handIn();
    expect(await attempt(id)).toMatchObject({ awaitsMarking: true, percent: null, passed: null });
    expect(await mark(id, FULL)).toEqual({ kind: "marked", points: 2, awaitsMore: false });
    expect(await attempt(id)).toMatchObject({ awaitsMarking: false, percent: 100, passed: true });
    const completion = await db.completion.findFirstOrThrow();
    // Earned with what was handed in, not on the day when somebody found the time to mark it.
    expect(completion).toMatchObject({ attemptId: id, completedAt: now, recordedAt: later(60) });
    expect(await db.certificate.count()).toBe(1);
    expect(await db.attemptEvent.findFirstOrThrow()).toMatchObject({
      kind: "marked",
      before: { percent: null, passed: null },
      after: { percent: 100, passed: true, marked: 2 },
    });
  });

  test("a low mark gives a result that is not passed, and no completion", async () => {
    const id = await handIn();
    await mark(id, NONE);
    expect(await attempt(id)).toMatchObject({ percent: 50, passed: false, awaitsMarking: false });
    expect(await db.completion.count()).toBe(0);
    const again = await startTest({ viewer: learner, officialId: learner.official.id, courseSlug, now: later(61) });
    expect(again.kind).toBe("started");
  });

  test("does not wait for what was left empty", async () => {
    await readAllLessons(learner, courseSlug, now);
    const id = await beginTest(learner, courseSlug, now);
    await submitTest({ viewer: learner, officialId: learner.official.id, attemptId: id, form: null, now: later(1) });
    expect(await attempt(id)).toMatchObject({ awaitsMarking: false, percent: 0 });
    expect((await listMarking({ ...reach(), view: "waiting", after: null })).waiting).toEqual([]);
    await expect(mark(id, FULL)).rejects.toMatchObject({ code: "not-found" });
  });

  test("again is a correction: a new mark, the paper graded anew, and at last the completion", async () => {
    const id = await handIn();
    await mark(id, NONE);
    expect(await mark(id, FULL, later(70))).toMatchObject({ kind: "marked" });
    expect(await attempt(id)).toMatchObject({ percent: 100, passed: true });
    expect(await db.marking.count()).toBe(2);
    expect(await db.completion.count()).toBe(1);
  });

  test("a correction never lowers what a completion rests on", async () => {
    const id = await handIn();
    await mark(id, FULL);
    expect(await mark(id, HALF, later(70))).toEqual({ kind: "refused", reason: "would-lower" });
    expect(await db.marking.count()).toBe(1);
    expect(await attempt(id)).toMatchObject({ percent: 100, passed: true });
    expect(await mark(id, FULL, later(71))).toMatchObject({ kind: "marked" });
    expect(await db.completion.count()).toBe(1);
  });

  test("two marks at one moment make one completion", async () => {
    const id = await handIn();
    await Promise.all([mark(id, FULL), mark(id, FULL), mark(id, FULL)]);
    expect(await db.completion.count()).toBe(1);
    expect(await db.certificate.count()).toBe(1);
  });

  test("an answer that was written anew after reopening has to be marked anew", async () => {
    const id = await handIn();
    await mark(id, NONE);
    await reopenAttempt({
      viewer: marker,
      scope: [unit.path],
      attemptId: id,
      minutes: 30,
      reason: "Mất điện",
      now: later(70),
    });
    await db.answer.updateMany({ where: { attemptId: id, questionId: "tu-luan" }, data: { savedAt: later(75) } });
    await submitTest({ viewer: learner, officialId: learner.official.id, attemptId: id, form: null, now: later(80) });
    expect(await attempt(id)).toMatchObject({ awaitsMarking: true, percent: null });
    const page = await viewAnswerToMark({ ...reach(), attemptId: id, questionId: "tu-luan" });
    expect(page).toMatchObject({ chosen: {}, comment: null });
    expect(page.history).toHaveLength(1);
    await mark(id, FULL, later(90));
    expect(await attempt(id)).toMatchObject({ passed: true });
  });
});

describe("who marks", () => {
  test("sees the text and not the person", async () => {
    const id = await handIn();
    const page = await viewAnswerToMark({ ...reach(), attemptId: id, questionId: "tu-luan" });
    const list = await listMarking({ ...reach(), view: "waiting", after: null });
    await mark(id, FULL);
    const marked = await listMarking({ ...reach(), view: "marked", after: null });
    const trail = await db.auditEvent.findFirstOrThrow({ where: { action: "attempt.marked" } });
    const seen = JSON.stringify([page, list, marked, { ...trail, id: null }]);
    expect(seen).not.toContain("Người Viết");
    expect(seen).not.toContain(learner.official.id);
    expect(page.written).toContain("lắng nghe");
    expect(list.waiting).toMatchObject([{ attemptId: id, code: page.code, questions: [{ id: "tu-luan" }] }]);
    expect(marked.marked).toMatchObject([{ attemptId: id, questionId: "tu-luan", points: 2 }]);
  });

  test("finds neither papers of other units, nor of other courses, nor the own", async () => {
    const id = await handIn();
    for (const wrong of [
      reach({ scope: [other.path] }),
      reach({ scope: [] }),
      reach({ courseSlug: "khong-co" }),
      reach({ markerId: learner.official.id }),
    ]) {
      const named = { ...wrong, attemptId: id, questionId: "tu-luan" };
      await expect(viewAnswerToMark(named)).rejects.toMatchObject({ code: "not-found" });
      await expect(mark(id, FULL, later(60), wrong)).rejects.toMatchObject({ code: "not-found" });
      expect(await nextToMark(wrong)).toBeNull();
    }
    for (const questionId of ["k-1", "khong-co"]) {
      await expect(mark(id, FULL, later(60), { questionId })).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(mark(id, { "nhan-dien": 9 })).rejects.toMatchObject({ code: "bad-request" });
    expect(await db.marking.count()).toBe(0);
    expect((await listMarking({ ...reach({ scope: [other.path] }), view: "waiting", after: null })).waiting).toEqual(
      [],
    );
  });

  test("has the oldest first, page by page", async () => {
    const ids: string[] = [];
    for (const [index, name] of ["Một", "Hai", "Ba"].entries()) {
      ids.push(await handIn(await buildLearner(unit, `Người ${name}`), later(10 - index)));
    }
    const all = await listMarking({ ...reach(), view: "waiting", after: null });
    expect(all.waiting!.map(({ attemptId }) => attemptId)).toEqual([...ids].reverse());
    const rest = await listMarking({ ...reach(), view: "waiting", after: ids[2]! });
    expect(rest.waiting!.map(({ attemptId }) => attemptId)).toEqual([ids[1], ids[0]]);
    expect(await nextToMark(reach())).toEqual({ attemptId: ids[2], questionId: "tu-luan" });
    expect(await countWaiting(reach())).toBe(3);
  });
});

test("the person reads the levels and the comment with the result", async () => {
  const id = await handIn();
  const result = async () => {
    const view = await viewResult({ officialId: learner.official.id, attemptId: id, now: later(90) });
    if (view.kind !== "result") throw new Error(view.kind);
    return view.page;
  };
  expect((await result()).markings).toEqual({});
  await mark(id, FULL);
  const page = await result();
  expect(page.markings["tu-luan"]).toMatchObject({
    comment: "Cần nêu căn cứ.",
    levels: [{ level: "Nhận ra đầy đủ" }, { level: "Đúng quy định" }],
  });
  expect(page.certificateSerial).not.toBeNull();
});
