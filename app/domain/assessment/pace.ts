/**
 * A paper that was filled in faster than it can be read, or lessons that were, lead to three more questions and not to a
 * verdict: an honest reader answers them in a minute. Ten words a second is more than three times the pace of a quick reader.
 */
import type { LessonOutline } from "../courses/course";
import { seconds } from "../time";
import { wordsIn } from "./paper";
import type { Question } from "./question-types";
import { randomOf } from "./random";
import { NO_TREATMENT, type Treatment } from "./regrade/adjustment";

export const WORDS_PER_SECOND = 10;
export const EXTRA_QUESTIONS = 3;

/** Kept on the attempt: which questions were added, when and why. */
export interface ExtraQuestions {
  reason: "paper-pace" | "lesson-pace";
  at: string;
  questionIds: string[];
  /** How long it took, and how long reading takes at the least. */
  tookSeconds: number;
  leastSeconds: number;
}

/** The shortest time in which so many words can be read, in milliseconds. */
export const leastTime = (words: number) => seconds(words / WORDS_PER_SECOND);

/** How a paper's pace was impossible; null when it was not. */
export function paperPace(input: {
  questions: readonly Question[];
  startedAt: Date;
  now: Date;
}): { tookSeconds: number; leastSeconds: number } | null {
  return impossible(input.now.getTime() - input.startedAt.getTime(), wordsIn(input.questions));
}

/** The lessons that were finished faster than they can be read, and how. Reading over several days is never one of them. */
export function lessonPace(
  outline: readonly Pick<LessonOutline, "id" | "words">[],
  progress: readonly { lessonId: string; openedAt: Date; finishedAt: Date | null }[],
): { lessonIds: string[]; tookSeconds: number; leastSeconds: number } | null {
  const skimmed = outline.flatMap(({ id, words }) => {
    const own = progress.find(({ lessonId }) => lessonId === id);
    const pace = own?.finishedAt ? impossible(own.finishedAt.getTime() - own.openedAt.getTime(), words) : null;
    return pace ? [{ id, ...pace }] : [];
  });
  if (skimmed.length === 0) return null;
  const sum = (of: (each: (typeof skimmed)[number]) => number) => skimmed.reduce((all, each) => all + of(each), 0);
  return {
    lessonIds: skimmed.map(({ id }) => id),
    tookSeconds: sum(({ tookSeconds }) => tookSeconds),
    leastSeconds: sum(({ leastSeconds }) => leastSeconds),
  };
}

function impossible(took: number, words: number): { tookSeconds: number; leastSeconds: number } | null {
  if (took < 0 || took >= leastTime(words)) return null;
  return { tookSeconds: Math.round(took / 1000), leastSeconds: Math.ceil(words / WORDS_PER_SECOND) };
}

/**
 * Up to three ready questions that the paper does not have yet: first from the lessons that were skimmed, then from the topics
 * of the paper. Neither critical ones nor ones that wait for an officer: they ask for attention, they set no trap.
 */
export function drawExtra(input: {
  questions: readonly Question[];
  paperIds: readonly string[];
  seed: string;
  lessonIds?: readonly string[];
  treatment?: Treatment;
}): Question[] {
  const { treatment = NO_TREATMENT, lessonIds = [] } = input;
  const inPaper = input.questions.filter(({ id }) => input.paperIds.includes(id));
  const topics = new Set(inPaper.map(({ topic }) => topic));
  const fresh = input.questions
    .filter(({ id, status, critical, type }) => {
      if (status !== "ready" || critical || type === "reflection" || type === "dilemma") return false;
      return !input.paperIds.includes(id) && !treatment.voided.has(id);
    })
    .filter(({ topic, lesson }) => topics.has(topic) || lessonIds.includes(lesson ?? ""))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const order = randomOf(input.seed, `extra:${input.paperIds.length}`).shuffle(fresh);
  const aimed = (question: Question) => Number(!lessonIds.includes(question.lesson ?? ""));
  return order.sort((a, b) => aimed(a) - aimed(b)).slice(0, EXTRA_QUESTIONS);
}
