import type { DecodedAnswer } from "../../assessment/answers-form";
import type { LearnerPaper, Paper } from "../../assessment/paper";
import { questionTypeOf } from "../../assessment/question-types";
import { NO_TREATMENT } from "../../assessment/regrade/adjustment";
import type { Question } from "../../assessment/question-types";
import type { CompiledLesson } from "../../courses/course";
import { blocksOfHtml } from "../../courses/lesson/block-html";
import type { LocalDay } from "../../time";

/** Blocks of a lesson that are to be read. */
export interface SupplementPart {
  lessonId: string;
  title: string;
  blocks: string[];
}

/** The changed parts of a course, for those who finished an earlier version. */
export interface Supplement {
  id: string;
  course: { id: string; slug: string; title: string };
  versionId: string;
  versionNumber: number;
  upToNumber: number;
  document: string | null;
  title: string;
  reason: string;
  dueOn: LocalDay;
  parts: SupplementPart[];
  questionIds: string[];
  /** How many people it became due for. */
  people: number;
  publishedAt: Date;
  publishedByName: string;
}

/** As a person's record and pages tell of it. */
export interface SupplementFact {
  id: string;
  title: string;
  dueOn: LocalDay;
  doneAt: Date | null;
}

export interface ChosenParts {
  parts: SupplementPart[];
  questionIds: string[];
}

/**
 * What was ticked ("lesson#block", question ids), in the order of the course; null when something ticked is not of this version:
 * a stale page.
 */
export function chosenParts(
  ticked: { blocks: readonly string[]; questions: readonly string[] },
  version: {
    lessons: readonly { id: string; title: string; blocks: readonly string[] }[];
    questions: readonly string[];
  },
): ChosenParts | null {
  const blocks = new Set(ticked.blocks);
  const questions = new Set(ticked.questions);
  const parts = version.lessons
    .map(({ id, title, blocks: all }) => ({
      lessonId: id,
      title,
      blocks: all.filter((block) => blocks.has(`${id}#${block}`)),
    }))
    .filter((part) => part.blocks.length > 0);
  const questionIds = version.questions.filter((id) => questions.has(id));
  const found = parts.reduce((sum, part) => sum + part.blocks.length, 0);
  return found === blocks.size && questionIds.length === questions.size ? { parts, questionIds } : null;
}

/** A supplement is short: what needs more questions is a course to be taken again. */
export const MOST_QUESTIONS = 20;

export type SupplementFault = "nothing-to-read" | "too-many-questions" | "due-in-past";

export function supplementFault(
  chosen: ChosenParts,
  { dueOn, today }: { dueOn: LocalDay; today: LocalDay },
): SupplementFault | null {
  if (chosen.parts.length === 0) return "nothing-to-read";
  if (chosen.questionIds.length > MOST_QUESTIONS) return "too-many-questions";
  return dueOn <= today ? "due-in-past" : null;
}

/** The ready HTML of the blocks of a part, each under the heading that it stands under in its lesson. */
export function partHtml(lesson: Pick<CompiledLesson, "segments">, blocks: readonly string[]): string {
  const wanted = new Set(blocks);
  const kept: string[] = [];
  let heading: string | null = null;
  for (const segment of lesson.segments) {
    if (segment.kind === "check") continue;
    for (const { id, html } of blocksOfHtml(segment.html)) {
      if (/^<h[23][\s>]/.test(html)) heading = html;
      else if (id !== null && wanted.has(id)) {
        if (heading !== null) kept.push(heading);
        heading = null;
        kept.push(html);
      }
    }
  }
  return kept.join("");
}

/** The questions of a supplement as a paper: each reader has their own order of options, the same at every visit. */
export function supplementPaper(supplement: Pick<Supplement, "id">, officialId: string, questions: Question[]): Paper {
  return { seed: `${supplement.id}:${officialId}`, shuffleOptions: true, questions, treatment: NO_TREATMENT };
}

export type AnswerState = "open" | "wrong" | "right";

export interface SupplementCheck {
  states: Record<string, AnswerState>;
  /** Everything is right: the supplement is done. One without questions is done when it was read. */
  done: boolean;
}

/** There are no points and no tries: a wrong answer is read again and answered again. */
export function checkSupplement(questions: readonly Question[], answers: readonly DecodedAnswer[]): SupplementCheck {
  const given = new Map(answers.map(({ questionId, response }) => [questionId, response]));
  const states = Object.fromEntries(
    questions.map((question): [string, AnswerState] => {
      const response = given.get(question.id) ?? null;
      if (response === null) return [question.id, "open"];
      const kind = questionTypeOf(question);
      const right = kind.suffices?.(question, response) ?? kind.grade(question, response) >= 1;
      return [question.id, right ? "right" : "wrong"];
    }),
  );
  return { states, done: Object.values(states).every((state) => state === "right") };
}

/** What the learner's page gets. */
export interface SupplementPage {
  supplement: Pick<Supplement, "id" | "title" | "reason" | "dueOn" | "document">;
  course: { slug: string; title: string };
  daysLeft: number;
  parts: { lessonId: string; title: string; html: string }[];
  paper: LearnerPaper;
  doneAt: Date | null;
}

/** The page again after answers that were not all right. */
export interface SupplementAnswered {
  states: Record<string, AnswerState>;
  paper: LearnerPaper;
  /** Of the questions that were answered rightly. */
  explanations: Record<string, string>;
}
