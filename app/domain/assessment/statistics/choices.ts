import type { Question } from "../question-types";

/** Something that can be chosen in a question, and where a stored response says so. */
export interface Choice {
  questionId: string;
  /** The key in the response, dots between levels: "option", "options", "answer", "chosen.p1". */
  part: string;
  /** What stands there when it was chosen. */
  value: string;
  /** Its text; null for true and false, which the page names. */
  label: string | null;
  /** The left side of a pair. */
  of: string | null;
  key: boolean;
  /** Put there to be chosen by who does not know. A right side that belongs to another pair is none. */
  distractor: boolean;
}

export type CountedChoice = Choice & { count: number };

/**
 * Everything that can be chosen in a question. Only what stands in this list is counted and leaves the database: what
 * somebody wrote with their own words never does.
 */
export function choicesOf(question: Question): Choice[] {
  const choice = (part: string, value: string, rest: Omit<Choice, "questionId" | "part" | "value">): Choice => ({
    questionId: question.id,
    part,
    value,
    ...rest,
  });
  switch (question.type) {
    case "single-choice":
    case "multiple-response":
      return question.options.map(({ id, text, correct = false }) =>
        choice(question.type === "single-choice" ? "option" : "options", id, {
          label: text,
          of: null,
          key: correct,
          distractor: !correct,
        }),
      );
    case "true-false":
      return [true, false].map((answer) =>
        choice("answer", String(answer), { label: null, of: null, key: answer === question.answer, distractor: false }),
      );
    case "matching": {
      const rights = [...new Set([...question.pairs.map(({ right }) => right), ...question.distractors])];
      return question.pairs.flatMap(({ id, left, right }) =>
        rights.map((text) =>
          choice(`chosen.${id}`, text, {
            label: text,
            of: left,
            key: text === right,
            distractor: question.distractors.includes(text),
          }),
        ),
      );
    }
    default:
      return [];
  }
}

/** The choices of a question as they are put: in one group, or one for each left side. */
export function groupsOf(
  choices: readonly CountedChoice[],
): { part: string; of: string | null; choices: CountedChoice[] }[] {
  const groups = new Map<string, CountedChoice[]>();
  for (const choice of choices) groups.set(choice.part, [...(groups.get(choice.part) ?? []), choice]);
  return [...groups].map(([part, own]) => ({ part, of: own[0]!.of, choices: own }));
}
