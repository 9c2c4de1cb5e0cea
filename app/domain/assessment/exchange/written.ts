/** What comes of writing questions into a file. */
import type { Question } from "../question-types";
import { remark, type Remark } from "./exchange";

export interface LeftOut extends Remark {
  id: string;
}

export interface Written<Content = string> {
  content: Content;
  /** Questions that the format cannot hold, and why. */
  refused: LeftOut[];
  /** Parts of written questions that the format cannot hold. */
  lost: LeftOut[];
}

/** Questions in order, those of a topic together. */
export function byTopic(questions: readonly Question[]): Map<string, Question[]> {
  const topics = new Map<string, Question[]>();
  for (const question of questions) topics.set(question.topic, [...(topics.get(question.topic) ?? []), question]);
  return topics;
}

/** The part of the marks that a right option earns, in percent with five digits, as Moodle has it. */
export function share(right: number): string {
  return String(Number((100 / Math.max(right, 1)).toFixed(5)));
}

/** What of a question only our own form holds. */
export function partsLost(question: Question): LeftOut[] {
  const { id } = question;
  switch (question.type) {
    case "matching":
      return question.pairs.some(({ feedback }) => feedback) ? [{ id, ...remark("pair-feedback-lost") }] : [];
    case "reflection":
      return question.rubric ? [{ id, ...remark("rubric-lost") }] : [];
    case "dilemma":
      return question.options.some(({ citation }) => citation) ? [{ id, ...remark("option-citation-lost") }] : [];
    default:
      return [];
  }
}
