import { recordAudit } from "~/domain/audit/audit-store.server";
import { standingOf } from "~/domain/completion/learning-record";
import { findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { findCourse } from "~/domain/courses/course-store.server";
import type { PublishJob, PublishOutcome } from "~/domain/courses/drafts/publish-job";
import { finishJob, noteProgress } from "~/domain/courses/drafts/publish-job-store.server";
import { courseVersion, type CourseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { lessonsBetween } from "~/domain/enrolment/move-forecast";
import { havingFinished, moveUnderWay, versionsUnderWay } from "~/domain/enrolment/move-store.server";
import { type Db, db, inTransaction, LONG_WORK } from "~/platform/db.server";
import { recordCompletion } from "../learner/record-completion";

type Published = Extract<PublishOutcome, { kind: "published" }>;

/**
 * After the version is there: those who are under way move to it when that was decided, and who has everything done by it completes
 * the course. Each part is a transaction of its own and is not done again when the work is taken up after a restart.
 */
export async function movePeople(input: { job: PublishJob; outcome: Published; clock: () => Date }): Promise<void> {
  const { job, clock } = input;
  let { outcome } = input;
  const finish = () => finishJob(db, { jobId: job.id, outcome, now: clock() });
  const version = await currentVersionOf(job.slug);
  // Another one may be current already; then nobody is moved to one that is out of use.
  if (job.wish.underWay === "stay" || version?.number !== outcome.number) return finish();
  if (job.step !== "completing") {
    const before = outcome;
    outcome = await inTransaction(async (tx) => {
      const after = { ...before, moved: await move(tx, { job, version, now: clock() }) };
      await noteProgress(tx, { jobId: job.id, step: "completing", outcome: after, now: clock() });
      return after;
    }, LONG_WORK);
  }
  outcome = { ...outcome, completed: await complete({ job, version, clock }) };
  await finish();
}

async function move(tx: Db, input: { job: PublishJob; version: CourseVersion; now: Date }): Promise<number> {
  const { job, version, now } = input;
  const { courseId } = version;
  const course = await findCourse(tx, job.slug);
  let moved = 0;
  for (const from of await versionsUnderWay(tx, { courseId, but: version.id })) {
    const earlier = await courseVersion(from);
    const { changed } = lessonsBetween(earlier.lessons, version.lessons);
    const unread = job.wish.changedLessons === "unread" ? changed : [];
    const { people, readAgain } = await moveUnderWay(tx, { courseId, from, to: version.id, unread });
    if (people === 0) continue;
    moved += people;
    await recordAudit(tx, {
      actor: { accountId: job.requestedBy, name: job.requestedByName, ip: null },
      action: "course.people-moved",
      subject: { type: "course", id: courseId, label: course?.title ?? job.slug },
      before: { version: earlier.number },
      after: { version: version.number, people, ...(unread.length > 0 && { lessons: unread.join(", "), readAgain }) },
      at: now,
    });
  }
  return moved;
}

/** Who needs nothing more after the move has completed the course: a person at a time, as if they had taken the last step. */
async function complete(input: { job: PublishJob; version: CourseVersion; clock: () => Date }): Promise<number> {
  const { job, version, clock } = input;
  const { manifest } = version;
  const lessonIds = manifest.lessons.filter(({ required }) => required).map(({ id }) => id);
  let completed = 0;
  let told = clock().getTime();
  for (const enrolmentId of await havingFinished(db, { versionId: version.id, lessonIds })) {
    const now = clock();
    if (now.getTime() - told > 5_000) {
      await noteProgress(db, { jobId: job.id, step: "completing", now });
      told = now.getTime();
    }
    await inTransaction(async (tx) => {
      const record = await findLearningRecordIn(tx, enrolmentId);
      const standing = standingOf(manifest, record, now);
      if (record.completion || standing.status !== "completed") return;
      await recordCompletion(tx, { viewer: null, enrolmentId, standing, attempts: record.attempts, now });
      completed++;
    });
  }
  return completed;
}
