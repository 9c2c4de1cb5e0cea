import type { ReviewItem } from "../policy";
import type { Paper, StoredAnswer } from "../paper";
import type { CaseText } from "../question";
import { type ChosenLevels, levelsOf, markedByOfficer, type Rubric } from "./rubric";

/** A mark as it is stored; a later one stands above an earlier one. */
export interface MarkingRow {
  questionId: string;
  points: number;
  /** Criterion id → points of the level that was chosen. */
  rubric: Record<string, number>;
  comment: string | null;
  at: Date;
  actorName: string;
}

/** One line of the list: a paper that waits, with the places of the answers that do. */
export interface WaitingPaper {
  attemptId: string;
  code: string;
  submittedAt: Date;
  questions: { id: string; number: number; stem: string }[];
}

export interface MarkedAnswer {
  attemptId: string;
  questionId: string;
  code: string;
  points: number;
  at: Date;
  actorName: string;
}

export interface MarkingList {
  course: { slug: string; title: string };
  /** null: the other view is asked for. */
  waiting: WaitingPaper[] | null;
  marked: MarkedAnswer[] | null;
  waitingInAll: number;
  /** Hand it back as `after` for the next page; null on the last one. */
  next: string | null;
}

/** The page on which one answer is marked. Has nothing of who wrote it. */
export interface MarkingPage {
  course: { slug: string; title: string };
  attemptId: string;
  questionId: string;
  code: string;
  number: number;
  submittedAt: Date;
  stem: string;
  case: CaseText | null;
  explanation: string;
  marks: number;
  rubric: Rubric;
  written: string;
  words: number;
  /** What the last mark chose; for a correction. */
  chosen: ChosenLevels;
  comment: string | null;
  history: MarkingRow[];
}

/** What the person reads of a mark: the levels and the comment; points only where marks may be seen. */
export interface MarkingNote {
  comment: string | null;
  levels: { criterion: string; level: string; points: number | null; most: number | null }[];
}

/** The notes on a paper by question id, as far as the policy lets them be seen. `markings`: the latest first. */
export function markingNotes(input: {
  paper: Paper;
  answers: readonly StoredAnswer[];
  markings: readonly MarkingRow[];
  allowed: readonly ReviewItem[];
}): Record<string, MarkingNote> {
  const { allowed } = input;
  if (!allowed.includes("correctness")) return {};
  const marks = allowed.includes("marks");
  const stands = new Set(
    input.answers.filter(({ markedPoints }) => markedPoints != null).map(({ questionId }) => questionId),
  );
  return Object.fromEntries(
    markedByOfficer(input.paper).flatMap(({ question }) => {
      const marking = input.markings.find(({ questionId }) => questionId === question.id);
      if (!marking || !stands.has(question.id)) return [];
      const chosen = levelsOf(question.rubric, marking.rubric);
      const levels = question.rubric.flatMap(({ id, criterion, levels }) => {
        const level = levels[chosen[id] ?? -1];
        if (!level) return [];
        const most = Math.max(...levels.map(({ points }) => points));
        return [{ criterion, level: level.text, points: marks ? level.points : null, most: marks ? most : null }];
      });
      return [[question.id, { comment: marking.comment, levels }] as const];
    }),
  );
}
