import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import type { CorrectionWish } from "~/domain/completion/corrections/correction";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { changeCertificate } from "~/use-cases/hr/change-certificate";
import { correctCompletion } from "~/use-cases/hr/correct-completion";
import { recogniseLearning } from "~/use-cases/hr/recognise-learning";
import { viewReissue } from "~/use-cases/hr/reissue-certificate";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-26T03:00:00Z");
const nextWeek = new Date("2026-12-03T03:00:00Z");
const scope = ["AG"];
const REASON = "Biên bản ngày 25/11/2026";
let hr: Viewer;
let learner: OfficialViewer;
let slug: string;
let serial: string;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  const unit = await buildUnit({ code: "P-A", parent: root });
  ({ slug } = await publishSmallCourse());
  hr = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
  learner = await buildLearner(unit, "Nguyễn Thị Học");
  await readAllLessons(learner, slug, now);
  await pass(now);
  ({ serial } = await db.certificate.findFirstOrThrow());
});

async function pass(at: Date): Promise<void> {
  const attemptId = await beginTest(learner, slug, at);
  await answerAll(learner, attemptId, true, at);
  await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now: at });
}

async function correct(wish: CorrectionWish, seen: number): Promise<void> {
  const { id: enrolmentId } = await db.enrolment.findFirstOrThrow();
  const answer = await correctCompletion({ viewer: hr, scope, enrolmentId, wish, seen, now: nextWeek });
  expect(answer).toMatchObject({ kind: "corrected" });
}

const correction = { fullName: "Nguyễn Thị Học", positionTitle: "Chuyên viên", unitName: "Đơn vị P-A" };
const reissue = () =>
  changeCertificate({
    viewer: hr,
    scope,
    serial,
    wish: { action: "reissue", correction },
    why: { reasonClass: "details-corrected", reason: REASON },
    now: nextWeek,
  });
const latest = () => db.certificate.findFirstOrThrow({ orderBy: { registerNumber: "desc" } });

describe("a certificate that is issued again says what the record says now", () => {
  test("the same as before, when nothing was corrected", async () => {
    expect(await viewReissue({ scope, serial })).toEqual({ kind: "as-before" });
    expect(await reissue()).toMatchObject({ kind: "done" });
    expect((await latest()).facts).toMatchObject({ completedOn: "2026-11-26", result: "Đạt (100%)" });
  });

  test("the corrected day and result, and it rests on the correction", async () => {
    await correct(
      { kind: "facts", completedOn: "2026-11-30", scorePercent: 92.5, onTime: "by-date", reason: REASON },
      0,
    );
    const told = { completedOn: "2026-11-30", result: "Đạt (92,5%)" };
    expect(await viewReissue({ scope, serial })).toMatchObject({ kind: "corrected", ...told });
    expect(await reissue()).toMatchObject({ kind: "done" });
    const made = await latest();
    expect(made.facts).toMatchObject(told);
    expect(made.completionId).toBe((await db.completion.findFirstOrThrow({ where: { revision: 1 } })).id);
  });

  test("nothing, when the completion was declared void: none is issued, and no number is taken", async () => {
    await correct({ kind: "void", reason: REASON }, 0);
    expect(await viewReissue({ scope, serial })).toEqual({ kind: "refused", reason: "no-completion" });
    expect(await reissue()).toEqual({ kind: "refused", reason: "no-completion" });
    expect(await db.certificate.count()).toBe(1);
    expect(await db.certificateEvent.count({ where: { kind: "reissued" } })).toBe(0);
  });

  test("what was earned again after that, and it holds from now on as a new one does", async () => {
    await db.certificateEvent.create({
      data: {
        certificateId: (await latest()).id,
        kind: "expired",
        at: new Date("2027-05-26T17:00:00Z"),
        reasonClass: "validity-over",
      },
    });
    await correct({ kind: "void", reason: REASON }, 0);
    await pass(new Date("2026-12-04T03:00:00Z"));
    expect(await db.certificate.count()).toBe(1);
    expect(await reissue()).toMatchObject({ kind: "done" });
    const made = await latest();
    expect(made.facts).toMatchObject({ completedOn: "2026-12-04" });
    // The template of today sets no end.
    expect(await db.certificateEvent.count({ where: { certificateId: made.id, kind: "expired" } })).toBe(0);
  });

  test("nothing of a result of ours, when the turn stands by learning from elsewhere", async () => {
    await correct({ kind: "void", reason: REASON }, 0);
    const values = {
      course: slug,
      cycle: "2026",
      decisionNumber: "12/QĐ-SNV",
      decidedOn: "2026-11-20",
      issuer: "Học viện Hành chính",
      learned: "Lớp bồi dưỡng văn hóa công vụ",
    };
    const officialId = learner.official.id;
    const done = await recogniseLearning({ viewer: hr, scope, officialId, values, file: null, now: nextWeek });
    expect(done).toMatchObject({ kind: "recognised" });
    expect(await reissue()).toEqual({ kind: "refused", reason: "recognised" });
  });
});
