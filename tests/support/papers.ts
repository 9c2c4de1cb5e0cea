import { grade } from "~/domain/assessment/grading";
import type { ExtraQuestions } from "~/domain/assessment/pace";
import type { Question } from "~/domain/assessment/question-types";
import { NO_TREATMENT, type Treatment } from "~/domain/assessment/regrade/adjustment";
import { db } from "~/platform/db.server";

const RULES = { passPercent: 75, feedback: "at-end", hintPenaltyPercent: 0 } as const;

/** Adds questions to a version that was just published. */
export async function addQuestions(versionId: string, questions: readonly Question[]): Promise<void> {
  await db.questionVersion.createMany({
    data: questions.map((question, index) => ({
      versionId,
      questionId: question.id,
      position: 100 + index,
      topic: question.topic,
      type: question.type,
      content: question as object,
    })),
  });
}

export interface HandedIn {
  officialId: string;
  course: { courseId: string; versionId: string };
  /** The paper in its order, with what was answered; null: nothing. */
  answers: readonly (readonly [question: Question, response: unknown])[];
  at: Date;
  treatment?: Treatment;
  /** What an officer gave, by question. */
  marks?: Record<string, number>;
  byTimer?: boolean;
  extras?: Pick<ExtraQuestions, "reason" | "questionIds">[];
}

/** A paper as it stands after handing in, graded by the real rules but written without the whole journey. */
export async function handedIn(input: HandedIn): Promise<string> {
  const { officialId, course, answers, at, marks = {} } = input;
  const key = { officialId, courseId: course.courseId, cycle: "2026" };
  const enrolment = await db.enrolment.upsert({
    where: { officialId_courseId_cycle: key },
    create: { ...key, versionId: course.versionId, required: true, startedAt: at },
    update: {},
    include: { attempts: { select: { id: true } } },
  });
  const stored = answers.map(([{ id }, response]) => ({
    questionId: id,
    response,
    marked: false,
    markedPoints: marks[id] ?? null,
  }));
  const questions = answers.map(([question]) => question);
  const paper = { seed: "s", shuffleOptions: true, questions, treatment: input.treatment ?? NO_TREATMENT };
  const result = grade(paper, stored, RULES);
  const points = new Map(result.perQuestion.map((each) => [each.questionId, each.points]));
  const attempt = await db.attempt.create({
    data: {
      enrolmentId: enrolment.id,
      officialId,
      versionId: course.versionId,
      number: enrolment.attempts.length + 1,
      seed: "s",
      questionIds: questions.map(({ id }) => id),
      status: "submitted",
      startedAt: new Date(at.getTime() - 600_000),
      deadlineAt: new Date(at.getTime() + 600_000),
      submittedAt: at,
      byTimer: input.byTimer ?? false,
      points: result.points,
      maxPoints: result.maxPoints,
      percent: result.percent,
      passed: result.passed,
      awaitsMarking: result.awaitsMarking,
      extras: (input.extras ?? []).map((extra) => ({ ...extra, at, tookSeconds: 5, leastSeconds: 60 })),
      answers: {
        create: stored
          .filter(({ response }) => response !== null)
          .map(({ questionId, response }) => ({
            questionId,
            sequence: 1,
            response: response as object,
            savedAt: at,
            points: points.get(questionId) ?? null,
          })),
      },
    },
  });
  return attempt.id;
}
