/** The cases that questions are about, each once, in the order of the questions. */
import type { CaseText } from "../question";
import type { Question } from "../question-types";

export function casesOf(questions: readonly Question[]): CaseText[] {
  const cases = new Map<string, CaseText>();
  for (const question of questions) {
    if (question.case && !cases.has(question.case.id)) cases.set(question.case.id, question.case);
  }
  return [...cases.values()];
}
