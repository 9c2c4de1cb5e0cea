import type { TestPolicy } from "~/domain/courses/course";
import type { Question } from "~/domain/assessment/question-types";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { saveAnswer } from "~/use-cases/learner/save-answer";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildLearner, buildUnit } from "../../support/build";
import { publishSmallCourse, questions as smallBank, testWith } from "../../support/course";
import { truncateAll } from "../../support/database";
import { paperOf, postedAnswer, readAllLessons, responseTo } from "../../support/learner";

export const courseSlug = "khoa-thu";
export const now = new Date("2026-11-23T02:00:00Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Somebody who has read the lessons of the small course, in good time unless `lessonsAt` says otherwise. */
export async function learnerAtTest(
  policy: Partial<TestPolicy> = {},
  bank: readonly Question[] = smallBank,
): Promise<OfficialViewer> {
  await truncateAll();
  forgetVersions();
  await publishSmallCourse(testWith(policy), bank);
  const root = await buildUnit({ code: "AG" });
  const learner = await buildLearner(await buildUnit({ code: "AG-XA", parent: root }));
  await readAllLessons(learner, courseSlug, later(-30));
  return learner;
}

/** Answers one question of an open paper by its place. */
export async function answerAt(
  learner: OfficialViewer,
  attemptId: string,
  place: number,
  right: boolean,
  at = later(2),
  sequence = at.getTime() + place,
) {
  const paper = await paperOf(learner, attemptId);
  const question = paper.questions[place]!;
  return saveAnswer({
    officialId: learner.official.id,
    attemptId,
    questionId: question.id,
    sequence,
    form: postedAnswer(paper, question, responseTo(question, right)),
    now: at,
  });
}

export const handIn = (learner: OfficialViewer, attemptId: string, at = later(10)) =>
  submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now: at });
