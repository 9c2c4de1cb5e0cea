import type { TestPolicy } from "../../courses/course";
import { type DecodedAnswer, decodeAnswers } from "../answers-form";
import { lastMomentOf } from "../attempt-policy";
import { grade, maxPointsOf } from "../grading";
import type { Paper, StoredAnswer } from "../paper";
import { questionTypeOf } from "../question-types";
import type { AnswerFileEntry } from "./answer-file";

/** What becomes of an answer of a file. */
export type EntryVerdict =
  | "take"
  /** A newer choice, or the very same, is saved. */
  | "older"
  | "same"
  /** Made after the last moment. */
  | "late"
  /** No question of this paper, or no answer that it can have. */
  | "unreadable"
  /** It was checked for good before the line was lost. */
  | "settled"
  /** The paper is in, and the answer would earn less than the one that was graded. */
  | "would-lower"
  /** The paper is in, and an officer has marked this answer. */
  | "already-marked";

export interface PlannedEntry {
  questionId: string;
  /** Its place in the paper; null when it has none. */
  number: number | null;
  sequence: number;
  verdict: EntryVerdict;
  /** Only of those that are taken. */
  answer: DecodedAnswer | null;
}

type SavedAnswer = StoredAnswer & { sequence: number };

interface Situation {
  paper: Paper;
  policy: TestPolicy;
  saved: readonly SavedAnswer[];
  attempt: { status: "open" | "submitted" | "voided"; deadlineAt: Date; passed: boolean | null };
  /** The course turn is on record as completed. */
  completed: boolean;
}

/**
 * What of a file is taken. While the paper is open the newer choice stands, as if it had come by line; once it is in, an
 * answer is taken only when the paper is not worth less with it.
 */
export function planEntries(input: Situation & { entries: readonly AnswerFileEntry[] }): PlannedEntry[] {
  const numbers = new Map(input.paper.questions.map(({ id }, index) => [id, index + 1]));
  return input.entries
    .map((entry): PlannedEntry => {
      const answer = decoded(input.paper, entry);
      const verdict = answer === null ? "unreadable" : verdictOn(input, entry, answer);
      const number = numbers.get(entry.questionId) ?? null;
      const { questionId, sequence } = entry;
      return { questionId, number, sequence, verdict, answer: verdict === "take" ? answer : null };
    })
    .sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity));
}

function decoded(paper: Paper, entry: AnswerFileEntry): DecodedAnswer | null {
  const form = new FormData();
  for (const [name, value] of entry.fields) form.append(name, value);
  return decodeAnswers(paper, form, entry.questionId)?.[0] ?? null;
}

function verdictOn(situation: Situation, entry: AnswerFileEntry, answer: DecodedAnswer): EntryVerdict {
  const { policy, attempt } = situation;
  if (entry.sequence > lastMomentOf(attempt.deadlineAt, policy).getTime()) return "late";
  const before = situation.saved.find(({ questionId }) => questionId === entry.questionId);
  if (before && sameText(before.response, answer.response) && before.marked === answer.marked) return "same";
  if (before && before.sequence >= entry.sequence) return "older";
  if (before?.settledAt) return "settled";
  return attempt.status === "open" ? "take" : verdictOnceIn(situation, answer, before);
}

function verdictOnceIn(situation: Situation, answer: DecodedAnswer, before: SavedAnswer | undefined): EntryVerdict {
  const { paper, policy, saved, attempt } = situation;
  const question = paper.questions.find(({ id }) => id === answer.questionId)!;
  if (questionTypeOf(question).scoring?.(question) === "officer" && maxPointsOf(paper, question) > 0) {
    if (before?.markedPoints != null) return "already-marked";
    // Taken, it would make a paper that is passed wait for marks again; and an empty text earns nothing.
    return attempt.passed || situation.completed || answer.response === null ? "would-lower" : "take";
  }
  const pointsWith = (answers: readonly StoredAnswer[]) =>
    grade(paper, answers, policy).perQuestion.find(({ questionId }) => questionId === question.id)?.points ?? 0;
  return pointsWith(withEntries(saved, [answer])) >= pointsWith(saved) ? "take" : "would-lower";
}

/** The answers as they are once these are taken. */
export function withEntries<A extends StoredAnswer>(
  saved: readonly A[],
  taken: readonly DecodedAnswer[],
): (A | StoredAnswer)[] {
  const byQuestion = new Map<string, A | StoredAnswer>(saved.map((answer) => [answer.questionId, answer]));
  for (const { questionId, response, marked } of taken) {
    // What an officer gave was given for another text.
    byQuestion.set(questionId, { ...byQuestion.get(questionId), questionId, response, marked, markedPoints: null });
  }
  return [...byQuestion.values()];
}

/** Stored as JSON, whose keys come back in another order. */
function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a ?? null)) === JSON.stringify(ordered(b ?? null));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
