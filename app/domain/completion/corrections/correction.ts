import { isOverdue, type LocalDay, localDay, startOfDay } from "../../time";
import type { Because } from "../because";

/** How a revision came about; null: it was earned. */
export type CorrectionKind = "facts" | "void" | "recognised" | "earned-again";

/** A decision that recognises what was learned elsewhere. */
export interface Recognition {
  id: string;
  decisionNumber: string;
  decidedOn: LocalDay;
  issuer: string;
  learned: string;
  /** null: there is no file of it. */
  fileName: string | null;
}

/** One row about a turn in the record. */
export interface Revision {
  id: string;
  revision: number;
  correction: CorrectionKind | null;
  completedAt: Date;
  startedAt: Date;
  dueOn: LocalDay | null;
  onTime: boolean | null;
  scorePercent: number | null;
  because: Because[];
  recordedAt: Date;
  /** null: by the platform, when it was earned. */
  recordedByName: string | null;
  reason: string | null;
  recognition: Recognition | null;
}

export type CorrectionWish =
  | {
      kind: "facts";
      completedOn: LocalDay;
      /** null: the turn has no score. */
      scorePercent: number | null;
      onTime: "by-date" | "yes" | "no";
      reason: string;
    }
  | { kind: "void"; reason: string }
  /** Takes a declaration of being void back: what stood before stands again. */
  | { kind: "restore"; reason: string };

export type CorrectionFault =
  | { reason: "overtaken" | "is-void" | "not-void" | "for-oneself"; field: null }
  | { reason: "in-future" | "before-start"; field: "completedOn" }
  | { reason: "no-score"; field: "scorePercent" }
  | { reason: "nothing-changed"; field: null };

export type RecognitionFault =
  | { reason: "already-completed"; field: "course" }
  | { reason: "in-future"; field: "decidedOn" }
  | { reason: "not-a-file" | "file-too-large"; field: "file" }
  | { reason: "for-oneself"; field: null };

/** The row that a correction adds; everything that it does not name is copied from `from`. */
export interface PlannedRevision {
  corrects: Revision;
  from: Revision;
  correction: "facts" | "void";
  completedAt: Date;
  onTime: boolean | null;
  scorePercent: number | null;
  because: Because[];
}

export const inForce = (revisions: readonly Revision[]): Revision | null => {
  const last = latest(revisions);
  return last && last.correction !== "void" ? last : null;
};

export const latest = (revisions: readonly Revision[]): Revision | null =>
  revisions.reduce<Revision | null>((last, each) => (last && last.revision > each.revision ? last : each), null);

/** What stood before the last row declared it void. */
const beforeVoid = (revisions: readonly Revision[]) =>
  latest(revisions.filter(({ correction }) => correction !== "void"));

/** What a correction would write; or why it cannot be. `seen`: the last revision that the officer had before them. */
export function planCorrection(
  revisions: readonly Revision[],
  wish: CorrectionWish,
  { seen, by, now }: { seen: number; by: string; now: Date },
): { kind: "planned"; next: PlannedRevision } | { kind: "refused"; fault: CorrectionFault } {
  const refused = (fault: CorrectionFault) => ({ kind: "refused", fault }) as const;
  const last = latest(revisions);
  if (!last || last.revision !== seen) return refused({ reason: "overtaken", field: null });
  const note: Because = { kind: "corrected", by, reason: wish.reason, at: now };
  if (wish.kind === "restore") {
    const from = beforeVoid(revisions);
    if (last.correction !== "void" || !from) return refused({ reason: "not-void", field: null });
    const { completedAt, onTime, scorePercent } = from;
    const because = [...from.because, note];
    return {
      kind: "planned",
      next: { corrects: last, from, correction: "facts", completedAt, onTime, scorePercent, because },
    };
  }
  if (last.correction === "void") return refused({ reason: "is-void", field: null });
  if (wish.kind === "void") {
    const { completedAt, onTime, scorePercent } = last;
    return {
      kind: "planned",
      next: { corrects: last, from: last, correction: "void", completedAt, onTime, scorePercent, because: [note] },
    };
  }
  if (wish.completedOn > localDay(now)) return refused({ reason: "in-future", field: "completedOn" });
  if (!last.recognition && wish.completedOn < localDay(last.startedAt))
    return refused({ reason: "before-start", field: "completedOn" });
  if (wish.scorePercent !== null && last.scorePercent === null)
    return refused({ reason: "no-score", field: "scorePercent" });
  // The moment of the day stays where the day does.
  const completedAt = wish.completedOn === localDay(last.completedAt) ? last.completedAt : startOfDay(wish.completedOn);
  const onTime = onTimeOf(wish.onTime, last.dueOn, completedAt);
  const { scorePercent } = wish;
  if (+completedAt === +last.completedAt && onTime === last.onTime && scorePercent === last.scorePercent)
    return refused({ reason: "nothing-changed", field: null });
  const because = [...last.because, note];
  return {
    kind: "planned",
    next: { corrects: last, from: last, correction: "facts", completedAt, onTime, scorePercent, because },
  };
}

function onTimeOf(choice: "by-date" | "yes" | "no", dueOn: LocalDay | null, completedAt: Date): boolean | null {
  if (dueOn === null) return null;
  return choice === "by-date" ? !isOverdue(dueOn, completedAt) : choice === "yes";
}
