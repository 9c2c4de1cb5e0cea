import type { Viewer } from "~/domain/auth/permissions";
import { isError } from "~/domain/courses/content-problem";
import type { CompiledCourse } from "~/domain/courses/compile-course.server";
import type { MoveForecast, Publication } from "~/domain/courses/drafts/publication";
import type { PublishJob, PublishWish } from "~/domain/courses/drafts/publish-job";
import { lastJob, requestJob } from "~/domain/courses/drafts/publish-job-store.server";
import { type ReviewRefusal, refusePublish } from "~/domain/courses/drafts/review-policy";
import { lockReview, readReview } from "~/domain/courses/drafts/review-store.server";
import { studioPerson } from "~/domain/courses/drafts/studio-person";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { forecastMove, lessonsBetween } from "~/domain/enrolment/move-forecast";
import { countByVersion, countNotBegun, listMoverGroups } from "~/domain/enrolment/move-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { baseOf } from "./draft-base";
import { draftAsVersion } from "./draft-as-version";

/** Before an approved draft is published: who is where, and what becomes of them. Null when no draft is open. */
export async function forecastPublication(input: {
  viewer: Viewer;
  slug: string;
  now: Date;
}): Promise<Publication | null> {
  const { viewer, slug, now } = input;
  const review = await readReview(db, slug);
  if (!review) return null;
  const { draft, situation, reviewers } = review;
  const [base, version, job] = await Promise.all([
    inTransaction((tx) => baseOf(tx, draft)),
    draftAsVersion({ draft, now }),
    lastJob(db, slug),
  ]);
  const courseId = base.course?.id ?? null;
  const [people, notBegun] = courseId
    ? await Promise.all([countByVersion(db, courseId), countNotBegun(db, courseId)])
    : [[], 0];
  const compiled = version.kind === "compiled" ? version.compiled : null;
  const currentId = base.course?.currentVersionId;
  const changed =
    compiled && currentId ? lessonsBetween((await courseVersion(currentId)).lessons, compiled.lessons).changed : [];
  const refusal =
    refusePublish(studioPerson(viewer), situation) ??
    (base.kind === "moved" ? "base-moved" : null) ??
    (version.kind === "faulty" ? "problems" : null);
  return {
    course: {
      slug,
      title: version.title,
      isFirst: !base.course?.currentVersionId,
      unpublished: base.course?.unpublishedAt != null,
    },
    changeNote: draft.changeNote,
    submittedByName: draft.submittedByName,
    reviewers,
    people,
    notBegun,
    move: {
      keep: await moveEffect(courseId, compiled, "keep"),
      unread: await moveEffect(courseId, compiled, "unread"),
    },
    changedLessons: (compiled?.lessons ?? []).filter(({ id }) => changed.includes(id)).map(({ title }) => title),
    problems: version.problems.filter(isError),
    refusal,
    job: job && job.draftId === draft.id ? job : null,
  };
}

const NOBODY: MoveForecast = { people: 0, readAgain: 0, moreToRead: 0, complete: 0 };

async function moveEffect(
  courseId: string | null,
  compiled: CompiledCourse | null,
  changedLessons: "keep" | "unread",
): Promise<MoveForecast> {
  if (!courseId || !compiled) return NOBODY;
  const groups = await listMoverGroups(db, courseId);
  const between = new Map(
    await Promise.all(
      [...new Set(groups.map(({ versionId }) => versionId))].map(
        async (id) => [id, lessonsBetween((await courseVersion(id)).lessons, compiled.lessons)] as const,
      ),
    ),
  );
  const { lessons: outline, test } = compiled.manifest;
  return forecastMove({ groups, between, outline, hasTest: test !== null, changedLessons });
}

export type RequestAnswer =
  { kind: "requested"; jobId: string } | { kind: "refused"; reason: ReviewRefusal | "base-moved" };

/** Asks for an approved draft to be published; the work itself is done in the background and can be watched. */
export async function requestPublication(input: {
  viewer: Viewer;
  slug: string;
  wish: PublishWish;
  now: Date;
}): Promise<RequestAnswer> {
  const { viewer, slug, wish, now } = input;
  return inTransaction(async (tx): Promise<RequestAnswer> => {
    const review = await lockReview(tx, slug);
    if (!review) throw notFound(`draft of ${slug}`);
    const reason = refusePublish(studioPerson(viewer), review.situation);
    if (reason) return { kind: "refused", reason };
    if ((await baseOf(tx, review.draft)).kind === "moved") return { kind: "refused", reason: "base-moved" };
    const by = { accountId: viewer.accountId, name: viewer.displayName };
    return { kind: "requested", jobId: await requestJob(tx, { draftId: review.draft.id, wish, by, now }) };
  });
}

/** How far the publication of a course is; null when none was asked for. */
export const publicationJob = (slug: string): Promise<PublishJob | null> => lastJob(db, slug);
