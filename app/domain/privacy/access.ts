import type { RoleName } from "../auth/permissions";

/** In which ways somebody else gets to see a person's record. The words for people are in ui/words, area `myData`. */
export const ACCESS_WAYS = [
  // One person's.
  "person-page",
  "conditions-page",
  "attempt-page",
  "record-print",
  "certificate-page",
  "evidence-page",
  "answer-file",
  "auditor-sample",
  // Everybody's of a unit.
  "staff-export",
  "certificate-export",
  "evidence-export",
  "evidence-api",
  "official-report",
] as const;
export type AccessWay = (typeof ACCESS_WAYS)[number];

/** A role by which a record could be opened, and the unit that it is held in. */
export interface AccessRole {
  role: RoleName;
  unit: string;
}

/** One time that somebody saw the record. */
export interface RecordAccess {
  id: string;
  at: Date;
  actorName: string;
  roles: AccessRole[];
  how: AccessWay;
  /** The unit whose people left together in a file; null: this one record was opened. */
  unit: string | null;
}

export interface AccessPage {
  accesses: RecordAccess[];
  /** Hand it back as `before` for the earlier ones. */
  next: string | null;
}

/** An hour of going back and forth between the pages of one person is one look. */
export const SAME_LOOK_MINUTES = 60;

/** "AG/SNV/P1" → it and every unit above it: whoever exported one of these had the person in the file. */
export function pathsUpFrom(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
