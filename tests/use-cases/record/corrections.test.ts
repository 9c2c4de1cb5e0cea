import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import type { CorrectionWish } from "~/domain/completion/corrections/correction";
import { listStaff } from "~/domain/enrolment/staff-list-store.server";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import { localDay } from "~/domain/time";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { correctCompletion, previewCorrection } from "~/use-cases/hr/correct-completion";
import { explainPersonTurn } from "~/use-cases/hr/explain-person-turn";
import { exportStaff } from "~/use-cases/hr/export-staff";
import { openDecision } from "~/use-cases/hr/open-decision";
import { recogniseLearning } from "~/use-cases/hr/recognise-learning";
import { viewOverview } from "~/use-cases/hr/view-overview";
import { withdrawAssignment } from "~/use-cases/hr/withdraw-assignment";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewMyRecord } from "~/use-cases/learner/view-my-record";
import { checkRecord } from "~/use-cases/system/check-record";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-26T03:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const SCOPE = ["AG"];
const REASON = "Biên bản ngày 20/11/2026: làm hộ bài";
let unit: UnitNode;
let hr: Viewer;
let learner: OfficialViewer;
let other: OfficialViewer;
let turn: string;
let slug: string;

beforeAll(async () => {
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  unit = await buildUnit({ code: "P-A", parent: root });
  ({ slug } = await publishSmallCourse());
  hr = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
  learner = await buildLearner(unit, "Nguyễn Thị Học");
  other = await buildLearner(unit, "Trần Văn Nơi Khác");
  const actor = { accountId: hr.accountId, name: hr.displayName, ip: null };
  await assignCourse({ actor, scope: SCOPE, courseSlug: slug, unitCode: "P-A", dueOn: "2026-12-10", note: null, now });
  await readAllLessons(learner, slug, now);
  await pass(now);
  turn = (await db.enrolment.findFirstOrThrow({ where: { officialId: learner.official.id } })).id;
});

async function pass(at: Date): Promise<void> {
  const attemptId = await beginTest(learner, slug, at);
  await answerAll(learner, attemptId, true, at);
  await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now: at });
}

const correct = (wish: CorrectionWish, seen: number, at = later(10)) =>
  correctCompletion({ viewer: hr, scope: SCOPE, enrolmentId: turn, wish, seen, now: at });
const rows = () => db.completion.findMany({ where: { officialId: learner.official.id }, orderBy: { revision: "asc" } });
const mismatches = async () => {
  const { checkId } = await checkRecord({ clock: () => later(60) });
  return (await db.recordMismatch.findMany({ where: { checkId } })).map(({ kind }) => kind);
};

/** What every place says about the learner's turn, in one object. */
async function everywhere() {
  const list = await listStaff({
    scope: SCOPE,
    turn: { courseId: (await db.course.findFirstOrThrow()).id, cycle: "2026" },
    status: null,
    text: "Nguyễn Thị Học",
    today: localDay(later(60)),
  });
  const record = await viewMyRecord({ official: learner.official, now: later(60) });
  const overview = await viewOverview({ scope: SCOPE, course: null, now: later(60) });
  const sheet = await exportStaff({
    actor: { accountId: hr.accountId, name: "HR", ip: null },
    scope: SCOPE,
    unitCode: "P-A",
    course: null,
    status: null,
    text: "Nguyễn Thị Học",
    format: "csv",
    now: later(60),
  });
  const [line] = (await gathered(sheet.batches)).flat();
  const { explanation } = await explainPersonTurn({ enrolmentId: turn, scope: SCOPE, now: later(60) });
  return {
    list: list.people[0]!.status,
    record: record.turns[0]!.standing.status,
    sheet: line!.status,
    sheetScore: line!.scorePercent,
    explained: explanation.standing.status,
    counted: overview.totals.completed === 1,
  };
}

