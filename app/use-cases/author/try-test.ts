import { decodeAnswers } from "~/domain/assessment/answers-form";
import { grade } from "~/domain/assessment/grading";
import { DrawError, drawPaper, type Paper, paperView } from "~/domain/assessment/paper";
import { REVIEW_ITEMS } from "~/domain/assessment/policy";
import { reviewQuestion } from "~/domain/assessment/result-view";
import type { TrialResult, TrialView } from "~/domain/assessment/trial";
import { draftNotice, type WorkingCourse } from "~/domain/courses/drafts/working-course";
import { workingCourse } from "./working-course";

/** A paper of the draft's test, as a learner would get it. The same seed draws the same paper while nobody changes the banks. */
export async function viewTrial(input: { slug: string; seed: string }): Promise<TrialView> {
  const working = await workingCourse(input.slug);
  return { ...pageOf(working), seed: input.seed, ...paperOf(working, input.seed) };
}

function pageOf(working: WorkingCourse) {
  const { slug, title, number, test } = working;
  return { course: { slug, title }, published: number !== null, draft: draftNotice(working), policy: test };
}

function paperOf(working: WorkingCourse, seed: string): Pick<TrialView, "paper" | "stand"> {
  const drawn = draw(working, seed);
  return { paper: drawn && paperView(drawn, []), stand: standOf(working) };
}

const standOf = ({ stands }: WorkingCourse) => `${stands.test}.${stands.bank}`;

/** Null: there is no test, or there are too few questions for it. */
function draw({ test, questions }: WorkingCourse, seed: string): Paper | null {
  if (!test) return null;
  try {
    return drawPaper({ policy: test, questions, seed });
  } catch (error) {
    if (error instanceof DrawError) return null;
    throw error;
  }
}

export type TrialAnswer = { kind: "graded"; result: TrialResult } | { kind: "refused"; reason: "changed" };

/** Grades what was answered, and shows everything of it. No attempt is made and nothing is recorded. */
export async function gradeTrial(input: {
  slug: string;
  seed: string;
  stand: string;
  form: FormData;
}): Promise<TrialAnswer> {
  const working = await workingCourse(input.slug);
  const paper = draw(working, input.seed);
  const policy = working.test;
  const answers = paper && standOf(working) === input.stand ? decodeAnswers(paper, input.form) : null;
  if (!paper || !policy || !answers) return { kind: "refused", reason: "changed" };
  const { points, maxPoints, percent, passed, perQuestion } = grade(paper, answers, policy);
  const pointsOf = new Map(perQuestion.map((each) => [each.questionId, each.points]));
  const graded = new Map(
    answers.map((answer) => [answer.questionId, { ...answer, points: pointsOf.get(answer.questionId) ?? null }]),
  );
  const questions = paper.questions.map((question, index) =>
    reviewQuestion({ paper, question, number: index + 1, answer: graded.get(question.id), allowed: REVIEW_ITEMS }),
  );
  return { kind: "graded", result: { points, maxPoints, percent, passed, questions } };
}
