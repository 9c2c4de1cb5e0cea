import { decodeAnswers } from "~/domain/assessment/answers-form";
import { phaseOf } from "~/domain/assessment/attempt-policy";
import { saveWholeForm } from "~/domain/assessment/answer-store.server";
import {
  appendQuestions,
  closeAttempt,
  findAttempt,
  lockAttempt,
  type StoredAttempt,
  voidAttempt,
} from "~/domain/assessment/attempt-store.server";
import type { AnswerRow } from "~/domain/assessment/answer-rows";
import { grade } from "~/domain/assessment/grading";
import { drawExtra, paperPace } from "~/domain/assessment/pace";
import { type Paper, rebuildPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { remedialsOf } from "~/domain/assessment/remedial";
import { type Actor, actorOf, type NewAuditEvent, SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { auditInsert, recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { standingOf, withGrade } from "~/domain/completion/learning-record";
import { readHandIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion, type CourseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";
import { inTransaction, type Prisma } from "~/platform/db.server";
import { recordCompletion } from "./record-completion";

export type SubmitTestAnswer =
  | { kind: "submitted"; passed: boolean | null }
  /** Filled in faster than it can be read: there are three more questions, and the paper is still open. */
  | { kind: "asked-more" }
  | { kind: "already-submitted" };

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
    const phase = phaseOf(attempt, policy, now);
    const byTimer = phase === "over" || viewer === null;
    const actor: Actor = viewer && !byTimer ? actorOf(viewer) : SYSTEM_ACTOR;
    const event = (action: NewAuditEvent["action"], after: object): NewAuditEvent => ({
      actor,
      action,
      subject: { type: "attempt", id: attemptId, label: `${version.manifest.title} (${attempt.number})` },
      unitPath: viewer?.official?.unitPath ?? null,
      after,
      at: now,
    });

    if (phase === "over" && policy.whenTimeExpires !== "submit") {
      await voidAttempt(tx, { attemptId, at: attempt.deadlineAt });
      await recordAudit(tx, event("attempt.submitted", { voided: true }));
      return { kind: "submitted", passed: null };
    }

    const treatment = treatmentOf(attempt.adjustments, version.questionsById);
    const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt, treatment });
    if (input.form && phase === "answering") {
      const answers = decodeAnswers(paper, input.form);
      if (!answers) throw badRequest(`answers of attempt ${attemptId}`);
      await saveWholeForm(tx, { attemptId, answers, now });
    }
    const { answers, record: before } = await readHandIn(tx, { enrolmentId: attempt.enrolmentId, attemptId });
    if (phase === "answering" && viewer && policy.paceCheck) {
      if (await askMore(tx, { attempt, paper, version, answers, event, now })) return { kind: "asked-more" };
    }
    const result = grade(paper, answers, policy);
    const submittedAt = byTimer || (phase === "answering" && now > attempt.deadlineAt) ? attempt.deadlineAt : now;
    const remedials = remedialsOf(paper, answers);
    const { percent, passed } = result;
    await closeAttempt(tx, {
      attempt,
      submittedAt,
      byTimer,
      grade: result,
      remedials,
      together: auditInsert([event("attempt.submitted", { number: attempt.number, percent, passed, byTimer })]),
    });

    const record = withGrade(before, attemptId, {
      submittedAt,
      percent,
      passed,
      awaitsMarking: result.awaitsMarking,
      remedials: remedials.map((each) => ({ ...each, attemptId, dueFrom: submittedAt, doneAt: null })),
    });
    // Who was moved to another version meanwhile has to do what that one asks.
    const { manifest } = record.versionId === version.id ? version : await courseVersion(record.versionId);
    const standing = standingOf(manifest, record, now);
    if (standing.status === "completed" && !record.completion) {
      await recordCompletion(tx, { viewer, enrolmentId: record.enrolmentId, standing, attempts: record.attempts, now });
    }
    return { kind: "submitted", passed };
  });
}

/** Adds three questions, once, to a paper that was filled in at an impossible pace. Who gives up early is left alone. */
async function askMore(
  tx: Prisma.TransactionClient,
  input: {
    attempt: StoredAttempt;
    paper: Paper;
    version: CourseVersion;
    answers: readonly AnswerRow[];
    event: (action: NewAuditEvent["action"], after: object) => NewAuditEvent;
    now: Date;
  },
): Promise<boolean> {
  const { attempt, paper, version, now } = input;
  if (attempt.extras.some(({ reason }) => reason === "paper-pace")) return false;
  const answered = new Set(
    input.answers.filter(({ response }) => response !== null).map(({ questionId }) => questionId),
  );
  const read = paper.questions.filter(({ id }) => answered.has(id));
  if (read.length * 2 < paper.questions.length) return false;
  const pace = paperPace({ questions: read, startedAt: attempt.startedAt, now });
  if (!pace) return false;
  const questions = drawExtra({
    questions: version.questions,
    paperIds: attempt.questionIds,
    seed: attempt.seed,
    treatment: paper.treatment,
  });
  if (questions.length === 0) return false;
  const questionIds = questions.map(({ id }) => id);
  await appendQuestions(tx, {
    attemptId: attempt.id,
    extra: { reason: "paper-pace", at: now.toISOString(), questionIds, ...pace },
    together: auditInsert([input.event("attempt.asked-more", { ...pace, questions: questionIds.length })]),
  });
  return true;
}
