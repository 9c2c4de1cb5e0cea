import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stop } from "esbuild";
import { QUESTION_TYPE_NAMES, type Question } from "~/domain/assessment/question-types";
import { compileCourse, type CompiledCourse } from "~/domain/courses/compile-course.server";
import { activitiesOf } from "~/domain/courses/library";
import { problemLine } from "~/domain/courses/content-problem";
import { course, courses, everyLesson, everyQuestion, practice, questions, report, told } from "./real-content";

let compiledCourses: CompiledCourse[];
beforeAll(async () => {
  const register = new Map(report.documents.map((document) => [document.number, document]));
  compiledCourses = await Promise.all(courses.map((each) => compileCourse(each, register)));
}, 60_000);
afterAll(() => stop());

const compiledOf = (slug: string) => compiledCourses.find(({ manifest }) => manifest.slug === slug)!;
const compiledLessons = () => compiledCourses.flatMap(({ lessons }) => lessons);

describe("the content that the platform ships with", () => {
  test("is valid to the last warning", () => {
    expect(report.problems.map((problem) => problemLine(problem, "en"))).toEqual([]);
  });

  test("is the Public-service Culture Scheme in eight required lessons and a test", () => {
    const { lessons, manifest } = compiledOf("van-hoa-cong-vu");
    expect(lessons).toHaveLength(8);
    expect(manifest.lessons.every(({ required }) => required)).toBe(true);
    expect(manifest.test).toMatchObject({
      passPercent: 80,
      timeLimitMinutes: 20,
      attempts: 3,
      attemptThatCounts: "highest",
      feedback: "at-end",
      honourStatement: expect.stringContaining("không làm thay"),
    });
    expect(manifest.test!.draw.reduce((sum, { count }) => sum + count, 0)).toBe(20);
  });

  test("and a voluntary practice: three lessons, hints, tries that build on the last", () => {
    const { lessons, manifest } = compiledOf("tinh-huong-cong-vu");
    expect(lessons).toHaveLength(3);
    expect(manifest.audience).toMatch(/^Tự nguyện/);
    expect(manifest.test).toMatchObject({
      passPercent: 60,
      timeLimitMinutes: 30,
      attempts: 5,
      feedback: "with-hints",
      hintPenaltyPercent: 25,
      buildOnLast: true,
    });
    const drawn = manifest.test!.draw.reduce((sum, { count }) => sum + count, 0);
    expect(drawn).toBeGreaterThanOrEqual(8);
    expect(drawn).toBeLessThanOrEqual(10);
  });

  test.each(everyLesson.map(({ frontMatter }) => frontMatter.id))("lesson %s: a situation, a check, a legal basis, a review, five to eight minutes", (id) => {
    const lesson = compiledLessons().find((each) => each.id === id)!;
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
    const levels = compiledLessons().flatMap((lesson) =>
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

  test("has situations to decide in five of its six topics, one case with three questions, and two critical questions at most", () => {
    const dilemmas = ready.filter(({ type }) => type === "dilemma");
    expect(dilemmas).toHaveLength(6);
    expect(new Set(dilemmas.map(({ topic }) => topic)).size).toBe(5);
    const cases = ready.flatMap(({ case: about, topic }) => (about ? [`${topic} ${about.id}`] : []));
    expect(cases).toHaveLength(3);
    expect(new Set(cases).size).toBe(1);
    expect(ready.filter(({ critical }) => critical).length).toBeLessThanOrEqual(2);
    // Nobody waits for somebody who marks.
    expect(questions.filter(({ type }) => type === "reflection")).toEqual([]);
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

describe("the bank of the practice", () => {
  const ready = practice.questions.filter(({ status }) => status === "ready");

  test("has every kind of question, and twice what is drawn from each topic", () => {
    expect(ready.length).toBeGreaterThanOrEqual(18);
    expect(new Set(ready.map(({ type }) => type))).toEqual(new Set(QUESTION_TYPE_NAMES));
    for (const { topic, count } of practice.test!.draw) {
      expect(ready.filter((question) => question.topic === topic).length, topic).toBeGreaterThanOrEqual(count * 2);
    }
  });

  test("gives a hint or two for most questions", () => {
    const hinted = practice.questions.filter(({ hints = [] }) => hints.length >= 1 && hints.length <= 2);
    expect(hinted.length).toBeGreaterThan(practice.questions.length * 0.8);
  });

  test("asks nothing that an officer has to mark: that is a draft", () => {
    for (const question of practice.questions) {
      if (question.type === "reflection") expect(question.rubric === undefined, question.id).toBe(question.status === "ready");
    }
  });
});

describe("every question", () => {
  test.each(everyQuestion.map((question) => [question.id, question] as const))("%s: citation, explanation, lesson, feedback for each answer", (_id, question) => {
    expect(question.citation.document).not.toBe("");
    expect(question.explanation.length).toBeGreaterThan(20);
    expect(question.lesson).toBeDefined();
    for (const words of told(question)) expect(words.length).toBeGreaterThan(5);
  });

  test("says by which id only one is called, and no stem of a course stands twice", () => {
    expect(new Set(everyQuestion.map(({ id }) => id)).size).toBe(everyQuestion.length);
    for (const each of courses) {
      // The stem of a text with gaps only says what to do.
      const stems = each.questions.filter(({ type }) => type !== "inline-choice").map(({ stem }) => stem.toLowerCase());
      expect(new Set(stems).size).toBe(stems.length);
    }
  });

  const dilemmas = everyQuestion.flatMap((question) => (question.type === "dilemma" ? [question] : []));

  test("with ways to act has one best, one that will do, one that is risky and one that is wrong, and sends the last to a section that is there", () => {
    for (const { id, options, remedial } of dilemmas) {
      for (const grade of ["best", "acceptable", "risky", "violation"]) expect(options.map((each) => each.grade), id).toContain(grade);
      const { headings } = compiledLessons().find((lesson) => lesson.id === remedial!.lesson)!;
      expect(headings.map((heading) => heading.id), id).toContain(remedial!.section);
    }
  });

  test("with ways to act has the best neither first nor longest more often than not", () => {
    const lengths = ({ options }: Extract<Question, { type: "dilemma" }>) => options.map(({ text }) => text.length);
    const bestAt = dilemmas.map(({ options }) => options.findIndex(({ grade }) => grade === "best"));
    expect(bestAt.filter((place) => place === 0).length).toBeLessThan(dilemmas.length / 2);
    const longest = dilemmas.filter((question, index) => lengths(question)[bestAt[index]!] === Math.max(...lengths(question)));
    expect(longest.length).toBeLessThan(dilemmas.length / 2);
  });
});
