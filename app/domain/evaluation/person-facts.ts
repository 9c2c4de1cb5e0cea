import type { LearningRecord } from "../completion/learning-record";
import type { CourseManifest } from "../courses/course";
import type { StaffCategory } from "../organization/staff-category";
import type { LocalDay } from "../time";
import type { Employment } from "./employment-parts";
import type { CertificateStanding } from "./evidence";

/** What evidence needs of a published version. */
export interface VersionFacts {
  number: number;
  manifest: CourseManifest;
  legalBasis: string | null;
}

export interface TurnFacts extends Pick<
  LearningRecord,
  "required" | "dueOn" | "createdAt" | "startedAt" | "lessons" | "attempts" | "remedials" | "accommodations"
> {
  courseId: string;
  courseSlug: string;
  cycle: string;
  versionId: string;
  assignedAt: Date | null;
  /** The highest revision. */
  completion: CompletionFact | null;
  /** The highest revision says that there is no completion. */
  voided: { at: Date; reason: string } | null;
  certificate: {
    serial: string;
    number: string;
    issuedAt: Date;
    status: CertificateStanding;
    changedAt: Date;
  } | null;
  /** When an officer last changed something about an attempt. */
  careAt: Date | null;
}

export interface CompletionFact {
  id: string;
  revision: number;
  versionId: string;
  courseTitle: string;
  completedAt: Date;
  recordedAt: Date;
  scorePercent: number | null;
  onTime: boolean | null;
  attemptsUsed: number;
  reason: string | null;
  /** Learning elsewhere that was recognised: the decision. */
  recognised: { number: string; decidedOn: LocalDay } | null;
}

/** Changed parts of a course that became due after it was finished. */
export interface SupplementTurn {
  id: string;
  title: string;
  document: string | null;
  courseSlug: string;
  cycle: string;
  versionId: string;
  publishedAt: Date;
  dueOn: LocalDay;
  doneAt: Date | null;
}

export interface OpenObjection {
  /** Null: to the whole. */
  rowKey: string | null;
  madeAt: Date;
  answeredAt: Date | null;
}

export interface UnitFacts {
  id: string;
  code: string;
  name: string;
  path: string;
  /** From the widest down, without the unit itself. */
  namesAbove: string;
}

/** Everything about one official that evidence is made of, in one reading. */
export interface PersonFacts {
  officialId: string;
  fullName: string;
  sortName: string;
  staffNumber: string;
  staffCategory: StaffCategory;
  personalIdLast: string | null;
  employments: (Employment & { unit: UnitFacts })[];
  turns: TurnFacts[];
  supplements: SupplementTurn[];
  objections: OpenObjection[];
}
