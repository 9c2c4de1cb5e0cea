import type { AttemptEventRow } from "../attempt-events";
import type { ReopenRefusal } from "./reopening";

/** Whose attempt it is and of what, as an officer within whose scope the person is sees it. Never with answers. */
export interface AttemptInCare {
  id: string;
  enrolmentId: string;
  versionId: string;
  courseSlug: string;
  courseTitle: string;
  cycle: string;
  number: number;
  status: "open" | "submitted" | "voided";
  startedAt: Date;
  deadlineAt: Date;
  submittedAt: Date | null;
  byTimer: boolean;
  percent: number | null;
  passed: boolean | null;
  awaitsMarking: boolean;
  official: { id: string; fullName: string; staffNumber: string; unitName: string; unitPath: string };
}

/** The page about one attempt. */
export interface AttemptCarePage {
  attempt: AttemptInCare;
  answered: number;
  questions: number;
  /** null: it can be reopened. */
  refusal: ReopenRefusal | null;
  events: AttemptEventRow[];
  /** How many minutes the form proposes: the time limit of the test for a reopened paper. */
  minutesProposed: number;
}

/** What an officer can do about an attempt, in a list of a person's attempts. */
export interface AttemptCareLink {
  attemptId: string;
  byTimer: boolean;
  awaitsMarking: boolean;
  offer: "add-time" | "reopen" | null;
}

/** One course with papers that are open now. */
export interface OpenPapers {
  courseSlug: string;
  courseTitle: string;
  open: number;
  /** When the first of them is handed in by itself, as things stand. */
  firstDeadlineAt: Date;
}
