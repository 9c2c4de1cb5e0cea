import { type Question, questionTypeOf } from "../question-types";
import type { TypeChoice } from "../question-types/question-type";

/** Something that can be chosen in a question, and where a stored response says so. */
export interface Choice extends TypeChoice {
  questionId: string;
}

export type CountedChoice = Choice & { count: number };

/**
 * Everything that can be chosen in a question. Only what stands in this list is counted and leaves the database: what
 * somebody wrote with their own words never does.
 */
export const choicesOf = (question: Question): Choice[] =>
  questionTypeOf(question)
    .choices(question)
    .map((choice) => ({ questionId: question.id, ...choice }));

/** The choices of a question as they are put: in one group, or one for each left side. */
export function groupsOf(
  choices: readonly CountedChoice[],
): { part: string; of: string | null; choices: CountedChoice[] }[] {
  const groups = new Map<string, CountedChoice[]>();
  for (const choice of choices) groups.set(choice.part, [...(groups.get(choice.part) ?? []), choice]);
  return [...groups].map(([part, own]) => ({ part, of: own[0]!.of, choices: own }));
}
