import type { LocalDay } from "../time";

/** A course turn that somebody has because of an entry on the staff list: nobody would have asked for it otherwise. */
export interface EntryTurn {
  enrolmentId: string;
  courseId: string;
  courseTitle: string;
  cycle: string;
  /** "begun": by the person, or the record says something of it. */
  progress: "untouched" | "begun" | "completed";
  /** Without the entry it would be asked by this one, or was before. */
  askedBy: string | null;
  dueOn: LocalDay | null;
}

export interface TurnsAfterUndo {
  /** They disappear: nothing was begun. */
  taken: EntryTurn[];
  /** They stay with the person, no longer as a duty unless they are complete. */
  stay: EntryTurn[];
  /** They stay a duty, by another assignment and its day. */
  asked: EntryTurn[];
}

/** What becomes of them when the entry is taken back. */
export function turnsAfterUndo(turns: readonly EntryTurn[]): TurnsAfterUndo {
  const open = turns.filter(({ progress }) => progress !== "completed");
  const unasked = open.filter(({ askedBy }) => askedBy === null);
  return {
    taken: unasked.filter(({ progress }) => progress === "untouched"),
    stay: turns.filter((turn) => turn.progress === "completed" || (turn.progress === "begun" && turn.askedBy === null)),
    asked: open.filter(({ askedBy }) => askedBy !== null),
  };
}