async function gathered<T>(batches: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

describe("a correction", () => {
  test("is shown before it is made, and showing writes nothing", async () => {
    const before = await rows();
    const wish: CorrectionWish = {
      kind: "facts",
      completedOn: "2026-11-26",
      scorePercent: 90,
      onTime: "by-date",
      reason: REASON,
    };
    const answer = await previewCorrection({
      viewer: hr,
      scope: SCOPE,
      enrolmentId: turn,
      wish,
      seen: 0,
      now: later(5),
    });
    expect(answer).toMatchObject({ kind: "planned", next: { scorePercent: 90, corrects: { scorePercent: 100 } } });
    expect(await rows()).toEqual(before);
  });

  test("is a further row that points at the first one, which stays as it was; every place says the new facts", async () => {
    const [first] = await rows();
    const wish: CorrectionWish = {
      kind: "facts",
      completedOn: "2026-11-26",
      scorePercent: 90,
      onTime: "by-date",
      reason: REASON,
    };
    expect(await correct(wish, 0)).toMatchObject({ kind: "corrected" });
    const [kept, next] = await rows();
    expect(kept).toEqual(first);
    expect(next).toMatchObject({
      revision: 1,
      correctsId: first!.id,
      correction: "facts",
      reason: REASON,
      recordedByName: hr.displayName,
    });
    expect(await everywhere()).toMatchObject({
      list: "completed",
      record: "completed",
      sheet: "completed",
      sheetScore: 90,
      counted: true,
    });
    expect(await db.auditEvent.findFirst({ where: { action: "completion.corrected" } })).toMatchObject({
      before: { scorePercent: 100 },
      after: { scorePercent: 90, reason: REASON },
    });
    const { explanation } = await explainPersonTurn({ enrolmentId: turn, scope: SCOPE, now: later(60) });
    expect(explanation.standing.because.map(({ kind }) => kind)).toEqual([
      "lessons-finished",
      "test-passed",
      "corrected",
      "recorded",
    ]);
  });

  test("upon a page that somebody else has overtaken, of nothing, of oneself, or before the course was begun is refused", async () => {
    const wish = {
      kind: "facts",
      completedOn: "2026-11-26",
      scorePercent: 80,
      onTime: "by-date",
      reason: REASON,
    } as const;
    expect(await correct(wish, 0)).toMatchObject({ fault: { reason: "overtaken" } });
    expect(await correct({ ...wish, scorePercent: 90 }, 1)).toMatchObject({ fault: { reason: "nothing-changed" } });
    expect(await correct({ ...wish, completedOn: "2026-11-01" }, 1)).toMatchObject({
      fault: { reason: "before-start" },
    });
    expect(await correct({ ...wish, completedOn: "2026-11-28" }, 1)).toMatchObject({ fault: { reason: "in-future" } });
    expect(await correct({ kind: "restore", reason: REASON }, 1)).toMatchObject({ fault: { reason: "not-void" } });
    const self = { ...hr, official: learner.official };
    const own = await correctCompletion({
      viewer: self,
      scope: SCOPE,
      enrolmentId: turn,
      wish,
      seen: 1,
      now: later(11),
    });
    expect(own).toMatchObject({ fault: { reason: "for-oneself" } });
    expect(await rows()).toHaveLength(2);
  });

  test("by two officers at once is one", async () => {
    const wish = {
      kind: "facts",
      completedOn: "2026-11-26",
      scorePercent: 85,
      onTime: "by-date",
      reason: REASON,
    } as const;
    const answers = await Promise.all([correct(wish, 1), correct({ ...wish, scorePercent: 86 }, 1)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["corrected", "refused"]);
  });
});

describe("a completion that is declared void", () => {
  test("opens the turn again in every place, and the certificate that is still valid is named", async () => {
    expect(await correct({ kind: "void", reason: REASON }, 2)).toMatchObject({
      kind: "corrected",
      turn: { certificate: { number: expect.any(String) as string } },
    });
    expect(await everywhere()).toEqual({
      list: "in-progress",
      record: "in-progress",
      sheet: "in-progress",
      sheetScore: null,
      explained: "in-progress",
      counted: false,
    });
    const { explanation } = await explainPersonTurn({ enrolmentId: turn, scope: SCOPE, now: later(60) });
    expect(explanation.standing.missing.map(({ kind }) => kind)).toEqual(["voided", "test"]);
    expect(explanation.steps.find(({ kind }) => kind === "test")).toMatchObject({
      attempts: [{ state: "counts-no-more" }],
    });
    expect(await mismatches()).toEqual(["certificate-without-completion"]);
  });

  test("can be restored: what stood before stands again", async () => {
    expect(await correct({ kind: "restore", reason: REASON }, 3)).toMatchObject({ kind: "corrected" });
    expect(await everywhere()).toMatchObject({ list: "completed", record: "completed", counted: true });
    expect(await mismatches()).toEqual([]);
  });

  test("can be earned again by passing the test after it, as a further row without a second certificate", async () => {
    await correct({ kind: "void", reason: REASON }, 4, later(20));
    await pass(later(30));
    const all = await rows();
    expect(all.map(({ correction }) => correction)).toEqual([
      null,
      "facts",
      "facts",
      "void",
      "facts",
      "void",
      "earned-again",
    ]);
    expect(all.at(-1)).toMatchObject({ correctsId: all.at(-2)!.id, completedAt: later(30), attemptsUsed: 2 });
    expect(await everywhere()).toMatchObject({ list: "completed", record: "completed", counted: true });
    expect(await db.certificate.count()).toBe(1);
    expect(await mismatches()).toEqual([]);
  });
});

describe("learning elsewhere", () => {
  const values = {
    course: "",
    cycle: "2026",
    decisionNumber: "123/QĐ-SNV",
    decidedOn: "2026-11-20",
    issuer: "Sở Nội vụ",
    learned: "Lớp bồi dưỡng văn hóa công vụ, Học viện Hành chính",
  };
  const pdf = { name: "Quyết định 123.pdf", bytes: Buffer.from("%PDF-1.7 …") };
  const recognise = (file: { name: string; bytes: Uint8Array } | null = null, changed: Partial<typeof values> = {}) =>
    recogniseLearning({
      viewer: hr,
      scope: SCOPE,
      officialId: other.official.id,
      values: { ...values, course: slug, ...changed },
      file,
      now: later(40),
    });

  test("that is no decision yet, or no file, is not recorded", async () => {
    expect(await recognise(null, { decidedOn: "2026-12-01" })).toMatchObject({ fault: { reason: "in-future" } });
    expect(await recognise({ name: "x.pdf", bytes: Buffer.from("<html>") })).toMatchObject({
      fault: { reason: "not-a-file" },
    });
    expect(await db.recognisedLearning.count()).toBe(0);
  });

  test("completes the turn visibly, on the day of the decision, without a certificate of ours", async () => {
    const answer = await recognise(pdf);
    expect(answer).toMatchObject({ kind: "recognised" });
    const { turns } = await viewMyRecord({ official: other.official, now: later(60) });
    expect(turns[0]).toMatchObject({
      recognised: true,
      certificate: null,
      standing: { status: "completed", onTime: true, completedAt: new Date("2026-11-19T17:00:00Z") },
    });
    expect(turns[0]!.standing.because[0]).toMatchObject({
      kind: "recognised",
      decisionNumber: "123/QĐ-SNV",
      issuer: "Sở Nội vụ",
    });
    const list = await listStaff({
      scope: SCOPE,
      turn: { courseId: (await db.course.findFirstOrThrow()).id, cycle: "2026" },
      status: "completed",
      text: "Nơi Khác",
      today: "2026-11-26",
    });
    expect(list.people[0]!.turn).toMatchObject({ recognised: true });
    expect(await db.certificate.count()).toBe(1);
    expect(await mismatches()).toEqual([]);
    const { id } = await db.recognisedLearning.findFirstOrThrow();
    expect(await openDecision({ recognitionId: id, scope: SCOPE })).toMatchObject({
      name: "Quyết định 123.pdf",
      type: "application/pdf",
    });
    await expect(openDecision({ recognitionId: id, scope: SCOPE, officialId: learner.official.id })).rejects.toThrow();
  });

  test("is not recorded twice, and stays when the assignment is taken back", async () => {
    expect(await recognise()).toMatchObject({ fault: { reason: "already-completed" } });
    const { id } = await db.assignment.findFirstOrThrow();
    const actor = { accountId: hr.accountId, name: hr.displayName, ip: null };
    await withdrawAssignment({ actor, scope: SCOPE, assignmentId: id, now: later(50) });
    const { turns } = await viewMyRecord({ official: other.official, now: later(60) });
    expect(turns[0]).toMatchObject({ recognised: true, standing: { status: "completed" } });
    expect(await mismatches()).toEqual([]);
  });

  test("is taken back by a further correction, and can be recognised anew", async () => {
    const { id: enrolmentId } = await db.enrolment.findFirstOrThrow({ where: { officialId: other.official.id } });
    const wish = { kind: "void", reason: "Quyết định đã bị thu hồi" } as const;
    await correctCompletion({ viewer: hr, scope: SCOPE, enrolmentId, wish, seen: 0, now: later(51) });
    expect((await viewMyRecord({ official: other.official, now: later(60) })).turns[0]).toMatchObject({
      recognised: false,
      standing: {
        status: "not-started",
        missing: [{ kind: "voided" }, { kind: "lesson" }, { kind: "lesson" }, { kind: "test" }],
      },
    });
    expect(await recognise(null, { decisionNumber: "124/QĐ-SNV" })).toMatchObject({ kind: "recognised" });
    const all = await db.completion.findMany({
      where: { officialId: other.official.id },
      orderBy: { revision: "asc" },
    });
    expect(all.map(({ correction }) => correction)).toEqual([null, "void", "recognised"]);
    expect(await db.recognisedLearning.count()).toBe(2);
    expect(await mismatches()).toEqual([]);
  });
});
