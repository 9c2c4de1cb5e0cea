import type { CourseManifest } from "../courses/course";
import { type StaffStatus, staffStatus } from "../enrolment/staff-status";
import { localDay } from "../time";
import { evaluate } from "./evaluate";
import { eventsOf, type LearningRecord, requirementOf, standingOf } from "./learning-record";

/** What a night's comparison can find; each has its words in `seals.mismatch_…`. */
export const MISMATCH_KINDS = [
  /** The record has a completion, and the mark that lists and counts go by is missing, or says another moment. */
  "mark-missing",
  "mark-differs",
  "mark-without-completion",
  /** Everything is done, and no completion is on record. */
  "not-recorded",
  /** What is on record does not follow from what happened, and no later decision explains it. */
  "not-derived",
  "certificate-missing",
  "certificate-without-completion",
  /** A staff list says another status than `evaluate`. */
  "list-differs",
  "unit-count",
  "row-altered",
  "row-missing",
  "row-unnoted",
] as const;
export type MismatchKind = (typeof MISMATCH_KINDS)[number];

export interface Mismatch {
  kind: MismatchKind;
  officialId: string | null;
  enrolmentId: string | null;
  unitPath: string | null;
  label: string;
  expected: string | null;
  found: string | null;
}

/** A course turn with everything that is derived from it elsewhere. */
export interface DerivedTurn {
  officialId: string;
  fullName: string;
  unitPath: string;
  record: LearningRecord;
  /** `enrolment.completed_at`. */
  markedAt: Date | null;
  /** A later decision on a question touched an attempt of the turn. */
  regraded: boolean;
  /** How many certificates the turn ever had, and whether one of them is in force. */
  certificates: number;
  certificateInForce: boolean;
}

/** Derives a turn anew from its events and says where what is kept elsewhere differs. */
export function compareTurn(turn: DerivedTurn, manifest: CourseManifest, now: Date): Mismatch[] {
  const { record, markedAt } = turn;
  const { completion } = record;
  const found: Mismatch[] = [];
  const add = (kind: MismatchKind, expected: string | null = null, was: string | null = null) =>
    void found.push({
      kind,
      officialId: turn.officialId,
      enrolmentId: record.enrolmentId,
      unitPath: turn.unitPath,
      label: `${turn.fullName} – ${record.courseSlug} ${record.cycle}`,
      expected,
      found: was,
    });
  const told = (at: Date | null) => at && at.toISOString();

  if (completion && !markedAt) add("mark-missing", told(completion.completedAt));
  else if (!completion && markedAt) add("mark-without-completion", null, told(markedAt));
  else if (completion && markedAt && completion.completedAt.getTime() !== markedAt.getTime())
    add("mark-differs", told(completion.completedAt), told(markedAt));

  const earned = evaluate(requirementOf(manifest, record, now), eventsOf({ ...record, completion: null }), now);
  if (!completion && earned.status === "completed") add("not-recorded", told(earned.completedAt));
  if (completion?.revision === 0 && !completion.recognised && !turn.regraded && earned.status !== "completed")
    add("not-derived", told(completion.completedAt), earned.status);

  if (completion && !completion.recognised && turn.certificates === 0) add("certificate-missing");
  if (!completion && turn.certificateInForce) add("certificate-without-completion");

  const standing = standingOf(manifest, record, now);
  const status: StaffStatus = standing.overdue ? "overdue" : standing.status;
  const listed = staffStatus({ ...record, completedAt: markedAt }, localDay(now));
  // A mark that is wrong was told above.
  if (status !== listed && !found.some(({ kind }) => kind.startsWith("mark-"))) add("list-differs", status, listed);
  return found;
}
