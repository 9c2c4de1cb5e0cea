import { fieldName, markName } from "./answer-fields";
import { optionRandom, type Paper } from "./paper";
import { questionTypeOf } from "./question-types";
import type { PostedFields } from "./question-types/question-type";

export interface DecodedAnswer {
  questionId: string;
  /** null: nothing chosen. */
  response: unknown;
  marked: boolean;
}

function fieldsOf(form: FormData, questionId: string): PostedFields {
  const own: string[] = [];
  // Without a prototype: a part called "__proto__" is a part like any other, and none of the paper.
  const parts = Object.create(null) as Record<string, string>;
  const name = fieldName(questionId);
  for (const [key, value] of form) {
    if (typeof value !== "string") continue;
    if (key === name) own.push(value);
    else if (key.startsWith(`${name}.`)) parts[key.slice(name.length + 1)] = value;
  }
  return { own, parts };
}

/**
 * Posted fields → answers in stable ids, for the questions of this paper (or the one named). Returns null when a field
 * names an option that the paper does not have: a stale page or tampering.
 */
export function decodeAnswers(paper: Paper, form: FormData, onlyQuestion?: string): DecodedAnswer[] | null {
  const answers: DecodedAnswer[] = [];
  for (const question of paper.questions) {
    if (onlyQuestion !== undefined && question.id !== onlyQuestion) continue;
    const response = questionTypeOf(question).decode(
      question,
      optionRandom(paper, question),
      paper.shuffleOptions,
      fieldsOf(form, question.id),
    );
    if (response === undefined) return null;
    answers.push({ questionId: question.id, response, marked: form.get(markName(question.id)) === "on" });
  }
  return onlyQuestion !== undefined && answers.length === 0 ? null : answers;
}
