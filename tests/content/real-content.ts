import { parseQuestion, type Question } from "~/domain/assessment/question-types";
import { checkContent } from "~/domain/courses/check/check-content";
import type { CheckedCourse } from "~/domain/courses/check/check-course";
import { readContentFolder } from "~/domain/courses/content-folder.server";

export const source = await readContentFolder("content");
export const report = checkContent(source, { parseQuestion, today: "2026-11-23" });

/** The course on Decision 1847/QĐ-TTg, which the platform ships with. */
export const course: CheckedCourse = report.courses.find(({ folder }) => folder === "van-hoa-cong-vu")!.course!;
export const questions: readonly Question[] = course.questions;

export interface Passage {
  where: string;
  text: string;
}

/** Every text of the course as its learners may read it: blocks of lessons, and questions with all their words. */
export const passages: readonly Passage[] = [
  ...course.lessons.flatMap(({ frontMatter, body }) => [
    ...[frontMatter.title, frontMatter.summary, ...frontMatter.objectives].map((text) => ({ where: frontMatter.id, text })),
    ...body
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .map((text) => ({ where: frontMatter.id, text })),
  ]),
  ...questions.map((question) => ({ where: question.id, text: wordsOf(question).join("\n") })),
  ...[course.course.title, course.course.summary, course.course.audience].map((text) => ({ where: "course.yaml", text })),
];

/** What is said to be true: without wrong options, and without statements to be judged false. */
export const taught: readonly Passage[] = [
  ...passages.filter(({ where }) => !questions.some(({ id }) => id === where)).map(({ where, text }) => ({ where, text: withoutWrong(text) })),
  ...questions.map((question) => ({ where: question.id, text: truthsOf(question).join("\n") })),
];

/** A block of a lesson without the labels of wrong choices. */
function withoutWrong(text: string): string {
  return text.replace(/<LuaChon nhan="[^"]*">|<PhuongAn muc="(rui-ro|vi-pham)" nhan="[^"]*">/g, "");
}

function wordsOf(question: Question): string[] {
  const { stem, explanation } = question;
  switch (question.type) {
    case "true-false":
      return [stem, explanation, question.feedback.whenTrue, question.feedback.whenFalse];
    case "matching":
      return [stem, explanation, ...question.pairs.flatMap((pair) => [pair.left, pair.right, pair.feedback ?? ""]), ...question.distractors];
    default:
      return [stem, explanation, ...question.options.flatMap((option) => [option.text, option.feedback])];
  }
}

function truthsOf(question: Question): string[] {
  const { stem, explanation } = question;
  switch (question.type) {
    case "true-false":
      return [question.answer ? stem : "", explanation, question.feedback.whenTrue, question.feedback.whenFalse];
    case "matching":
      return [stem, explanation, ...question.pairs.flatMap((pair) => [pair.left, pair.right, pair.feedback ?? ""])];
    default:
      return [stem, explanation, ...question.options.flatMap((option) => [option.correct ? option.text : "", option.feedback])];
  }
}

export const sentencesOf = (text: string) => text.split(/(?<=[.?;])\s+|\n/).filter((sentence) => sentence.trim() !== "");

/** The passages that match and lack what must stand with it. */
export function passagesWithout(among: readonly Passage[], pattern: RegExp, needed: RegExp): string[] {
  return among.filter(({ text }) => pattern.test(text) && !needed.test(text)).map(({ where, text }) => `${where}: ${text}`);
}

/** The passages with a sentence that matches, and no sign in it that it speaks of the past or denies. */
export function sayings(among: readonly Passage[], pattern: RegExp, unless?: RegExp): string[] {
  return among.flatMap(({ where, text }) =>
    sentencesOf(text)
      .filter((sentence) => pattern.test(sentence) && !unless?.test(sentence))
      .map((sentence) => `${where}: ${sentence}`),
  );
}
