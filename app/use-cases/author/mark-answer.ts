import { insertAttemptEvent } from "~/domain/assessment/attempt-event-store.server";
import { lockAttempt } from "~/domain/assessment/attempt-store.server";
import { gradeAttempt, lowers, worthOf } from "~/domain/assessment/grade-again";
import { storeGrade } from "~/domain/assessment/grade-store.server";
import { findPaperToMark, insertMarking, type MarkersReach } from "~/domain/assessment/marking/marking-store.server";
import { type ChosenLevels, markedByOfficer, paperCode, rubricPoints } from "~/domain/assessment/marking/rubric";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { readHandIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { recordEarnedCompletion } from "../system/record-earned-completion";

export type MarkAnswer =
  | { kind: "marked"; points: number; awaitsMore: boolean }
  /** A completion rests on the result, and this mark would lower it. */
  | { kind: "refused"; reason: "would-lower" };

/**
 * Marks one written answer by its rubric. The last mark of a paper gives its result and, when that earns it, the completion
 * with its certificate. Marking again is a correction: a new mark above the old one, and the paper is graded anew.
 */
export async function markAnswer(
  input: MarkersReach & {
    viewer: Viewer;
    attemptId: string;
    questionId: string;
    chosen: ChosenLevels;
    comment: string | null;
    now: Date;
  },
): Promise<MarkAnswer> {
  const { viewer, attemptId, questionId, comment, now } = input;
  const found = await findPaperToMark(input);
  if (!found) throw notFound(`paper ${attemptId}`);
  const { manifest, questionsById } = await courseVersion(found.versionId);
  const policy = manifest.test!;
  return inTransaction(async (tx) => {
    const attempt = await lockAttempt(tx, { attemptId, officialId: found.officialId });
    // Opened again between the look and the mark.
    if (attempt?.status !== "submitted") throw notFound(`paper ${attemptId}`);
    const { record, answers } = await readHandIn(tx, { enrolmentId: attempt.enrolmentId, attemptId });
    const before = gradeAttempt({ attempt, policy, questionsById, answers });
    const question = markedByOfficer(before.paper).find((each) => each.question.id === questionId)?.question;
    const answer = answers.find((each) => each.questionId === questionId);
    if (!question || answer?.response == null) throw notFound(`answer ${questionId} of ${attemptId}`);
    const mark = rubricPoints(question, input.chosen);
    if (!mark) throw badRequest(`levels of ${questionId}`);

    const marked = answers.map((each) => (each === answer ? { ...each, markedPoints: mark.points } : each));
    const { grade } = gradeAttempt({ attempt, policy, questionsById, answers: marked });
    if (record.completion && lowers(attempt, grade)) return { kind: "refused", reason: "would-lower" };
    const actor = actorOf(viewer);
    await insertMarking(tx, { attemptId, questionId, ...mark, comment, actor, at: now });
    await storeGrade(tx, { attempt, grade, remedials: [], dueFrom: now });
    await insertAttemptEvent(tx, {
      attemptId,
      kind: "marked",
      actor,
      before: { ...worthOf(attempt), questionId, marked: answer.markedPoints },
      after: { ...worthOf(grade), questionId, marked: mark.points },
      at: now,
    });
    await recordAudit(tx, {
      actor,
      action: "attempt.marked",
      // As the officer saw it: without the name of who wrote it.
      subject: { type: "attempt", id: attemptId, label: `${found.courseTitle} (${paperCode(attemptId)})` },
      unitPath: found.unitPath,
      before: { questionId, points: answer.markedPoints, percent: attempt.percent, passed: attempt.passed },
      after: { questionId, points: mark.points, percent: grade.percent, passed: grade.passed },
      at: now,
    });
    await recordEarnedCompletion(tx, {
      record,
      attemptId,
      graded: { ...worthOf(grade), submittedAt: attempt.submittedAt, remedials: [] },
      now,
    });
    return { kind: "marked", points: mark.points, awaitsMore: grade.awaitsMarking };
  });
}
