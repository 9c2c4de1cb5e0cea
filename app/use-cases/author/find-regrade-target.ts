import { listRegrades, listVersionsWith, type QuestionInVersion } from "~/domain/assessment/regrade-store.server";
import type { Question } from "~/domain/assessment/question-types";
import { type Adjustment, type Treatment, treatmentOf } from "~/domain/assessment/regrade/adjustment";
import type { Protection } from "~/domain/assessment/regrade/forecast";
import type { KeyFault } from "~/domain/assessment/regrade/key-change";
import { readWish, standsAlready, type WishedChange } from "~/domain/assessment/regrade/wish";
import { listTestedVersions } from "~/domain/assessment/statistics-store.server";
import { courseVersion, currentVersionOf, type CourseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";
import type { Db } from "~/platform/db.server";

export interface RegradeWish {
  slug: string;
  questionId: string;
  /** null: the one in use. */
  version: number | null;
  /** Numbers of other versions in which the question stands with the same content. */
  also: readonly number[];
  change: WishedChange;
  protection: Protection;
}

export interface RegradeTarget {
  /** The version that was chosen. */
  version: CourseVersion;
  question: Question;
  /** Other versions with the same content. */
  others: QuestionInVersion[];
}

export type RegradeRefusal =
  { kind: "refused"; reason: "nothing-changes" } | { kind: "refused"; reason: "key"; field: string; fault: KeyFault };

export interface Decision {
  questionId: string;
  change: Adjustment;
  protection: Protection;
  versions: { version: CourseVersion; treatment: Treatment }[];
  /** Ids of what was decided before, and when the last of it was. */
  before: { ids: string[]; lastAt: Date | null };
}

/** A question of a version with a test; anything else is not found. */
export async function findRegradeTarget(
  input: Pick<RegradeWish, "slug" | "questionId" | "version">,
): Promise<RegradeTarget> {
  const { slug, questionId } = input;
  const current = await currentVersionOf(slug);
  if (!current) throw notFound(`course ${slug}`);
  const number = input.version ?? current.number;
  const tested = await listTestedVersions({ courseId: current.courseId });
  const asked = tested.find((each) => each.number === number);
  const version = asked && (await courseVersion(asked.id));
  const question = version?.manifest.test ? version.questionsById.get(questionId) : undefined;
  if (!version || !question) throw notFound(`question ${questionId} of ${slug}`);
  const everywhere = await listVersionsWith({ courseId: version.courseId, versionId: version.id, questionId });
  return {
    version,
    question,
    others: everywhere.filter(({ versionId, same, papers }) => same && papers > 0 && versionId !== version.id),
  };
}

/** The chosen version and the others that were ticked. */
export async function versionsMeant(target: RegradeTarget, also: readonly number[]): Promise<CourseVersion[]> {
  const ticked = also.map((number) => {
    const other = target.others.find((each) => each.number === number);
    if (!other) throw badRequest(`version ${number} has another question ${target.question.id}`);
    return other.versionId;
  });
  return [target.version, ...(await Promise.all([...new Set(ticked)].map(courseVersion)))];
}

/** What the wish means on top of everything that was decided until now. */
export async function decideRegrade(
  db: Db,
  input: { target: RegradeTarget; versions: readonly CourseVersion[]; wish: RegradeWish },
): Promise<{ kind: "decision"; decision: Decision } | RegradeRefusal> {
  const { target, versions, wish } = input;
  const { questionId } = wish;
  const all = await listRegrades(
    db,
    versions.map(({ id }) => id),
  );
  const of = (version: CourseVersion) => all.filter(({ versionId }) => versionId === version.id);
  const standing = treatmentOf(of(target.version), target.version.questionsById);
  const read = readWish(standing.questions.get(questionId) ?? target.question, wish.change);
  if (read.kind === "not-offered") throw badRequest(`${wish.change.kind} of question ${questionId}`);
  if (read.kind === "fault") return { kind: "refused", reason: "key", field: read.field, fault: read.fault };
  const { change } = read;
  const stands = ({ id, questionsById }: CourseVersion) =>
    standsAlready({
      adjustments: all.filter(({ versionId }) => versionId === id),
      questionsById,
      questionId,
      change,
    });
  if (versions.every(stands)) return { kind: "refused", reason: "nothing-changes" };
  return {
    kind: "decision",
    decision: {
      questionId,
      change,
      protection: wish.protection,
      versions: versions.map((version) => ({
        version,
        treatment: treatmentOf([...of(version), { questionId, change }], version.questionsById),
      })),
      before: { ids: all.map(({ id }) => id).sort(), lastAt: all.at(-1)?.at ?? null },
    },
  };
}
