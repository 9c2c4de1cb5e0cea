import { describe, expect, test } from "vitest";
import { parseQuestion } from "~/domain/assessment/question-types";
import { checkCourse } from "~/domain/courses/check/check-course";
import { compileCourse } from "~/domain/courses/compile-course.server";
import { describeProblem, isError } from "~/domain/courses/content-problem";
import { courseSource } from "~/domain/courses/course-source";
import { readArchive } from "~/domain/courses/intake/archive.server";
import { compileDraft } from "~/domain/courses/lesson/compile-draft.server";
import { zip } from "~/platform/zip.server";
import { courseOf, HOSTILE_SLUG, lessonText } from "../../support/hostile/course";
import { harmIn } from "../../support/hostile/harmless-html";
import { HOSTILE_LESSONS } from "../../support/hostile/lessons";
import { REGISTER } from "./lesson-under-test";

/** A lesson as it stands is checked in some milliseconds; a whole one of ten minutes in some fifty. */
const LIMIT_MS = 1500;

const checked = (files: ReturnType<typeof courseOf>) =>
  checkCourse({ source: courseSource(HOSTILE_SLUG, files), register: REGISTER, parseQuestion, today: "2026-11-25" });

const refused = HOSTILE_LESSONS.filter(({ outcome }) => outcome === "refused");
const words = HOSTILE_LESSONS.filter(({ outcome }) => outcome === "text");

describe(`${HOSTILE_LESSONS.length} hostile lessons`, () => {
  test("are more than two hundred, each under a name of its own", () => {
    expect(refused.length).toBeGreaterThan(200);
    const texts = HOSTILE_LESSONS.map(({ name, text }) => `${name}\n${text}`);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test.each(refused.map((lesson) => [lesson.name, lesson] as const))("refused by the check: %s", (_name, lesson) => {
    const start = performance.now();
    const { course, problems } = checked(courseOf(lesson));
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
    expect(course).toBeNull();
    const errors = problems.filter(isError);
    expect(errors.length).toBeGreaterThan(0);
    for (const { line, column } of errors) expect(Math.min(line, column)).toBeGreaterThan(0);
    for (const problem of errors.slice(0, 3)) {
      for (const language of ["vi", "en"] as const) {
        const { what, mend } = describeProblem(problem, language);
        expect(`${what} ${mend}`.length).toBeLessThan(1500);
      }
    }
  });

  test.each(refused.map((lesson) => [lesson.name, lesson] as const))("the same in a zip: %s", async (_name, lesson) => {
    const entries = [...courseOf(lesson)].map(([name, bytes]) => ({ name: `${HOSTILE_SLUG}/${name}`, bytes }));
    const start = performance.now();
    const archive = readArchive(await zip(entries, new Date("2026-11-25T02:00:00Z")));
    if (archive.kind === "course") expect(checked(archive.files).course).toBeNull();
    else expect(archive.kind).toBe("refused");
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
  });

  test.each(refused.map((lesson) => [lesson.name, lesson] as const))(
    "in the preview, the fault is named and nothing of it is shown: %s",
    async (_name, lesson) => {
      const start = performance.now();
      const draft = await compileDraft({
        text: lessonText(lesson),
        file: "bai.mdx",
        id: "thu",
        documents: [...REGISTER.values()],
        lessonIds: ["thu"],
        media: [],
        today: "2026-11-25",
      });
      expect(performance.now() - start).toBeLessThan(LIMIT_MS);
      expect(draft.problems.some(isError)).toBe(true);
      for (const segment of draft.lesson.segments)
        if (segment.kind === "html") expect(harmIn(segment.html)).toEqual([]);
    },
  );

  test.each(words.map((lesson) => [lesson.name, lesson] as const))("only words: %s", async (_name, lesson) => {
    const { course, problems } = checked(courseOf(lesson));
    // What is legal is published as its words; what is not is refused. Neither is anything else.
    if (!course) return expect(problems.some(isError)).toBe(true);
    const { lessons } = await compileCourse(course, REGISTER);
    const html = lessons[0]!.segments.flatMap((segment) =>
      segment.kind === "html"
        ? [segment.html]
        : [segment.check.question, ...segment.check.options.map(({ feedback }) => feedback)],
    );
    expect(html.flatMap(harmIn)).toEqual([]);
  });

  test("most of what is only words is published", () => {
    const taken = words.filter((lesson) => checked(courseOf(lesson)).course !== null);
    expect(taken.length).toBeGreaterThan(20);
  });

  test("harm is seen where it is", () => {
    expect(harmIn("<p onclick=x>a</p><script>1</script><a href='javascript:1'>b</a><img src='https://x'>")).toEqual([
      "<p onClick>",
      "<script>",
      '<a href="javascript:1">',
      '<img src="https://x">',
    ]);
  });

  test("nothing of it has touched what all objects have", () => {
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
