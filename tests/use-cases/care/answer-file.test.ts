import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { markAnswer } from "~/use-cases/author/mark-answer";
import { applyAnswerFile } from "~/use-cases/hr/apply-answer-file";
import { readAnswerFile } from "~/use-cases/hr/read-answer-file";
import { submitTest } from "~/use-cases/learner/submit-test";
import { sweepExpiredAttempts } from "~/use-cases/system/sweep-expired-attempts";
import { buildAnswerFile } from "../../support/answer-files";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";
import { writtenBank, writtenCourse } from "../../support/marking";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const courseSlug = "khoa-thu";
let unit: UnitNode, other: UnitNode;
let learner: OfficialViewer;
let officer: Viewer;

async function people() {
  const root = await buildUnit({ code: "AG" });
  unit = await buildUnit({ code: "AG-XA", parent: root });
  other = await buildUnit({ code: "AG-XAB", parent: root });
  learner = await buildLearner(unit);
  officer = await buildViewer({ unit, roles: [{ role: "hr", unit }] });
}

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  await publishSmallCourse();
  await people();
});

async function open(at = now): Promise<string> {
  await readAllLessons(learner, courseSlug, at);
  return beginTest(learner, courseSlug, at);
}
const file = (attemptId: string, at: Date, more: Partial<Parameters<typeof buildAnswerFile>[0]> = {}) =>
  buildAnswerFile({ viewer: learner, attemptId, at, ...more });
const apply = (text: string, at: Date, more: object = {}) =>
  applyAnswerFile({
    viewer: officer,
    scope: [unit.path],
    text,
    reason: "Mất mạng tại xã",
    handIn: false,
    now: at,
    ...more,
  });
const plan = async (text: string, scope = [unit.path]) => {
  const read = await readAnswerFile({ viewer: officer, scope, text, now });
  return read.kind === "plan" ? read.plan : read.reason;
};
const verdicts = async (text: string) => {
  const read = await plan(text);
  return typeof read === "string" ? read : [...new Set(read.entries.map(({ verdict }) => verdict))];
};
const attempt = (id: string) => db.attempt.findUniqueOrThrow({ where: { id }, include: { answers: true } });
const submit = (attemptId: string, at: Date) =>
  submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now: at });

