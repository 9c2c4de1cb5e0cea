import { afterAll, describe, expect, test } from "vitest";
import { stop } from "esbuild";
import { sha256 } from "~/domain/courses/content-hash.server";
import { compileCourse } from "~/domain/courses/compile-course.server";
import { quotesOf } from "~/domain/courses/lesson/block-html";
import { lessonBlocks } from "~/domain/courses/lesson/lesson-blocks";
import { courses, report } from "./real-content";

afterAll(() => stop());

describe("the blocks of a lesson file", () => {
  test("are those of its compiled page, by the same ids in the same order", async () => {
    const register = new Map(report.documents.map((document) => [document.number, document]));
    const course = courses[0]!;
    const { lessons } = await compileCourse(course, register);
    for (const [index, lesson] of lessons.entries()) {
      const bytes = course.source.files.get(`lessons/${course.course.lessons[index]!.file}.mdx`)!;
      const blocks = lessonBlocks(new TextDecoder().decode(bytes), (text) => sha256(Buffer.from(text)).slice(0, 8));
      expect(blocks.length, lesson.id).toBeGreaterThan(5);
      expect(blocks.map(({ id }) => id)).toEqual(quotesOf(lesson.segments, 100).map(({ id }) => id));
    }
  }, 60_000);
});
