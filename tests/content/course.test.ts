import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stop } from "esbuild";
import { compileCourse, type CompiledCourse } from "~/domain/courses/compile-course.server";
import { activitiesOf } from "~/domain/courses/library";
import { problemLine } from "~/domain/courses/content-problem";
import { course, questions, report } from "./real-content";

let compiled: CompiledCourse;
beforeAll(async () => {
  compiled = await compileCourse(course, new Map(report.documents.map((document) => [document.number, document])));
}, 60_000);
afterAll(() => stop());

describe("the content that the platform ships with", () => {
  test("is valid to the last warning", () => {
    expect(report.problems.map((problem) => problemLine(problem, "en"))).toEqual([]);
  });

  test("is the Public-service Culture Scheme in eight required lessons and a test", () => {
    expect(compiled.lessons).toHaveLength(8);
    expect(compiled.manifest.lessons.every(({ required }) => required)).toBe(true);
    expect(compiled.manifest.test).toMatchObject({ passPercent: 80, timeLimitMinutes: 20, attempts: 3, attemptThatCounts: "highest" });
    expect(compiled.manifest.test!.draw.reduce((sum, { count }) => sum + count, 0)).toBe(20);
  });

  test.each(course.lessons.map(({ frontMatter }) => frontMatter.id))("lesson %s: a situation, a check, a legal basis, a review, five to eight minutes", (id) => {
    const lesson = compiled.lessons.find((each) => each.id === id)!;
    const { situations, checks } = activitiesOf(lesson);
    expect(situations).toBeGreaterThanOrEqual(1);
    expect(checks).toBeGreaterThanOrEqual(1);
    expect(lesson.legalBasis.length).toBeGreaterThanOrEqual(1);
    expect(lesson.objectives.length).toBeGreaterThanOrEqual(2);
    expect(lesson.reviewedBy).not.toBe("");
    expect(lesson.reviewedOn < lesson.reviewAgainBy).toBe(true);
    expect(lesson.minutes).toBeGreaterThanOrEqual(5);
    expect(lesson.minutes).toBeLessThanOrEqual(8);
  });

  test("every situation has a best way and a wrong one, and its ways are not sorted from good to bad", () => {
    const levels = compiled.lessons.flatMap((lesson) =>
      lesson.segments.flatMap((segment) =>
        segment.kind === "html"
          ? segment.html
              .split('<section class="tinh-huong"')
              .slice(1)
              .map((section) => [...section.split("</section>")[0]!.matchAll(/data-muc="([^"]+)"/g)].map(([, level]) => level!))
          : [],
      ),
    );
    expect(levels.length).toBeGreaterThanOrEqual(8);
    for (const each of levels) {
      expect(each).toContain("tot");
      expect(each.some((level) => level === "rui-ro" || level === "vi-pham")).toBe(true);
    }
    expect(levels.filter(([first]) => first === "tot").length).toBeLessThan(levels.length * 0.6);
  });
});

describe("the question bank", () => {
  const ready = questions.filter(({ status }) => status === "ready");

  test("has at least 60 ready questions, of several kinds and degrees, and twice what a paper draws from each topic", () => {
    expect(ready.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ready.map(({ type }) => type)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(ready.map(({ difficulty }) => difficulty))).toEqual(new Set(["easy", "medium", "hard"]));
    for (const { topic, count } of course.test!.draw) {
      expect(ready.filter((question) => question.topic === topic).length, topic).toBeGreaterThanOrEqual(count * 2);
    }
  });

  test.each(questions.map((question) => [question.id, question] as const))("%s: citation, explanation, feedback for each answer", (_id, question) => {
    expect(question.citation.document).not.toBe("");
    expect(question.explanation.length).toBeGreaterThan(20);
    expect(question.lesson).toBeDefined();
    const feedback =
      question.type === "true-false"
        ? [question.feedback.whenTrue, question.feedback.whenFalse]
        : question.type === "matching"
          ? question.pairs.map((pair) => pair.feedback ?? "")
          : question.options.map((option) => option.feedback);
    for (const words of feedback) expect(words.length).toBeGreaterThan(5);
  });

  test("no stem stands twice", () => {
    const stems = questions.map(({ stem }) => stem.toLowerCase());
    expect(new Set(stems).size).toBe(stems.length);
  });

  // A written order is shuffled on paper; a bias would still show in print, in previews and in habits.
  const single = ready.flatMap((question) => (question.type === "single-choice" ? [question] : []));
  const keyOf = (question: (typeof single)[number]) => question.options.findIndex((option) => option.correct);

  test("the key of a single choice stands in every place about as often", () => {
    for (const place of [0, 1, 2, 3]) {
      const share = single.filter((question) => keyOf(question) === place).length / single.length;
      expect(share, `place ${place + 1}`).toBeGreaterThan(0.12);
      expect(share, `place ${place + 1}`).toBeLessThan(0.4);
    }
  });

  test("the key is not the longest option more often than by chance, nor the shortest", () => {
    const lengths = (question: (typeof single)[number]) => question.options.map((option) => option.text.length);
    const longest = single.filter((question) => lengths(question)[keyOf(question)] === Math.max(...lengths(question)));
    const shortest = single.filter((question) => lengths(question)[keyOf(question)] === Math.min(...lengths(question)));
    expect(longest.length / single.length).toBeLessThan(0.4);
    expect(shortest.length / single.length).toBeLessThan(0.4);
  });

  test("statements are true about as often as false", () => {
    const statements = ready.flatMap((question) => (question.type === "true-false" ? [question.answer] : []));
    const share = statements.filter(Boolean).length / statements.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
  });
});
