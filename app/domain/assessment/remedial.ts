import type { NewRemedialDuty } from "./attempt-store.server";
import type { Paper, StoredAnswer } from "./paper";
import { questionTypeOf } from "./question-types";

/** What must be read again because of the answers of a paper, even when its total passes. */
export function remedialsOf(paper: Paper, answers: readonly StoredAnswer[]): NewRemedialDuty[] {
  const byQuestion = new Map(answers.map(({ questionId, response }) => [questionId, response]));
  return paper.questions.flatMap((question) => {
    const response = byQuestion.get(question.id) ?? null;
    if (response === null || paper.treatment.voided.has(question.id)) return [];
    const due = questionTypeOf(question).remedial?.(question, response);
    if (!due) return [];
    const { lesson, section = null } = due.remedial;
    return [{ questionId: question.id, lessonId: lesson, section, optionId: due.option }];
  });
}
