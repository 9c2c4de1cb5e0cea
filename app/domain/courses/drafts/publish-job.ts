/** The publication of an approved draft: work in the background whose progress can be seen, and which survives a restart. */
import type { ContentProblem } from "../content-problem";

export type PublishStep = "waiting" | "checking" | "compiling" | "storing" | "moving" | "completing" | "done";
export type PublishJobState = "waiting" | "running" | "done" | "failed";

/** What becomes of those who are under way in earlier versions. */
export interface PublishWish {
  /** "stay": on the version that they began with. */
  underWay: "stay" | "move";
  /** For those who move: whether a lesson that they finished and that was changed is to be read again. */
  changedLessons: "keep" | "unread";
}

export type PublishOutcome =
  | { kind: "published"; number: number; restored: boolean; moved: number; completed: number }
  /** Another version became current meanwhile. */
  | { kind: "overtaken"; number: number | null }
  /** The draft is not what was approved, or no longer approved. */
  | { kind: "not-approved" }
  | { kind: "problems"; problems: ContentProblem[] }
  /** It broke off several times; the log says why. */
  | { kind: "fault" };

export interface PublishJob {
  id: string;
  draftId: string;
  slug: string;
  state: PublishJobState;
  step: PublishStep;
  lessonsDone: number;
  lessonsInAll: number;
  wish: PublishWish;
  requestedAt: Date;
  requestedBy: string | null;
  requestedByName: string;
  tries: number;
  /** From the moment on at which the version is there: people are moved after that. */
  outcome: PublishOutcome | null;
}

/** A job that said nothing for so long is taken up by whoever comes by. */
export const SILENCE_MS = 30_000;
export const MOST_TRIES = 3;

/** How far it is, for a bar: each lesson is one step, and so are checking, storing, moving people and what that completes. */
export function progressOf({
  step,
  lessonsDone,
  lessonsInAll,
}: Pick<PublishJob, "step" | "lessonsDone" | "lessonsInAll">): {
  value: number;
  max: number;
} {
  const max = lessonsInAll + 4;
  const value = {
    waiting: 0,
    checking: 0,
    compiling: 1 + lessonsDone,
    storing: 1 + lessonsInAll,
    moving: 2 + lessonsInAll,
    completing: 3 + lessonsInAll,
    done: max,
  }[step];
  return { value, max };
}
