import { percentThatCounts } from "../assessment/attempt-policy";
import type { CourseManifest } from "../courses/course";
import type { StaffStatus } from "../enrolment/staff-status";
import type { StaffCategory } from "../organization/staff-category";
import type { LocalDay } from "../time";
import { evaluate } from "./evaluate";
import { countedAttempts, eventsOf, type LearningRecord, requirementOf } from "./learning-record";

/** A person of a list that leaves the platform. */
export interface ExportPerson {
  staffNumber: string;
  fullName: string;
  staffCategory: StaffCategory;
  positionTitle: string;
  unitName: string;
  /** The units above, from the widest down: "UBND tỉnh An Giang › Sở Nội vụ". */
  unitsAbove: string;
  lastSignInAt: Date | null;
}

/** Lessons are left out once a completion is on record: it says all. */
export interface ExportTurn extends Pick<
  LearningRecord,
  | "versionId"
  | "required"
  | "dueOn"
  | "startedAt"
  | "lessons"
  | "attempts"
  | "remedials"
  | "accommodations"
  | "completion"
  | "voided"
> {
  assignedAt: Date | null;
  certificate: { serial: string; number: string } | null;
}

/** A line of the list, before words are put to it. */
export interface ExportRow extends ExportPerson {
  required: boolean | null;
  assignedAt: Date | null;
  dueOn: LocalDay | null;
  status: StaffStatus;
  progressPercent: number | null;
  completedAt: Date | null;
  onTime: boolean | null;
  /** By a decision on learning elsewhere: no certificate of ours. */
  recognised: boolean;
  scorePercent: number | null;
  /** Attempts that were handed in. */
  attempts: number | null;
  certificateNumber: string | null;
  certificateSerial: string | null;
}

const NO_TURN = {
  required: null,
  assignedAt: null,
  dueOn: null,
  status: "not-asked",
  progressPercent: null,
  completedAt: null,
  onTime: null,
  recognised: false,
  scorePercent: null,
  attempts: null,
  certificateNumber: null,
  certificateSerial: null,
} as const;

/** Somebody's line: the standing is `evaluate`'s, as on every other page. */
export function exportRow(
  person: ExportPerson,
  turn: ExportTurn | null,
  manifest: CourseManifest | null,
  now: Date,
): ExportRow {
  if (!turn || !manifest) return { ...person, ...NO_TURN };
  const standing = evaluate(requirementOf(manifest, turn, now), eventsOf(turn), now);
  const handedIn = turn.attempts.filter((attempt) => attempt.status === "submitted");
  const counted = countedAttempts(handedIn, standing.countsFrom ?? null);
  const best = manifest.test ? percentThatCounts(counted, manifest.test.attemptThatCounts) : null;
  return {
    ...person,
    required: turn.required,
    assignedAt: turn.assignedAt,
    dueOn: turn.dueOn,
    status: standing.overdue ? "overdue" : standing.status,
    progressPercent: standing.progressPercent,
    completedAt: standing.completedAt,
    onTime: standing.onTime,
    recognised: turn.completion?.recognised ?? false,
    scorePercent: turn.completion?.scorePercent ?? best,
    attempts: handedIn.length,
    certificateNumber: turn.certificate?.number ?? null,
    certificateSerial: turn.certificate?.serial ?? null,
  };
}
