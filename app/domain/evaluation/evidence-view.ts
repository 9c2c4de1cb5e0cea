import { nameMatches } from "../organization/name-search";
import type { EvidencePerson } from "./evidence";
import type { EvaluationPeriod } from "./period";

export const EVIDENCE_FILTERS = ["completed", "overdue", "open", "without", "contested"] as const;
export type EvidenceFilterStatus = (typeof EVIDENCE_FILTERS)[number];

export interface EvidenceFilter {
  status: EvidenceFilterStatus | null;
  /** A name with or without diacritics, or a staff number; "" for everybody. */
  text: string;
}

export interface EvidenceView {
  period: EvaluationPeriod;
  people: EvidencePerson[];
  next: string | null;
  /** Up to when what happened is in it. */
  asOf: Date;
  snapshot: { id: string; root: string; people: number } | null;
  openObjections: number;
}

/** Is this somebody whom a filter asks for? */
export function matchesEvidence(person: EvidencePerson, { status, text }: EvidenceFilter): boolean {
  const named =
    text === "" || nameMatches(person.fullName, text) || person.staffNumber === text.replace(/\s+/g, "").toUpperCase();
  if (!named) return false;
  switch (status) {
    case null:
      return true;
    case "without":
      return person.rows.length === 0;
    case "contested":
      return person.contested || person.rows.some(({ contested }) => contested);
    case "open":
      return person.rows.some((row) => row.status === "in-progress" || row.status === "not-started");
    default:
      return person.rows.some((row) => row.status === status);
  }
}
