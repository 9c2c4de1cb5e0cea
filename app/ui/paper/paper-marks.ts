import { markName } from "~/domain/assessment/answer-fields";
import type { LearnerQuestion } from "~/domain/assessment/paper";
import { fieldsOf } from "./use-answer-saver";

export interface Marks {
  answered: Set<string>;
  marked: Set<string>;
}

const given = (question: LearnerQuestion) =>
  question.selection !== null &&
  (question.selection.own.length > 0 || Object.keys(question.selection.parts).length > 0);

/** Which questions are answered and which marked: as the server gave them, or as the form has them now. */
export function marksOf(
  questions: readonly LearnerQuestion[],
  settled: ReadonlySet<string>,
  form: HTMLFormElement | null,
): Marks {
  const ids = (match: (question: LearnerQuestion) => boolean) => new Set(questions.filter(match).map(({ id }) => id));
  if (!form) return { answered: ids(given), marked: ids(({ marked }) => marked) };
  const fields = new Map(questions.map(({ id }) => [id, fieldsOf(form, id)]));
  return {
    answered: ids(
      ({ id }) =>
        settled.has(id) || fields.get(id)!.some(([name, value]) => name !== markName(id) && value.trim() !== ""),
    ),
    marked: ids(({ id }) => fields.get(id)!.some(([name]) => name === markName(id))),
  };
}