/** Everything that a file could move. */
async function everything(): Promise<string> {
  const rows = await Promise.all([
    db.attempt.findMany(),
    db.answer.findMany({ orderBy: [{ attemptId: "asc" }, { questionId: "asc" }] }),
    db.attemptEvent.findMany(),
    db.completion.findMany(),
    db.auditEvent.findMany(),
  ]);
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

describe("a look at a file", () => {
  test("says whose it is and what would be taken, and changes nothing", async () => {
    const id = await open();
    const text = await file(id, later(10));
    const before = await everything();
    const read = await plan(text);
    expect(read).toMatchObject({
      attempt: { id, number: 1, status: "open", official: { fullName: learner.official.fullName } },
      madeAt: later(10),
      taken: 4,
      mayHandIn: true,
    });
    expect(JSON.stringify(read)).not.toContain('"response"');
    expect(await everything()).toBe(before);
  });

  test("leaves aside what is saved already, what is older, and what was made after the last moment", async () => {
    const id = await open();
    await answerAll(learner, id, true, later(2));
    await db.answer.updateMany({ data: { sequence: BigInt(later(5).getTime()) } });
    expect(await verdicts(await file(id, later(10)))).toEqual(["same"]);
    expect(await verdicts(await file(id, later(4), { right: false }))).toEqual(["older"]);
    expect(await verdicts(await file(id, later(6), { right: false }))).toEqual(["take"]);
    expect(await verdicts(await file(id, new Date(later(20).getTime() + 30_000), { right: false }))).toEqual(["take"]);
    expect(await verdicts(await file(id, new Date(later(20).getTime() + 30_001), { right: false }))).toEqual(["late"]);
    await db.answer.updateMany({ data: { settledAt: later(5) } });
    expect(await verdicts(await file(id, later(6), { right: false }))).toEqual(["settled"]);
  });
});

describe("taking it over", () => {
  test("saves the answers in the open paper, which stays open", async () => {
    const id = await open();
    expect(await apply(await file(id, later(10)), later(15))).toMatchObject({ kind: "applied", taken: 4, open: true });
    const after = await attempt(id);
    expect(after.status).toBe("open");
    expect(after.answers).toHaveLength(4);
    expect(after.answers.every(({ sequence }) => Number(sequence) === later(10).getTime())).toBe(true);
    expect(await submit(id, later(16))).toMatchObject({ passed: true });
    expect(await db.attemptEvent.findFirstOrThrow()).toMatchObject({ kind: "answer-file", reason: "Mất mạng tại xã" });
  });

  test("hands the open paper in when asked to, with the completion that it earns", async () => {
    const id = await open();
    const answer = await apply(await file(id, later(10)), later(15), { handIn: true });
    expect(answer).toMatchObject({ open: false, percent: 100, completed: true });
    expect(await attempt(id)).toMatchObject({
      status: "submitted",
      passed: true,
      byTimer: false,
      submittedAt: later(15),
    });
    expect(await db.completion.findFirstOrThrow()).toMatchObject({ attemptId: id });
    expect(await db.certificate.count()).toBe(1);
    const actions = (await db.auditEvent.findMany()).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["attempt.submitted", "attempt.answer-file"]));
  });

  test("grades the paper that the clock handed in again, and records what that earns", async () => {
    const id = await open();
    await sweepExpiredAttempts({ now: later(21) });
    expect(await attempt(id)).toMatchObject({ status: "submitted", byTimer: true, passed: false });
    expect(await apply(await file(id, later(12)), later(120))).toMatchObject({
      taken: 4,
      percent: 100,
      completed: true,
    });
    expect(await attempt(id)).toMatchObject({ passed: true, byTimer: true, submittedAt: later(20) });
    expect(await db.completion.findFirstOrThrow()).toMatchObject({ attemptId: id, completedAt: later(20) });
    expect(await db.attemptEvent.findFirstOrThrow()).toMatchObject({
      before: { percent: 0, passed: false },
      after: { percent: 100, passed: true, answers: 4, leftAside: 0 },
    });
  });

  test("never makes a handed-in paper worth less", async () => {
    const id = await open();
    await answerAll(learner, id, true, later(2));
    await db.answer.updateMany({ data: { sequence: BigInt(later(2).getTime()) } });
    await submit(id, later(5));
    const text = await file(id, later(10), { right: false });
    expect(await verdicts(text)).toEqual(["would-lower"]);
    const before = await everything();
    expect(await apply(text, later(30))).toEqual({ kind: "refused", reason: "nothing-to-take" });
    expect(await everything()).toBe(before);
  });

  test("twice is once", async () => {
    const id = await open();
    await sweepExpiredAttempts({ now: later(21) });
    const text = await file(id, later(12));
    const answers = await Promise.all([apply(text, later(60)), apply(text, later(60)), apply(text, later(60))]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["applied", "refused", "refused"]);
    expect(await db.attemptEvent.count()).toBe(1);
    expect(await db.completion.count()).toBe(1);
  });

  test("a written answer waits for its mark; one that was marked stays", async () => {
    await truncateAll();
    forgetVersions();
    await publishSmallCourse(writtenCourse, writtenBank());
    await people();
    const id = await open();
    await sweepExpiredAttempts({ now: later(21) });
    const first = await apply(await file(id, later(12)), later(60));
    expect(first).toMatchObject({ taken: 3, percent: null, completed: false });
    expect(await attempt(id)).toMatchObject({ awaitsMarking: true, percent: null });
    await markAnswer({
      courseSlug,
      scope: [unit.path],
      markerId: null,
      viewer: officer,
      attemptId: id,
      questionId: "tu-luan",
      chosen: { "nhan-dien": 0, "cach-xu-ly": 0 },
      comment: null,
      now: later(90),
    });
    const again = await file(id, later(13), { right: false, only: ({ type }) => type === "reflection" });
    expect(await verdicts(again)).toEqual(["already-marked"]);
  });
});

describe("files that are not taken", () => {
  test("each has its reason, and nothing moves", async () => {
    const id = await open();
    const text = await file(id, later(10));
    const elsewhere = await file(id, later(10), { officialId: officer.accountId });
    const before = await everything();
    const reasons = await Promise.all(
      [
        apply("", later(15)),
        apply("hello", later(15)),
        apply(text.slice(0, -40), later(15)),
        apply("{}", later(15)),
        apply(text.replace(id, learner.official.id), later(15)),
        apply(elsewhere, later(15)),
        apply(text, later(15), { scope: [other.path] }),
        apply(text, later(15), { scope: [] }),
        apply(text, later(15), { viewer: { ...officer, official: learner.official } }),
      ].map(async (answer) => {
        const { kind, ...rest } = await answer;
        return kind === "refused" && "reason" in rest ? rest.reason : kind;
      }),
    );
    expect(reasons).toEqual([
      "empty",
      "not-json",
      "not-json",
      "not-an-answer-file",
      "cannot-be-opened",
      "of-another-person",
      "not-in-your-units",
      "not-in-your-units",
      "own-attempt",
    ]);
    expect(await plan(text, [other.path])).toBe("not-in-your-units");
    await db.attempt.update({ where: { id }, data: { status: "voided" } });
    expect(await plan(text)).toBe("voided");
    await db.attempt.update({ where: { id }, data: { status: "open" } });
    expect(await everything()).toBe(before);
  });
});
