import type { StaffCategory } from "../organization/staff-category";
import type { LocalDay } from "../time";

/** Where a turn stood at the end of the time that is looked at. */
export type EvidenceStatus = "completed" | "overdue" | "in-progress" | "not-started";

/**
 * One line of evidence: what an assessor receives about one course of one official in one unit. Evidence, never a score: the remark is
 * the assessor's and stays empty. Everything is a text, a number or a yes and no, so that a frozen row reads like a fresh one.
 */
export interface EvidenceRow {
  /** Stable for a person: "course:<id>:<cycle>@<first day in the unit>", "supplement:<id>@…". */
  key: string;
  kind: "course" | "supplement";
  positionTitle: string;
  /** The days in this unit within the period. */
  partFrom: LocalDay;
  partTo: LocalDay;
  courseSlug: string;
  courseTitle: string;
  cycle: string;
  versionNumber: number;
  legalBasis: string | null;
  required: boolean;
  assignedOn: LocalDay | null;
  dueOn: LocalDay | null;
  status: EvidenceStatus;
  completedOn: LocalDay | null;
  /** Null: nothing was due, or it is not over yet. */
  onTime: boolean | null;
  bestScore: number | null;
  attempts: number;
  certificateNumber: string | null;
  certificateSerial: string | null;
  certificateStatus: CertificateStanding | null;
  /** How the completion came about; "voided": there was one, and a correction says that there is none. */
  origin: "earned" | "corrected" | "recognised" | "voided" | null;
  /** The reason of a correction; number and day of the decision of recognised learning. */
  originNote: string | null;
  revision: number | null;
  criteria: string[];
  /** An objection to it has no answer yet. */
  contested: boolean;
  /** When something of it changed last. */
  changedAt: string;
}

export type CertificateStanding = "valid" | "revoked" | "expired" | "reissued";

/** One official in one unit: what that unit receives. Who was in two units in the period is there twice. */
export interface EvidencePerson {
  officialId: string;
  fullName: string;
  sortName: string;
  staffNumber: string;
  staffCategory: StaffCategory;
  /** "xxx xxx xxx 123": more of it never leaves. */
  personalIdMasked: string | null;
  unitId: string;
  unitCode: string;
  unitName: string;
  unitPath: string;
  /** From the widest down, without the unit itself. */
  unitsAbove: string;
  parts: { positionTitle: string; from: LocalDay; to: LocalDay }[];
  /** An objection to the whole has no answer yet. */
  contested: boolean;
  changedAt: string;
  rows: EvidenceRow[];
}
