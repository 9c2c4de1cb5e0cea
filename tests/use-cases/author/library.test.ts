import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { listContentChecks } from "~/use-cases/author/list-content-checks";
import { listDocuments } from "~/use-cases/author/list-documents";
import { listLibrary } from "~/use-cases/author/list-library";
import { previewLesson } from "~/use-cases/author/preview-lesson";
import { previewTest } from "~/use-cases/author/preview-test";
import { viewLibraryCourse } from "~/use-cases/author/view-library-course";
import { openMedia } from "~/use-cases/learner/open-media";
import { publishContent } from "~/use-cases/system/publish-content";
import { db } from "~/platform/db.server";
import { buildUnit, buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";

useDatabase();

const slug = "van-hoa-cong-vu";
const now = new Date("2026-11-23T02:00:00Z");
// One pixel.
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
let contentDir: string;

beforeAll(async () => {
  forgetVersions();
  contentDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-content-"));
  // The register and one course, which is copied and spoilt below.
  await cp("content/documents", path.join(contentDir, "documents"), { recursive: true });
  await cp(path.join("content/courses", slug), path.join(contentDir, "courses", slug), { recursive: true });
  const lesson = path.join(contentDir, "courses", slug, "lessons/01-tong-quan.mdx");
  await cp(path.join(contentDir, "courses", slug), path.join(contentDir, "courses/khoa-hong"), { recursive: true });
  await writeFile(path.join(contentDir, "courses/khoa-hong/lessons/01-tong-quan.mdx"), "Chữ.");
  await writeFile(lesson, `${await readFile(lesson, "utf8")}\n![Sơ đồ quầy](media/so-do.png)\n`);
  await mkdir(path.join(contentDir, "courses", slug, "media"));
  await writeFile(path.join(contentDir, "courses", slug, "media/so-do.png"), PNG);
  await publishContent({ contentDir, now });
});

afterAll(() => rm(contentDir, { recursive: true, force: true }));

describe("what training officers see", () => {
  test("the library lists published courses with what the check says, and folders that could not be published", async () => {
    const [published, never] = await listLibrary();
    expect(published).toMatchObject({
      slug,
      version: { number: 1, publishedAt: now },
      lessons: 8,
      problems: 0,
      refused: false,
    });
    expect(published!.version!.hash).toMatch(/^[0-9a-f]{10}$/);
    expect(published!.questions.ready).toBeGreaterThanOrEqual(60);
    expect(never).toMatchObject({ slug: "khoa-hong", version: null, refused: true });
    expect(never!.problems).toBeGreaterThan(0);
  });

  test("the checks say where each problem is", async () => {
    const [check] = await listContentChecks();
    expect(check!.courses.map(({ folder, outcome }) => [folder, outcome])).toEqual([
      ["khoa-hong", "refused"],
      [slug, "published"],
    ]);
    expect(check!.problems).toContainEqual(
      expect.objectContaining({
        file: "content/courses/khoa-hong/lessons/01-tong-quan.mdx",
        line: 1,
        column: 1,
        rule: "front-matter-missing",
      }),
    );
  });

  test("a course: outline with its situations and checks, banks with sums that agree, versions", async () => {
    const course = await viewLibraryCourse({ slug, now });
    expect(course.lessons.every(({ situations, checks }) => situations >= 1 && checks >= 1)).toBe(true);
    for (const topic of course.topics) {
      for (const counts of [topic.byType, topic.byStatus, topic.byDifficulty]) {
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(topic.total);
      }
    }
    expect(course.topics.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(20);
    expect(course).toMatchObject({ reviewOverdue: false, problems: [], versions: [{ number: 1, current: true }] });
    expect((await viewLibraryCourse({ slug, now: new Date("2027-11-11T00:00:00Z") })).reviewOverdue).toBe(true);
  });

  test("a lesson with its neighbours; a lesson that is none is not found", async () => {
    const preview = await previewLesson({ slug, lessonId: "tinh-than-thai-do", now });
    expect(preview).toMatchObject({
      number: 2,
      lessonsInAll: 8,
      previous: { id: "tong-quan" },
      next: { id: "ky-luat-khong-phien-ha" },
    });
    await expect(previewLesson({ slug, lessonId: "khong-co", now })).rejects.toMatchObject({ code: "not-found" });
    await expect(previewLesson({ slug: "khong-co", lessonId: "tong-quan", now })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a paper by its code: the same again, another otherwise, without key, and no attempt is made", async () => {
    const [first, again, other] = await Promise.all(["a", "a", "b"].map((seed) => previewTest({ slug, seed })));
    expect(first!.paper).toEqual(again!.paper);
    expect(first!.paper.questions.map(({ id }) => id)).not.toEqual(other!.paper.questions.map(({ id }) => id));
    expect(first!.paper.questions).toHaveLength(20);
    expect(JSON.stringify(first!.paper)).not.toMatch(/"(correct|feedback|explanation|answer)"/);
    expect(await db.attempt.count()).toBe(0);
  });

  test("the register with who cites each document", async () => {
    const coverage = await listDocuments({ now: new Date("2026-11-23T03:05:00Z") });
    const scheme = coverage.find(({ document }) => document.number === "1847/QĐ-TTg")!;
    expect(scheme.citedBy[0]!.lessons.length).toBeGreaterThanOrEqual(6);
    expect(scheme.citedBy[0]!.questions.length).toBeGreaterThan(20);
    expect(coverage.find(({ document }) => document.number === "733/QĐ-TTg")!.citedBy).toEqual([]);
  });

  test("an image of a lesson is served by the address that stands in the lesson", async () => {
    const viewer = await buildViewer({ unit: await buildUnit({ code: "AG-MEDIA" }) });
    const sha256 = createHash("sha256").update(PNG).digest("hex");
    const { lesson } = await previewLesson({ slug, lessonId: "tong-quan", now });
    expect(JSON.stringify(lesson.segments)).toContain(`/media/${sha256}/so-do.png`);
    expect(await openMedia({ viewer, sha256, name: "so-do.png" })).toMatchObject({ type: "image/png" });
    await expect(openMedia({ viewer, sha256, name: "course.yaml" })).rejects.toMatchObject({ code: "not-found" });
    await expect(openMedia({ viewer, sha256: "0".repeat(64), name: "so-do.png" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
