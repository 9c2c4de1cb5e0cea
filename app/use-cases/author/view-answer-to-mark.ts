import { listAnswers } from "~/domain/assessment/answer-store.server";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import type { MarkingPage } from "~/domain/assessment/marking/marking";
import { findPaperToMark, listMarkings, type MarkersReach } from "~/domain/assessment/marking/marking-store.server";
import { levelsOf, markedByOfficer, paperCode } from "~/domain/assessment/marking/rubric";
import { rebuildPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** One written answer with its question and rubric, for the officer who marks it. Nothing of who wrote it. */
export async function viewAnswerToMark(
  input: MarkersReach & { attemptId: string; questionId: string },
): Promise<MarkingPage> {
  const { attemptId, questionId } = input;
  const found = await findPaperToMark(input);
  const attempt = found && (await findAttempt({ attemptId, officialId: found.officialId }));
  if (!found || !attempt) throw notFound(`paper ${attemptId}`);
  const { manifest, questionsById } = await courseVersion(found.versionId);
  const treatment = treatmentOf(attempt.adjustments, questionsById);
  const paper = rebuildPaper({ policy: manifest.test!, questionsById, ...attempt, treatment });
  const place = markedByOfficer(paper).find(({ question }) => question.id === questionId);
  const answer = (await listAnswers(attemptId)).find((each) => each.questionId === questionId);
  if (!place || answer?.response == null) throw notFound(`answer ${questionId} of ${attemptId}`);
  const history = (await listMarkings(attemptId)).filter((each) => each.questionId === questionId);
  // A mark of an earlier text does not count any more, and is not proposed.
  const stands = answer.markedPoints === null ? undefined : history[0];
  const { question, number } = place;
  const written = (answer.response as { text: string }).text;
  return {
    course: { slug: input.courseSlug, title: manifest.title },
    attemptId,
    questionId,
    code: paperCode(attemptId),
    number,
    submittedAt: attempt.submittedAt ?? attempt.deadlineAt,
    stem: question.stem,
    case: question.case ?? null,
    explanation: question.explanation,
    marks: question.marks,
    rubric: question.rubric,
    written,
    words: written.split(/\s+/u).filter(Boolean).length,
    chosen: stands ? levelsOf(question.rubric, stands.rubric) : {},
    comment: stands?.comment ?? null,
    history,
  };
}
