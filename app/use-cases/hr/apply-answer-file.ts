import type { AnswerFileContent } from "~/domain/assessment/answer-file/answer-file";
import type { AnswerFileRefusal } from "~/domain/assessment/answer-file/answer-file-page";
import { saveFileAnswers } from "~/domain/assessment/answer-file/answer-file-store.server";
import { type PlannedEntry, planEntries, withEntries } from "~/domain/assessment/answer-file/take-over";
import { insertAttemptEvent } from "~/domain/assessment/attempt-event-store.server";
import { closeAttempt, lockAttempt, type StoredAttempt } from "~/domain/assessment/attempt-store.server";
import { gradeAttempt, worthOf } from "~/domain/assessment/grade-again";
import { storeGrade } from "~/domain/assessment/grade-store.server";
import type { Grade } from "~/domain/assessment/grading";
import { remedialsOf } from "~/domain/assessment/remedial";
import { actorOf } from "~/domain/audit/audit-event";
import { auditInsert, recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { readHandIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { inTransaction } from "~/platform/db.server";
import { recordEarnedCompletion } from "../system/record-earned-completion";
import { identifyAnswerFile } from "./read-answer-file";

export type ApplyAnswerFileAnswer =
  | { kind: "applied"; attemptId: string; taken: number; percent: number | null; open: boolean; completed: boolean }
  | { kind: "refused"; reason: AnswerFileRefusal };

/**
 * Takes the answers of a file over, all in one transaction. An open paper stays open unless it is to be handed in; one that is
 * in is graded again, and is never worth less.
 */
export async function applyAnswerFile(input: {
  viewer: Viewer;
  scope: readonly string[];
  text: string;
  reason: string;
  handIn: boolean;
  now: Date;
}): Promise<ApplyAnswerFileAnswer> {
  const { viewer, reason, now } = input;
  const identified = await identifyAnswerFile({ ...input, asker: viewer.official });
  if (identified.kind === "refused") return identified;
  const { content, attempt: found } = identified;
  const { manifest, questionsById } = await courseVersion(found.versionId);
  const policy = manifest.test!;
  return inTransaction(async (tx) => {
    const attempt = (await lockAttempt(tx, { attemptId: found.id, officialId: found.official.id }))!;
    if (attempt.status === "voided") return { kind: "refused", reason: "voided" };
    const { record, answers: saved } = await readHandIn(tx, {
      enrolmentId: attempt.enrolmentId,
      attemptId: attempt.id,
    });
    const { paper } = gradeAttempt({ attempt, policy, questionsById, answers: saved });
    const completed = record.completion !== null;
    const planned = planEntries({ entries: content.entries, paper, policy, saved, attempt, completed });
    const taken = planned.flatMap(({ answer, sequence }) => (answer ? [{ ...answer, sequence }] : []));
    const open = attempt.status === "open";
    const handIn = open && input.handIn;
    if (taken.length === 0 && !handIn) return { kind: "refused", reason: "nothing-to-take" };

    await saveFileAnswers(tx, { attemptId: attempt.id, answers: taken, now });
    const answers = withEntries(saved, taken);
    const { grade } = gradeAttempt({ attempt, policy, questionsById, answers });
    const isTaken = new Set(taken.map(({ questionId }) => questionId));
    const remedials = remedialsOf(paper, answers).filter(({ questionId }) => open || isTaken.has(questionId));
    const submittedAt = attempt.submittedAt ?? (now < attempt.deadlineAt ? now : attempt.deadlineAt);
    const actor = actorOf(viewer);
    const label = `${found.official.fullName} – ${found.courseTitle} (${attempt.number})`;
    const event = {
      actor,
      subject: { type: "attempt", id: attempt.id, label },
      unitPath: found.official.unitPath,
      at: now,
    };
    if (handIn) {
      const { percent, passed } = grade;
      const after = { number: attempt.number, percent, passed, byTimer: false };
      const together = auditInsert([{ ...event, action: "attempt.submitted", after }]);
      await closeAttempt(tx, { attempt, submittedAt, byTimer: false, grade, remedials, together });
    } else if (!open) {
      await storeGrade(tx, { attempt, grade, remedials, dueFrom: now });
    }
    const told = changeOf({ attempt, grade: open && !handIn ? null : grade, planned, content, handIn });
    await insertAttemptEvent(tx, { attemptId: attempt.id, kind: "answer-file", actor, reason, ...told, at: now });
    await recordAudit(tx, {
      ...event,
      action: "attempt.answer-file",
      before: told.before,
      after: { ...told.after, reason },
    });
    const earned =
      (!open || handIn) &&
      (await recordEarnedCompletion(tx, {
        record,
        attemptId: attempt.id,
        graded: {
          ...worthOf(grade),
          submittedAt,
          remedials: remedials.map((each) => ({ ...each, attemptId: attempt.id, dueFrom: now, doneAt: null })),
        },
        now,
      }));
    return {
      kind: "applied",
      attemptId: attempt.id,
      taken: taken.length,
      percent: open && !handIn ? null : grade.percent,
      open: open && !handIn,
      completed: completed || earned,
    };
  });
}

/** What stood before and after, for the attempt's history and the trail. `grade`: null while the paper stays open. */
function changeOf(input: {
  attempt: StoredAttempt;
  grade: Grade | null;
  planned: readonly PlannedEntry[];
  content: AnswerFileContent;
  handIn: boolean;
}): { before: object | null; after: object } {
  const { attempt, grade, planned, content } = input;
  const answers = planned.filter(({ verdict }) => verdict === "take").length;
  const after = { answers, leftAside: planned.length - answers, madeAt: content.madeAt, handedIn: input.handIn };
  if (!grade) return { before: null, after };
  return { before: worthOf(attempt), after: { ...worthOf(grade), ...after } };
}
