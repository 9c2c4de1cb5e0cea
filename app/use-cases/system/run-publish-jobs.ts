import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { isError } from "~/domain/courses/content-problem";
import { filesHash, hashesOf } from "~/domain/courses/content-hash.server";
import { findCourse, setUnpublished } from "~/domain/courses/course-store.server";
import { loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import type { PublishJob, PublishOutcome } from "~/domain/courses/drafts/publish-job";
import { claimJob, finishJob, noteProgress, returnJob } from "~/domain/courses/drafts/publish-job-store.server";
import { wasApprovedAsItStands } from "~/domain/courses/drafts/review-policy";
import { closeDraft, lockReview, readReview } from "~/domain/courses/drafts/review-store.server";
import type { PublishedVersion } from "~/domain/courses/publish-store.server";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { logFault } from "~/platform/log.server";
import { baseOf, checkDraft } from "../author/draft-base";
import { makeVersion } from "./make-version";
import { movePeople } from "./move-people";

type Clock = () => Date;

/** Publishes the approved drafts that wait for it, one after the other; several processes share the work. Returns how many. */
export async function runPublishJobs({ clock }: { clock: Clock }): Promise<number> {
  for (let done = 0; ; done++) {
    const job = await claimJob(db, clock());
    if (!job) return done;
    await runJob(job, clock).catch(async (error: unknown) => {
      logFault(error, { method: "publish", url: job.slug });
      await returnJob(db, { job, now: clock() });
    });
  }
}

async function runJob(job: PublishJob, clock: Clock): Promise<void> {
  const outcome = job.outcome ?? (await publish(job, clock));
  if (outcome.kind !== "published") return finishJob(db, { jobId: job.id, outcome, now: clock() });
  await movePeople({ job, outcome, clock });
}

const actorOfJob = ({ requestedBy, requestedByName }: PublishJob): Actor => ({
  accountId: requestedBy,
  name: requestedByName,
  ip: null,
});

/** The draft was withdrawn, or another one is open, while its version was being compiled. */
class NoLongerApproved extends Error {}

/** From the approved files to a version, or why not. */
async function publish(job: PublishJob, clock: Clock): Promise<PublishOutcome> {
  const { slug } = job;
  const review = await readReview(db, slug);
  if (review?.draft.id !== job.draftId || !isApproved(review)) return { kind: "not-approved" };
  const files = await loadDraftFiles(db, job.draftId);
  if (filesHash(hashesOf(files)) !== review.situation.filesHash) return { kind: "not-approved" };
  const base = await inTransaction((tx) => baseOf(tx, review.draft));
  if (base.kind === "moved") return { kind: "overtaken", number: base.course.currentNumber };
  const { check, register } = await checkDraft(db, { slug, files, now: clock() });
  if (!check.course) return { kind: "problems", problems: check.problems.filter(isError) };
  const lessonsInAll = check.course.lessons.length;
  const note = (step: "compiling" | "storing", lessonsDone: number) =>
    noteProgress(db, { jobId: job.id, step, lessonsDone, lessonsInAll, now: clock() });
  await note("compiling", 0);
  const stored = (tx: Db, made: PublishedVersion) => becomeVersion(tx, { job, made, now: clock() });
  try {
    const made = await makeVersion({
      checked: check.course,
      register,
      course: base.course,
      door: { kind: "browser", over: base.baseVersionId },
      actor: actorOfJob(job),
      changeNote: review.draft.changeNote,
      alongside: stored,
      progress: { lessons: (done) => note("compiling", done), storing: () => note("storing", lessonsInAll) },
      now: clock(),
    });
    if (made.outcome === "overtaken" || made.outcome === "kept") return { kind: "overtaken", number: made.number };
    // The same files as the version in use: that one is what the draft has become.
    if (made.outcome === "unchanged") await inTransaction((tx) => stored(tx, made));
    return published(made);
  } catch (error) {
    if (error instanceof NoLongerApproved) return { kind: "not-approved" };
    throw error;
  }
}

const isApproved = ({ situation }: NonNullable<Awaited<ReturnType<typeof readReview>>>) =>
  situation.state === "approved" && wasApprovedAsItStands(situation);

const published = ({ number, outcome }: PublishedVersion) =>
  ({ kind: "published", number, restored: outcome !== "published", moved: 0, completed: 0 }) as const;

/** Together with the version or not at all: the draft ends, and the course is offered. */
async function becomeVersion(tx: Db, input: { job: PublishJob; made: PublishedVersion; now: Date }): Promise<void> {
  const { job, made, now } = input;
  const review = await lockReview(tx, job.slug);
  if (review?.draft.id !== job.draftId || !isApproved(review)) throw new NoLongerApproved();
  const { courseId, versionId, number } = made;
  await closeDraft(tx, { draftId: job.draftId, courseId, versionId, now });
  if (await setUnpublished(tx, { courseId, unpublished: null })) {
    const course = await findCourse(tx, job.slug);
    await recordAudit(tx, {
      actor: actorOfJob(job),
      action: "course.offered-again",
      subject: { type: "course", id: courseId, label: course?.title ?? job.slug },
      after: { version: number },
      at: now,
    });
  }
  await noteProgress(tx, { jobId: job.id, step: "moving", outcome: published(made), now });
}
