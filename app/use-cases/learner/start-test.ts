import { randomBytes } from "node:crypto";
import { deadlineOf, mayStart, type StartRefusal } from "~/domain/assessment/attempt-policy";
import { copyAnswers } from "~/domain/assessment/answer-store.server";
import { insertAttempt, listDrawn, lockEnrolment } from "~/domain/assessment/attempt-store.server";
import { drawExtra, type ExtraQuestions, lessonPace } from "~/domain/assessment/pace";
import { drawPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { allowanceOf, countedAttempts, type LearningRecord, standingOf } from "~/domain/completion/learning-record";
import { findLearningRecord, findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import type { CourseVersion } from "~/domain/courses/version-cache.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

export type StartTestAnswer =
  | { kind: "started" | "resumed"; attemptId: string }
  | { kind: "refused"; reason: StartRefusal | "honour-first"; notBefore: Date | null };

/**
 * Begins an attempt: draws the paper by a fresh seed, without what was drawn the last time, and sets the deadline. An
 * open attempt is gone on with: two clicks, two tabs or two devices make one.
 */
export async function startTest(input: {
  viewer: Viewer;
  officialId: string;
  courseSlug: string;
  /** The person has promised what the test asks to be promised. */
  honour?: boolean;
  /** What the paper is drawn by; by itself a number that nobody can guess. */
  seed?: string;
  now: Date;
}): Promise<StartTestAnswer> {
  const { viewer, officialId, courseSlug, now } = input;
  const before = await findLearningRecord({ officialId, courseSlug });
  if (!before?.startedAt) throw notFound(`course ${courseSlug} is not begun`);
  // Before the transaction takes its connection: a begun turn changes its version only when an officer moves people.
  const version = await courseVersion(before.versionId);
  const policy = version.manifest.test;
  if (!policy) throw notFound(`course ${courseSlug} has no test`);
  const answer = await inTransaction(async (tx): Promise<StartTestAnswer | { kind: "moved" }> => {
    await lockEnrolment(tx, { enrolmentId: before.enrolmentId, officialId });
    // Read again behind the lock: another start may have come first.
    const record = await findLearningRecordIn(tx, before.enrolmentId);
    if (record.versionId !== version.id) return { kind: "moved" };
    const allowance = allowanceOf(record, now);
    const standing = standingOf(version.manifest, record, now);
    const lessonsMissing = standing.missing.filter((missing) => missing.kind === "lesson").length;
    const attempts = countedAttempts(record.attempts, standing.countsFrom ?? null);
    const verdict = mayStart({ policy, allowance, attempts, lessonsMissing, now });
    if (verdict.kind === "refused") return verdict;
    const open = record.attempts.find((attempt) => attempt.status === "open");
    if (open) return { kind: "resumed", attemptId: open.id };

    if (policy.honourStatement && !input.honour) return { kind: "refused", reason: "honour-first", notBefore: null };

    const history = await listDrawn(tx, record);
    const last = history.drawn.at(-1);
    // A paper of the version that somebody was moved from cannot be built on: its questions may be others.
    const again = policy.buildOnLast && last?.versionId === version.id ? last : undefined;
    const seed = again?.seed ?? input.seed ?? randomBytes(16).toString("hex");
    const treatment = treatmentOf(history.adjustments, version.questionsById);
    const drawn =
      again?.questionIds ??
      drawPaper({
        policy,
        questions: version.questions,
        seed,
        avoid: last?.questionIds ?? [],
        treatment,
      }).questions.map(({ id }) => id);
    const extras = again ? [] : extraFor({ version, record, drawn, seed, now });
    const number = history.drawn.length + 1;
    const { deadlineAt } = deadlineOf(now, policy, allowance);
    const attemptId = await insertAttempt(tx, {
      enrolmentId: record.enrolmentId,
      officialId,
      versionId: record.versionId,
      number,
      seed,
      questionIds: [...drawn, ...extras.flatMap(({ questionIds }) => questionIds)],
      startedAt: now,
      deadlineAt,
      extras,
    });
    if (again) await copyAnswers(tx, { from: again.id, to: attemptId, now });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "attempt.started",
      subject: { type: "attempt", id: attemptId, label: `${version.manifest.title} (${number})` },
      unitPath: viewer.official?.unitPath ?? null,
      after: {
        number,
        courseSlug,
        version: version.number,
        ...(policy.honourStatement && { honour: input.honour === true }),
        ...(allowance.timeFactor !== 1 && { timeFactor: allowance.timeFactor }),
        ...(allowance.untimed && { untimed: true }),
      },
      at: now,
    });
    return { kind: "started", attemptId };
  });
  return answer.kind === "moved" ? startTest(input) : answer;
}

/** Three more questions, aimed at lessons that were gone through faster than they can be read. */
function extraFor(input: {
  version: CourseVersion;
  record: LearningRecord;
  drawn: readonly string[];
  seed: string;
  now: Date;
}): ExtraQuestions[] {
  const { version, record, drawn, seed, now } = input;
  const pace = version.manifest.test!.paceCheck ? lessonPace(version.manifest.lessons, record.lessons) : null;
  if (!pace) return [];
  const { lessonIds, ...took } = pace;
  const questions = drawExtra({ questions: version.questions, paperIds: drawn, seed, lessonIds });
  if (questions.length === 0) return [];
  return [{ reason: "lesson-pace", at: now.toISOString(), questionIds: questions.map(({ id }) => id), ...took }];
}
