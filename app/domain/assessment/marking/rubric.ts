import type { Reflection } from "../question-types/reflection";
import type { Question } from "../question-types";
import { maxPointsOf } from "../grading";
import type { Paper, StoredAnswer } from "../paper";

export type Rubric = NonNullable<Reflection["rubric"]>;
export type RubricQuestion = Reflection & { rubric: Rubric };

/** Which level was chosen at each criterion: criterion id → place in the list of its levels. */
export type ChosenLevels = Readonly<Record<string, number>>;

const isRubricQuestion = (question: Question): question is RubricQuestion =>
  question.type === "reflection" && question.rubric !== undefined;

/** The questions of a paper that an officer marks, with their places in it; voided ones are left alone. */
export function markedByOfficer(paper: Paper): { question: RubricQuestion; number: number }[] {
  return paper.questions.flatMap((question, index) =>
    isRubricQuestion(question) && maxPointsOf(paper, question) > 0 && !paper.treatment.fullMarks.has(question.id)
      ? [{ question, number: index + 1 }]
      : [],
  );
}

/** Those of them that were answered and have no mark yet. */
export function awaitingMarks(
  paper: Paper,
  answers: readonly StoredAnswer[],
): { question: RubricQuestion; number: number }[] {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  return markedByOfficer(paper).filter(({ question }) => {
    const answer = byQuestion.get(question.id);
    return answer?.response != null && answer.markedPoints == null;
  });
}

const most = (levels: Rubric[number]["levels"]) => Math.max(...levels.map(({ points }) => points));

/**
 * What an answer earns: its share of the rubric's maximum, of the marks of the question. Null when a criterion has no level or
 * one that the rubric does not have.
 */
export function rubricPoints(
  question: Pick<RubricQuestion, "rubric" | "marks">,
  chosen: ChosenLevels,
): { points: number; rubric: Record<string, number> } | null {
  const levels = question.rubric.map(({ id, levels }) => [id, levels[chosen[id] ?? -1]?.points] as const);
  if (levels.some(([, points]) => points === undefined)) return null;
  const earned = levels.reduce((sum, [, points]) => sum + points!, 0);
  const maximum = question.rubric.reduce((sum, criterion) => sum + most(criterion.levels), 0);
  return {
    points: Math.round((earned / maximum) * question.marks * 10_000) / 10_000,
    rubric: Object.fromEntries(levels) as Record<string, number>,
  };
}

/** The places of the levels that a stored mark chose; for the form of a correction. */
export function levelsOf(rubric: Rubric, stored: Readonly<Record<string, number>>): ChosenLevels {
  return Object.fromEntries(
    rubric.flatMap(({ id, levels }) => {
      const place = levels.findIndex(({ points }) => points === stored[id]);
      return place < 0 ? [] : [[id, place]];
    }),
  );
}

/** A paper has a number for the officer who marks it, and no name: the text is marked, not the person. */
export const paperCode = (attemptId: string) => attemptId.replaceAll("-", "").slice(0, 8).toUpperCase();
