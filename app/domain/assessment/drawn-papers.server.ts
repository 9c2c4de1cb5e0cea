import { findAttempt, type StoredAttempt } from "./attempt-store.server";

/** Of an attempt what never changes, but that questions may be added at its end. */
type DrawnPaper = Pick<StoredAttempt, "id" | "officialId" | "versionId" | "seed" | "questionIds">;

const LIMIT = 5_000;
const papers = new Map<string, DrawnPaper>();

/**
 * What was drawn for an own attempt, from memory when this process has seen it: whoever takes a test saves often. Whether it is
 * still open is asked by the saving itself. Null when there is no such attempt or the paper does not have the question.
 */
export async function drawnPaper(input: {
  attemptId: string;
  officialId: string;
  questionId: string;
}): Promise<DrawnPaper | null> {
  const known = papers.get(input.attemptId);
  if (known?.officialId === input.officialId && known.questionIds.includes(input.questionId)) return known;
  const attempt = await findAttempt(input);
  if (!attempt) return null;
  const { id, officialId, versionId, seed, questionIds } = attempt;
  const paper = { id, officialId, versionId, seed, questionIds };
  papers.delete(id);
  papers.set(id, paper);
  if (papers.size > LIMIT) papers.delete(papers.keys().next().value!);
  return paper;
}
