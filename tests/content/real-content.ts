import { parseQuestion, type Question } from "~/domain/assessment/question-types";
import { checkContent } from "~/domain/courses/check/check-content";
import type { CheckedCourse } from "~/domain/courses/check/check-course";
import { readContentFolder } from "~/domain/courses/content-folder.server";

export const source = await readContentFolder("content");
export const report = checkContent(source, { parseQuestion, today: "2026-11-23" });

/** All courses that the platform ships with. */
export const courses: readonly CheckedCourse[] = report.courses.map(({ course: each }) => each!);
const called = (folder: string) => report.courses.find((each) => each.folder === folder)!.course!;
/** The course on Decision 1847/QĐ-TTg. */
export const course = called("van-hoa-cong-vu");
export const questions: readonly Question[] = course.questions;
/** The practice beside it: situations, with hints. */
export const practice = called("tinh-huong-cong-vu");
export const everyQuestion: readonly Question[] = courses.flatMap((each) => each.questions);
export const everyLesson = courses.flatMap(({ lessons }) => lessons);

export interface Passage {
  where: string;
  text: string;
}

/** Every text of the courses as their learners may read it: blocks of lessons, questions with all their words, rules. */
export const passages: readonly Passage[] = [
  ...everyLesson.flatMap(({ frontMatter, body }) => [
    ...[frontMatter.title, frontMatter.summary, ...frontMatter.objectives].map((text) => ({ where: frontMatter.id, text })),
    ...body
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .map((text) => ({ where: frontMatter.id, text })),
  ]),
  ...everyQuestion.map((question) => ({ where: question.id, text: wordsOf(question).join("\n") })),
  ...courses.flatMap(({ course: { slug, title, summary, audience } }) =>
    [title, summary, audience].map((text) => ({ where: `${slug}/course.yaml`, text })),
  ),
  ...courses.flatMap(({ course: { slug }, test }) =>
    [test?.title, test?.honourStatement, ...(test?.overallFeedback ?? []).map(({ text }) => text)].map((text = "") => ({
      where: `${slug}/test.yaml`,
      text,
    })),
  ),
];

const isQuestion = ({ where }: Passage) => everyQuestion.some(({ id }) => id === where);

/** What is said to be true: without wrong options, and without statements to be judged false. */
export const taught: readonly Passage[] = [
  ...passages.filter((passage) => !isQuestion(passage)).map(({ where, text }) => ({ where, text: withoutWrong(text) })),
  ...everyQuestion.map((question) => ({ where: question.id, text: truthsOf(question).join("\n") })),
];

/** A block of a lesson without the labels of wrong choices. */
function withoutWrong(text: string): string {
  return text.replace(/<LuaChon nhan="[^"]*">|<PhuongAn muc="(rui-ro|vi-pham)" nhan="[^"]*">/g, "");
}

/** All words of a question, right and wrong. */
function wordsOf(question: Question): string[] {
  return [...around(question), question.stem, ...told(question), ...offered(question).map(({ text }) => text)];
}

function truthsOf(question: Question): string[] {
  const stem = question.type === "true-false" && !question.answer ? "" : question.stem;
  const right = offered(question).filter(({ right }) => right);
  return [...around(question), stem, ...told(question), ...right.map(({ text }) => text)];
}

function around({ case: about, hints = [], explanation }: Question): string[] {
  return [...(about ? [about.title, about.text] : []), ...hints, explanation];
}

/** What can be chosen or written. */
function offered(question: Question): { text: string; right: boolean }[] {
  switch (question.type) {
    case "single-choice":
    case "multiple-response":
      return question.options.map(({ text, correct = false }) => ({ text, right: correct }));
    case "dilemma":
      return question.options.map(({ text, grade }) => ({ text, right: grade === "best" || grade === "acceptable" }));
    case "inline-choice": {
      const whole = question.gaps.reduce(
        (text, { id, options }) => text.replace(`[[${id}]]`, options.find(({ correct }) => correct)!.text),
        question.text,
      );
      const wrong = question.gaps.flatMap(({ options }) => options.filter(({ correct }) => !correct));
      return [{ text: whole, right: true }, ...wrong.map(({ text }) => ({ text, right: false }))];
    }
    case "matching":
      return [
        ...question.pairs.flatMap(({ left, right }) => [left, right]).map((text) => ({ text, right: true })),
        ...question.distractors.map((text) => ({ text, right: false })),
      ];
    case "ordering":
      return question.items.map(({ text }) => ({ text, right: true }));
    case "short-answer":
      return question.answers.map(({ text, percent }) => ({ text, right: percent === 100 }));
    case "numeric":
      return question.answers.map(({ from, to, percent }) => ({ text: `${from} – ${to}`, right: percent === 100 }));
    case "true-false":
    case "reflection":
      return [];
  }
}

/** What is said to an answer, one text for each that needs one; "" where it is missing. */
export function told(question: Question): string[] {
  switch (question.type) {
    case "single-choice":
    case "multiple-response":
      return question.options.map(({ feedback }) => feedback);
    case "dilemma":
      return question.options.map(({ consequence }) => consequence);
    case "inline-choice":
      return question.gaps.flatMap(({ options }) => options.map(({ feedback = "" }) => feedback));
    case "matching":
      return question.pairs.map(({ feedback = "" }) => feedback);
    case "true-false":
      return [question.feedback.whenTrue, question.feedback.whenFalse];
    case "short-answer":
    case "numeric":
      return [...question.answers.map(({ feedback = "" }) => feedback), question.wrongFeedback ?? ""];
    case "reflection":
      return (question.rubric ?? []).flatMap(({ criterion, levels }) => [criterion, ...levels.map(({ text }) => text)]);
    // The explanation says why the order is so.
    case "ordering":
      return [];
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
