import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { courseVersion, currentVersionOf, forgetVersions } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";
import { publishContent } from "~/use-cases/system/publish-content";
import { truncateAll, useDatabase } from "../support/database";

useDatabase();

const COURSE = "van-hoa-cong-vu";
const LESSON = `courses/${COURSE}/lessons/02-tinh-than-thai-do.mdx`;
const now = new Date("2026-11-23T02:00:00Z");
const later = new Date("2026-11-24T02:00:00Z");
let contentDir: string;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  contentDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-content-"));
  // The register and one course: what is told of one is true of each.
  await cp("content/documents", path.join(contentDir, "documents"), { recursive: true });
  await cp(`content/courses/${COURSE}`, path.join(contentDir, "courses", COURSE), { recursive: true });
});

afterEach(() => rm(contentDir, { recursive: true, force: true }));

const publish = (at = now) => publishContent({ contentDir, now: at });
const read = (file: string) => readFile(path.join(contentDir, file), "utf8");
const write = (file: string, text: string) => writeFile(path.join(contentDir, file), text);
const append = async (file: string, text: string) => write(file, (await read(file)) + text);

describe("publishing content", () => {
  test("makes version 1 with its files, lessons, questions, register and an audit event", async () => {
    const report = await publish();
    expect(report.problems).toEqual([]);
    expect(report.published).toEqual([COURSE]);
    const version = (await currentVersionOf(COURSE))!;
    expect(version).toMatchObject({ number: 1, slug: COURSE, publishedAt: now });
    expect(version.lessons.map(({ id }) => id)).toEqual(version.manifest.lessons.map(({ id }) => id));
    expect(version.questions.length).toBeGreaterThanOrEqual(60);
    expect(version.questionsById.get(version.questions[0]!.id)).toBe(version.questions[0]);
    const files = await db.courseFile.findMany({ where: { versionId: version.id } });
    const lesson = files.find(({ path: name }) => name === "lessons/02-tinh-than-thai-do.mdx")!;
    expect(Buffer.from(lesson.bytes!).toString("utf8")).toBe(await read(LESSON));
    expect(await db.legalDocument.count()).toBeGreaterThan(10);
    const [event] = await db.auditEvent.findMany();
    expect(event).toMatchObject({ action: "course.published", actorName: "Hệ thống", subjectId: version.courseId });
  });

  test("twice is one version, one audit event, one check", async () => {
    await publish();
    const again = await publish(later);
    expect(again.published).toEqual([]);
    expect(again.courses).toMatchObject([{ folder: COURSE, outcome: "unchanged", version: 1 }]);
    expect(await db.courseVersion.count()).toBe(1);
    expect(await db.auditEvent.count()).toBe(1);
    expect(await db.contentCheck.count()).toBe(1);
  });

  test("by two processes at once is one version", async () => {
    const reports = await Promise.all([publish(), publish(), publish()]);
    expect(await db.courseVersion.count()).toBe(1);
    expect(await db.auditEvent.count()).toBe(1);
    expect(reports.flatMap(({ published }) => published)).toEqual([COURSE]);
  });

  test("of a change by two processes at once is one more version", async () => {
    await publish();
    await append(LESSON, "\nMột câu thêm vào để thử.\n");
    const reports = await Promise.all([publish(later), publish(later), publish(later)]);
    expect(reports.flatMap(({ published }) => published)).toEqual([COURSE]);
    expect(await db.courseVersion.findMany({ select: { number: true }, orderBy: { number: "asc" } })).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
    expect(await db.auditEvent.count()).toBe(2);
  });

  test("of a changed file makes version 2 and leaves version 1 as it was", async () => {
    await publish();
    const first = (await currentVersionOf(COURSE))!;
    const before = await stored(first.id);
    await append(LESSON, "\nMột câu thêm vào để thử.\n");
    expect((await publish(later)).published).toEqual([COURSE]);
    const second = (await currentVersionOf(COURSE))!;
    expect(second.number).toBe(2);
    expect(second.contentHash).not.toBe(first.contentHash);
    expect(html(second)).toContain("Một câu thêm vào để thử.");
    expect(await stored(first.id)).toEqual(before);
    expect(html(await courseVersion(first.id))).not.toContain("Một câu thêm vào để thử.");
  });

  test("of files that were published before brings their version back, without a copy", async () => {
    await publish();
    const original = await read(LESSON);
    await append(LESSON, "\nMột câu thêm vào để thử.\n");
    await publish(later);
    await write(LESSON, original);
    const report = await publish(new Date("2026-11-25T02:00:00Z"));
    expect(report.courses).toMatchObject([{ outcome: "restored", version: 1 }]);
    expect((await currentVersionOf(COURSE))!.number).toBe(1);
    expect(await db.courseVersion.count()).toBe(2);
  });

  test("of a bad lesson publishes nothing of that course and says where", async () => {
    await publish();
    const line = (await read(LESSON)).split("\n").length + 1;
    await append(LESSON, "\nGiá trị {process.env.SECRET_KEY} ở đây.\n");
    const report = await publish(later);
    expect(report.published).toEqual([]);
    expect(report.courses).toMatchObject([{ folder: COURSE, outcome: "refused", version: 1 }]);
    expect(report.problems).toMatchObject([{ file: `content/${LESSON}`, line, column: 9, rule: "mdx-expression" }]);
    expect((await currentVersionOf(COURSE))!.number).toBe(1);
    const [check] = await db.contentCheck.findMany({ orderBy: { checkedAt: "desc" } });
    expect(check!.problems).toMatchObject([{ line, rule: "mdx-expression" }]);
  });

  test("holds up only the course that is wrong", async () => {
    await cp(path.join(contentDir, "courses", COURSE), path.join(contentDir, "courses/khoa-khac"), { recursive: true });
    await write(
      "courses/khoa-khac/course.yaml",
      (await read(`courses/${COURSE}/course.yaml`)).replace(/^slug: .*/m, "slug: khoa-khac"),
    );
    await append(LESSON, "\n<script>alert(1)</script>\n");
    const report = await publish();
    expect(report.published).toEqual(["khoa-khac"]);
    expect(await currentVersionOf(COURSE)).toBeNull();
    expect((await currentVersionOf("khoa-khac"))!.number).toBe(1);
  });

  test("when the title of a cited document changes, the course is published anew with it", async () => {
    await publish();
    const file = "documents/1847-qd-ttg.yaml";
    await write(file, (await read(file)).replace(/^title: .*/m, "title: Tên văn bản đã sửa"));
    await publish(later);
    const version = (await currentVersionOf(COURSE))!;
    expect(version.number).toBe(2);
    expect(html(version)).toContain('title="Tên văn bản đã sửa"');
  });

  test("reads a version from the database once", async () => {
    await publish();
    const first = await currentVersionOf(COURSE);
    expect(await currentVersionOf(COURSE)).toBe(first);
    forgetVersions();
    expect(await currentVersionOf(COURSE)).not.toBe(first);
  });
});

const html = (version: Awaited<ReturnType<typeof courseVersion>>) =>
  JSON.stringify(version.lessons).replaceAll('\\"', '"');

async function stored(versionId: string) {
  const where = { versionId };
  return {
    version: await db.courseVersion.findUnique({ where: { id: versionId } }),
    files: await db.courseFile.findMany({ where, orderBy: { path: "asc" } }),
    lessons: await db.lessonVersion.findMany({ where, orderBy: { position: "asc" } }),
    questions: await db.questionVersion.findMany({ where, orderBy: { position: "asc" } }),
  };
}
