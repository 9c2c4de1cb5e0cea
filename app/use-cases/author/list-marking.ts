import type { MarkingList, WaitingPaper } from "~/domain/assessment/marking/marking";
import {
  countPapersToMark,
  listMarkedAnswers,
  listPapersToMark,
  type MarkersReach,
  type PaperToMark,
} from "~/domain/assessment/marking/marking-store.server";
import { awaitingMarks, paperCode } from "~/domain/assessment/marking/rubric";
import { rebuildPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { courseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

const PAGE = 25;

/** The papers of a course that wait for marks, the oldest first; or the answers that were marked, the latest first. */
export async function listMarking(
  input: MarkersReach & { view: "waiting" | "marked"; after: string | null },
): Promise<MarkingList> {
  const version = await currentVersionOf(input.courseSlug);
  if (!version) throw notFound(`course ${input.courseSlug}`);
  const course = { slug: input.courseSlug, title: version.manifest.title };
  const waitingInAll = await countPapersToMark(input);
  if (input.view === "marked") {
    const rows = await listMarkedAnswers({ ...input, limit: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    return {
      course,
      waiting: null,
      marked: shown.map(({ id: _, ...row }) => ({ ...row, code: paperCode(row.attemptId) })),
      waitingInAll,
      next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    };
  }
  const rows = await listPapersToMark({ ...input, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return {
    course,
    waiting: await Promise.all(shown.map(waitingPaper)),
    marked: null,
    waitingInAll,
    next: rows.length > PAGE ? (shown.at(-1)?.attemptId ?? null) : null,
  };
}

async function waitingPaper(row: PaperToMark): Promise<WaitingPaper> {
  const { manifest, questionsById } = await courseVersion(row.versionId);
  const treatment = treatmentOf(row.adjustments, questionsById);
  const paper = rebuildPaper({ policy: manifest.test!, questionsById, ...row, treatment });
  return {
    attemptId: row.attemptId,
    code: paperCode(row.attemptId),
    submittedAt: row.submittedAt,
    questions: awaitingMarks(paper, row.answers).map(({ question: { id, stem }, number }) => ({ id, number, stem })),
  };
}

/** How many papers of a course wait for this officer; null when its test has nothing that an officer marks. */
export async function countWaiting(input: MarkersReach): Promise<number | null> {
  const count = await countPapersToMark(input);
  const version = await currentVersionOf(input.courseSlug);
  const marks = version?.questions.some((question) => question.type === "reflection" && question.rubric !== undefined);
  return count > 0 || marks ? count : null;
}

/** The address of the next answer that waits, the oldest first; null when there is none. */
export async function nextToMark(input: MarkersReach): Promise<{ attemptId: string; questionId: string } | null> {
  for (const row of await listPapersToMark({ ...input, after: null, limit: 1 })) {
    const [question] = (await waitingPaper(row)).questions;
    if (question) return { attemptId: row.attemptId, questionId: question.id };
  }
  return null;
}
