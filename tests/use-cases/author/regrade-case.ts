import type { WishedChange } from "~/domain/assessment/regrade/wish";
import type { RegradePolicy } from "~/domain/assessment/regrade/forecast";
import type { Viewer } from "~/domain/auth/permissions";
import type { CourseManifest } from "~/domain/courses/course";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { Question } from "~/domain/assessment/question-types";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { applyRegrade, type ApplyRegradeAnswer } from "~/use-cases/author/apply-regrade";
import type { RegradeWish } from "~/use-cases/author/find-regrade-target";
import { previewRegrade } from "~/use-cases/author/preview-regrade";
import { saveAnswer } from "~/use-cases/learner/save-answer";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll } from "../../support/database";
import { beginTest, paperOf, postedAnswer, readAllLessons } from "../../support/learner";
import { single } from "../../support/questions";

export const NOW = new Date("2026-11-23T02:00:00Z");
export const LATER = new Date("2026-11-24T02:00:00Z");

/** Four questions, all in every paper, key "b"; three right answers pass. */
export const FOUR = ["q-1", "q-2", "q-3", "q-4"].map((id) => single(id, "chu-de", "b"));

export const toC: WishedChange = { kind: "key", given: { key: { right: "c" }, feedback: {}, explanation: undefined } };

export interface RegradeCase {
  unit: UnitNode;
  officer: Viewer;
  course: { slug: string; courseId: string; versionId: string };
}

export async function beginRegradeCase(
  changes: Partial<CourseManifest> = {},
  bank: readonly Question[] = FOUR,
): Promise<RegradeCase> {
  await truncateAll();
  forgetVersions();
  const unit = await buildUnit({ code: "AG" });
  const course = await publishSmallCourse(changes, bank);
  const officer = await buildViewer({ unit, roles: [{ role: "training_officer", unit }] });
  return { unit, officer, course };
}

/** Somebody who has read the lessons (unless told otherwise) and hands in "bbcd": the options for q-1 to q-4, "-" for none. */
export async function handIn(
  { course }: RegradeCase,
  viewer: OfficialViewer,
  options: string,
  input: { now?: Date; submit?: boolean } = {},
): Promise<string> {
  const { now = NOW, submit = true } = input;
  const attemptId = await beginTest(viewer, course.slug, now);
  const paper = await paperOf(viewer, attemptId);
  for (const [index, question] of paper.questions.entries()) {
    const option = options[Number(question.id.slice(2)) - 1]!;
    if (option === "-") continue;
    const form = postedAnswer(paper, question, { option });
    const about = { officialId: viewer.official.id, attemptId, questionId: question.id };
    await saveAnswer({ ...about, sequence: index + 1, form, now });
  }
  if (submit) await submitTest({ viewer, officialId: viewer.official.id, attemptId, form: null, now });
  return attemptId;
}

export async function somebody(
  { course, unit }: RegradeCase,
  name?: string,
  where: UnitNode = unit,
): Promise<OfficialViewer> {
  const viewer = await buildLearner(where, name);
  await readAllLessons(viewer, course.slug, NOW);
  return viewer;
}

export const wishFor = (
  { course }: RegradeCase,
  change: WishedChange,
  more: Partial<RegradeWish> & { policy?: RegradePolicy; closedThrough?: string } = {},
): RegradeWish => {
  const { policy = "never-lower", closedThrough = "2025-12-31", ...rest } = more;
  return {
    slug: course.slug,
    questionId: "q-1",
    version: null,
    also: [],
    change,
    protection: { policy, closedThrough },
    ...rest,
  };
};

export async function preview(about: RegradeCase, wish: RegradeWish, viewer = about.officer) {
  const answer = await previewRegrade({ viewer, wish });
  if (answer.kind !== "preview") throw new Error(answer.reason);
  return answer.preview;
}

/** Dry run and, on what it showed, the decision. */
export async function regrade(about: RegradeCase, wish: RegradeWish, now = LATER): Promise<ApplyRegradeAnswer> {
  const { fingerprint } = await preview(about, wish);
  return applyRegrade({ viewer: about.officer, wish, reason: "Đáp án sai", expected: fingerprint, now });
}

export async function resultOf(attemptId: string) {
  const { points, maxPoints, percent, passed } = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  return { points: Number(points), maxPoints: Number(maxPoints), percent: Number(percent), passed };
}
