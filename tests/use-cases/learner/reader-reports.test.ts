import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { answerForm } from "~/domain/courses/reports/report-form";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { answerReaderReport, listReaderReports, viewReaderReport } from "~/use-cases/author/reader-reports";
import { listMyReports, reportLesson, viewReportForm } from "~/use-cases/learner/report-lesson";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";

useDatabase();

const now = new Date("2026-11-23T03:00:00Z");
const nextDay = new Date("2026-11-24T04:00:00Z");
let reader: OfficialViewer, other: OfficialViewer;
let officer: Viewer;
let slug: string;

beforeAll(async () => {
  forgetVersions();
  const unit = await buildUnit({ code: "AG" });
  [reader, other] = [await buildLearner(unit, "Trần Thị Người Đọc"), await buildLearner(unit)];
  officer = await buildViewer({ unit, roles: [{ role: "training_officer", unit }] });
  ({ slug } = await publishSmallCourse());
});

const send = (viewer: OfficialViewer, block: string, at = now, lessonId = "mot") =>
  reportLesson({
    viewer,
    officialId: viewer.official.id,
    courseSlug: slug,
    lessonId,
    values: { block, text: "Số hiệu văn bản đã cũ." },
    now: at,
  });

describe("a report from a reader", () => {
  test("names the lesson's blocks to choose from", async () => {
    const page = await viewReportForm({ officialId: reader.official.id, courseSlug: slug, lessonId: "mot" });
    expect(page).toMatchObject({ lesson: { title: "Bài một" }, blocks: [{ id: "b-1", quote: "…" }, { id: "kt-1" }] });
  });

  test("is kept with version, block and quote; one on a block that is not there is on the lesson", async () => {
    await send(reader, "b-1");
    await send(reader, "b-khong-co");
    expect(await db.readerReport.findMany({ orderBy: { blockId: "asc" } })).toMatchObject([
      { lessonId: "mot", blockId: "b-1", quote: "…", state: "new" },
      { lessonId: "mot", blockId: null, quote: "" },
    ]);
    await expect(send(reader, "", now, "khong-co")).rejects.toMatchObject({ code: "not-found" });
  });

  test("more than ten in a day are not taken, also at once; the next day they are, and others are not held up", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(reader, "b-1")));
    expect(answers.filter(({ kind }) => kind === "sent")).toHaveLength(8);
    expect(answers.filter(({ kind }) => kind === "refused")).toHaveLength(4);
    expect(await send(other, "b-1")).toEqual({ kind: "sent" });
    expect(await send(reader, "b-1", nextDay)).toEqual({ kind: "sent" });
  });

  test("stands in the inbox without the name of who sent it", async () => {
    const { reports, counts } = await listReaderReports({ state: "new" });
    expect(counts).toEqual({ new: 12, answered: 0, closed: 0 });
    expect(reports).toHaveLength(12);
    expect(JSON.stringify(reports)).not.toMatch(new RegExp(`Người Đọc|${reader.official.id}`));
  });

  test("is answered, and the answer is read by who sent it and by nobody else", async () => {
    const mine = await listMyReports({ officialId: reader.official.id });
    const { id } = mine.at(-1)!;
    const answer = (more: Record<string, string>) =>
      answerReaderReport({
        viewer: officer,
        id,
        values: answerForm.parse({ intent: "answer", answer: "Đã sửa.", ...more }),
        now,
      });
    expect(await answer({ mendedIn: "2" })).toEqual({ kind: "refused", reason: "no-such-version" });
    expect(await answer({})).toEqual({ kind: "saved" });
    const read = (await listMyReports({ officialId: reader.official.id })).find((report) => report.id === id);
    expect(read).toMatchObject({
      state: "answered",
      answer: "Đã sửa.",
      answeredByName: officer.displayName,
      mendedIn: null,
    });
    expect((await listMyReports({ officialId: other.official.id })).map(({ answer: said }) => said)).toEqual([null]);
    const { courseId } = await db.courseVersion.findFirstOrThrow();
    const made = await db.courseVersion.create({
      data: { courseId, number: 2, contentHash: "2", manifest: { slug, title: "x", lessons: [] } },
    });
    await db.course.update({ where: { id: courseId }, data: { currentVersionId: made.id } });
    expect(await viewReaderReport({ id })).toMatchObject({ currentVersion: 2, stillThere: false });
    expect(await answer({ intent: "close", answer: "", mendedIn: "2" })).toEqual({ kind: "saved" });
    expect(await viewReaderReport({ id })).toMatchObject({
      report: { state: "closed", mendedIn: 2, answer: "Đã sửa." },
    });
    expect(await db.auditEvent.count({ where: { action: "report.answered" } })).toBe(2);
  });
});
