import path from "node:path";
import { expect } from "vitest";
import { fieldName } from "~/domain/assessment/answer-fields";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { optionRandom, type Paper, rebuildPaper } from "~/domain/assessment/paper";
import { type Question, questionTypeOf } from "~/domain/assessment/question-types";
import { courseVersion } from "~/domain/courses/version-cache.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { finishLesson } from "~/use-cases/learner/finish-lesson";
import { openLesson } from "~/use-cases/learner/open-lesson";
import { saveAnswer } from "~/use-cases/learner/save-answer";
import { startCourse } from "~/use-cases/learner/start-course";
import { startTest } from "~/use-cases/learner/start-test";
import { responseTo } from "~/use-cases/system/demo-province/responses";

export { responseTo };

/** A response as the paper's form would post it. */
export function postedAnswer(paper: Paper, question: Question, response: unknown): FormData {
  const form = new FormData();
  const { own, parts } = questionTypeOf(question).encode(
    question,
    optionRandom(paper, question),
    paper.shuffleOptions,
    response,
  );
  for (const value of own) form.append(fieldName(question.id), value);
  for (const [part, value] of Object.entries(parts)) form.append(fieldName(question.id, part), value);
  return form;
}

export async function paperOf(viewer: OfficialViewer, attemptId: string): Promise<Paper> {
  const attempt = (await findAttempt({ attemptId, officialId: viewer.official.id }))!;
  const version = await courseVersion(attempt.versionId);
  return rebuildPaper({ policy: version.manifest.test!, questionsById: version.questionsById, ...attempt });
}

/** Begins a course and reads all its lessons. */
export async function readAllLessons(viewer: OfficialViewer, courseSlug: string, now: Date): Promise<void> {
  const officialId = viewer.official.id;
  await startCourse({ officialId, courseSlug, now });
  for (const lessonId of ["mot", "hai"]) {
    await openLesson({ officialId, courseSlug, lessonId, now });
    await finishLesson({ viewer, officialId, courseSlug, lessonId, now });
  }
}

/** How many papers each test has had drawn, by its file and name. */
const drawn = new Map<string, number>();

/** Begins an attempt. A test that is run again has the same papers drawn: none passes or fails by their luck. */
export async function beginTest(viewer: OfficialViewer, courseSlug: string, now: Date): Promise<string> {
  const { testPath = "", currentTestName = "" } = expect.getState();
  const test = `${path.basename(testPath)} ${currentTestName}`;
  const number = (drawn.get(test) ?? 0) + 1;
  drawn.set(test, number);
  const seed = `${test} ${number}`;
  const answer = await startTest({ viewer, officialId: viewer.official.id, courseSlug, seed, now });
  if (answer.kind === "refused") throw new Error(answer.reason);
  return answer.attemptId;
}

/** Answers every question of an open paper, each saved on its own. */
export async function answerAll(viewer: OfficialViewer, attemptId: string, right: boolean, now: Date): Promise<void> {
  const paper = await paperOf(viewer, attemptId);
  for (const [index, question] of paper.questions.entries()) {
    await saveAnswer({
      officialId: viewer.official.id,
      attemptId,
      questionId: question.id,
      sequence: index + 1,
      form: postedAnswer(paper, question, responseTo(question, right)),
      now,
    });
  }
}
