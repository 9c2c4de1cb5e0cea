import { decodeAnswers } from "~/domain/assessment/answers-form";
import { isTimeUp } from "~/domain/assessment/attempt-policy";
import {
  closeAttempt,
  findAttempt,
  listAnswersIn,
  lockAttempt,
  saveWholeForm,
  voidAttempt,
} from "~/domain/assessment/attempt-store.server";
import { grade } from "~/domain/assessment/grading";
import { rebuildPaper } from "~/domain/assessment/paper";
import { type Actor, actorOf, SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { standingOf } from "~/domain/completion/learning-record";
import { findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { recordCompletion } from "./record-completion";

export type SubmitTestAnswer = { kind: "submitted"; passed: boolean | null } | { kind: "already-submitted" };

/**
 * Hands a paper in: closes and grades the attempt and, when that earns it, records the completion and issues the
 * certificate, all in one transaction. Handing in again, from anywhere, changes nothing.
 *
 * After the last moment what was saved in time is graded as it stands (or the attempt is void, as the policy says), and the
 * deadline counts as the time of handing in; `form` is then left aside.
 */
export async function submitTest(input: {
  /** null when the platform itself hands in because time is over. */
  viewer: Viewer | null;
  officialId: string;
  attemptId: string;
  /** A whole paper posted as a plain form; null when every answer was saved on its own. */
  form: FormData | null;
  now: Date;
}): Promise<SubmitTestAnswer> {
  const { viewer, officialId, attemptId, now } = input;
  const found = await findAttempt({ attemptId, officialId });
  if (!found) throw notFound(`attempt ${attemptId}`);
  // The version is fixed: read before the transaction, so that no transaction waits for a second connection.
  const version = await courseVersion(found.versionId);
  return inTransaction(async (tx) => {
    const attempt = (await lockAttempt(tx, { attemptId, officialId }))!;
    if (attempt.status !== "open") return { kind: "already-submitted" };
    const policy = version.manifest.test!;
    const late = isTimeUp(attempt, policy, now);
    const byTimer = late || viewer === null;
    const submittedAt = byTimer || now > attempt.deadlineAt ? attempt.deadlineAt : now;
    const actor: Actor = viewer && !byTimer ? actorOf(viewer) : SYSTEM_ACTOR;
    const subject = { type: "attempt", id: attemptId, label: `${version.manifest.title} (${attempt.number})` };

    if (late && policy.whenTimeExpires === "void") {
      await voidAttempt(tx, { attemptId, at: attempt.deadlineAt });
      await recordAudit(tx, { actor, action: "attempt.submitted", subject, after: { voided: true }, at: now });
      return { kind: "submitted", passed: null };
    }

    const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt });
    if (input.form && !late) {
      const answers = decodeAnswers(paper, input.form);
      if (!answers) throw badRequest(`answers of attempt ${attemptId}`);
      await saveWholeForm(tx, { attemptId, answers, now });
    }
    const result = grade(paper, await listAnswersIn(tx, attemptId), policy.passPercent);
    await closeAttempt(tx, { attemptId, submittedAt, byTimer, grade: result });
    await recordAudit(tx, {
      actor,
      action: "attempt.submitted",
      subject,
      unitPath: viewer?.official?.unitPath ?? null,
      after: { number: attempt.number, percent: result.percent, passed: result.passed, byTimer },
      at: now,
    });

    const record = await findLearningRecordIn(tx, attempt.enrolmentId);
    const standing = standingOf(version.manifest, record, now);
    if (standing.status === "completed" && !record.completion) {
      await recordCompletion(tx, { viewer, enrolmentId: record.enrolmentId, standing, attempts: record.attempts, now });
    }
    return { kind: "submitted", passed: result.passed };
  });
}
