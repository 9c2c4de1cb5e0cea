import { beforeEach, describe, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { writePass } from "~/domain/courses/scorm/package-pass.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { finishLesson } from "~/use-cases/learner/finish-lesson";
import { openLesson } from "~/use-cases/learner/open-lesson";
import { keepPackageState, openPackageFile, readPackageState } from "~/use-cases/learner/play-package";
import { startCourse } from "~/use-cases/learner/start-course";
import { viewCourse } from "~/use-cases/learner/view-course";
import { viewMyRecord } from "~/use-cases/learner/view-my-record";
import { publishContent } from "~/use-cases/system/publish-content";
import { buildLearner, buildUnit } from "../../support/build";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const now = new Date("2026-11-25T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const courseSlug = "goi-scorm";
const lessonId = "scorm-bai-1";
let learner: OfficialViewer;
let pass: string;

const key = () => ({ officialId: learner.official.id, courseSlug, lessonId, now });

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  const unit = await buildUnit({ code: "AG" });
  learner = await buildLearner(unit);
  await publishContent({ contentDir: "tests/e2e/content", now });
  await startCourse({ officialId: learner.official.id, courseSlug, now });
  pass = await openPass();
});

async function openPass(): Promise<string> {
  const page = (await openLesson(key()))!;
  const [, opened, file] = /^\/scorm\/([^/]+)\/(.*)$/.exec(page.played!.address)!;
  expect(file).toBe("bai/index.html?mo=1");
  return opened!;
}

let sequence = 0;
const tell = (
  values: Record<string, string>,
  more: Partial<{ session: string; sequence: number; ended: boolean }> = {},
) =>
  keepPackageState({
    pass,
    message: { session: "session-1", sequence: ++sequence, ended: false, values, ...more },
    now: later(sequence),
  });
const state = async () => (await readPackageState({ pass, now }))!.values;
const standing = async () =>
  (await viewCourse({ officialId: learner.official.id, courseSlug, now: later(99) })).standing;

describe("a course of a SCORM package", () => {
  test("has its items as lessons, with title, order and the mark to pass, and its files behind the pass alone", async () => {
    const page = (await openLesson(key()))!;
    expect(page).toMatchObject({
      lesson: { title: "Mật khẩu và dữ liệu", scorm: { masteryScore: 80, kind: "sco" } },
      lessonsInAll: 1,
      played: { status: null },
    });
    expect((await openPackageFile({ pass, path: "bai/lms.js", now }))!.bytes.length).toBeGreaterThan(100);
    expect(await openPackageFile({ pass, path: "BAI/LMS.js", now })).not.toBeNull();
    expect(await openPackageFile({ pass, path: "../course.yaml", now })).toBeNull();
    expect(await openPackageFile({ pass, path: "bai/khong-co.js", now })).toBeNull();
    expect(await openPackageFile({ pass, path: "bai/lms.js", now: later(11 * 60) })).toBeNull();
    expect(await openPackageFile({ pass: `${pass.slice(0, -1)}x`, path: "bai/lms.js", now })).toBeNull();
    const [text, mark] = pass.split(".");
    const forged = Buffer.from(Buffer.from(text!, "base64url").toString().replace(lessonId, "scorm-bai-2"));
    expect(await readPackageState({ pass: `${forged.toString("base64url")}.${mark}`, now })).toBeNull();
  });

  test("goes on where it was left, also with more than 4096 characters, and adds up the time", async () => {
    expect(await state()).toMatchObject({
      "cmi.core.entry": "ab-initio",
      "cmi.core.lesson_status": "not attempted",
      "cmi.core.student_name": learner.official.fullName,
      "cmi.launch_data": "che-do=day-du",
      "cmi.student_data.mastery_score": "80",
    });
    const suspend = "x".repeat(30_000);
    await tell({
      "cmi.core.lesson_location": "trang-2",
      "cmi.suspend_data": suspend,
      "cmi.core.session_time": "00:05:00",
    });
    await tell({ "cmi.core.session_time": "00:06:00", "cmi.core.exit": "suspend" }, { ended: false });
    expect(await state()).toMatchObject({
      "cmi.core.lesson_location": "trang-2",
      "cmi.suspend_data": suspend,
      "cmi.core.entry": "resume",
      "cmi.core.lesson_status": "incomplete",
      "cmi.core.total_time": "0000:06:00",
    });
    await tell({ "cmi.core.session_time": "00:06:00" }, { session: "session-2" });
    expect(await state()).toMatchObject({ "cmi.core.total_time": "0000:12:00" });
  });

  test("leaves out a message that was overtaken on its way", async () => {
    await tell({ "cmi.core.lesson_location": "trang-9" }, { sequence: 1000 });
    await tell({ "cmi.core.lesson_location": "trang-1" }, { sequence: 999 });
    expect(await state()).toMatchObject({ "cmi.core.lesson_location": "trang-9" });
  });

  test("is completed by a score that reaches the mark, with the score on record and a certificate, once", async () => {
    const below = { "cmi.core.score.raw": "20", "cmi.core.score.max": "50", "cmi.core.lesson_status": "completed" };
    expect(await tell(below)).toEqual({ kind: "kept", status: "failed", scorePercent: 40, done: false });
    expect((await standing())!.standing.status).toBe("in-progress");
    expect(await tell({ "cmi.core.score.raw": "45" })).toEqual({
      kind: "kept",
      status: "passed",
      scorePercent: 90,
      done: true,
    });
    expect((await standing())!.standing.status).toBe("completed");
    // What a package says afterwards takes nothing away.
    expect(await tell({ "cmi.core.score.raw": "5" })).toMatchObject({ status: "failed", scorePercent: 90, done: true });
    const completions = await db.completion.findMany();
    expect(completions.map(({ scorePercent, attemptsUsed }) => [Number(scorePercent), attemptsUsed])).toEqual([
      [90, 0],
    ]);
    const [certificate] = await db.certificate.findMany();
    expect(certificate).toBeDefined();
    const record = await viewMyRecord({ official: learner.official, now: later(99) });
    expect(JSON.stringify(record)).toContain("Gói học liệu");
  });

  test("is never completed by its reader's own button, and a package cannot speak for another turn", async () => {
    await expect(finishLesson({ viewer: learner, ...key() })).rejects.toMatchObject({ code: "not-found" });
    const { versionId } = await db.enrolment.findFirstOrThrow();
    const nobody = writePass({ versionId, lessonId, enrolmentId: "00000000-0000-4000-8000-000000000000" }, now);
    const preview = writePass({ versionId, lessonId, enrolmentId: null }, now);
    for (const other of [nobody, preview]) {
      const message = { session: "session-1", sequence: 1, ended: true, values: {} };
      expect(await keepPackageState({ pass: other, message, now })).toEqual({ kind: "refused" });
    }
    expect(await db.scormProgress.count()).toBe(0);
    expect((await readPackageState({ pass: preview, now }))!).toMatchObject({
      kept: false,
      values: { "cmi.core.credit": "no-credit", "cmi.core.lesson_mode": "browse" },
    });
  });
});
