import type { EvidencePerson, EvidenceRow } from "./evidence";
import type { LocalDay } from "../time";

export const AMENDMENT_CAUSES = [
  "recognised",
  "corrected",
  "voided",
  "completed-later",
  "recorded-later",
  "certificate",
  "attempts",
  "day-passed",
  "objection",
  "assignment",
  "staff-list",
  "template",
  "no-longer-asked",
  "newly-asked",
  "other",
] as const;
export type AmendmentCause = (typeof AMENDMENT_CAUSES)[number];

export interface FieldChange {
  field: string;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}

/** What is different now from what was frozen, about one person and one row. */
export interface Amendment {
  officialId: string;
  fullName: string;
  staffNumber: string;
  unitCode: string;
  unitName: string;
  /** Null: about the person, no row. */
  rowKey: string | null;
  courseTitle: string | null;
  cycle: string | null;
  kind: "added" | "changed" | "removed";
  changes: FieldChange[];
  cause: AmendmentCause;
  /** The reason that a correction, a recognition or a voiding gives. */
  note: string | null;
  /** When it came about; null where no fact says so. */
  at: string | null;
}

const PERSON_FIELDS = ["fullName", "staffNumber", "staffCategory", "personalIdMasked", "contested"] as const;
const ROW_FIELDS = [
  "positionTitle",
  "courseTitle",
  "versionNumber",
  "legalBasis",
  "required",
  "assignedOn",
  "dueOn",
  "status",
  "completedOn",
  "onTime",
  "bestScore",
  "attempts",
  "certificateNumber",
  "certificateStatus",
  "origin",
  "originNote",
  "criteria",
  "contested",
] as const;

/** Every field that an amendment can name. `unitName`: the person as a whole came or went. */
export const AMENDED_FIELDS = [...new Set(["unitName", ...PERSON_FIELDS, ...ROW_FIELDS] as const)];

/**
 * The difference between the frozen lines of an official and the lines as they would be now. The frozen ones are never touched: what
 * came later stands beside them, with its day and its cause. (How far a stay in a unit reached so far is no difference.)
 */
export function amendmentsOf(
  frozen: readonly EvidencePerson[],
  present: readonly EvidencePerson[],
  cutOffOn: LocalDay,
): Amendment[] {
  const found: Amendment[] = [];
  const units = [...new Set([...frozen, ...present].map(({ unitId }) => unitId))];
  for (const unitId of units) {
    const before = frozen.find((each) => each.unitId === unitId) ?? null;
    const after = present.find((each) => each.unitId === unitId) ?? null;
    const person = (after ?? before)!;
    const about = {
      officialId: person.officialId,
      fullName: person.fullName,
      staffNumber: person.staffNumber,
      unitCode: person.unitCode,
      unitName: person.unitName,
    };
    const ofPerson = personChanges(before, after);
    if (ofPerson.length > 0) {
      found.push({
        ...about,
        rowKey: null,
        courseTitle: null,
        cycle: null,
        kind: !before ? "added" : !after ? "removed" : "changed",
        changes: ofPerson,
        cause: ofPerson.every(({ field }) => field === "contested") ? "objection" : "staff-list",
        note: null,
        at: after?.changedAt ?? null,
      });
    }
    const rows = new Map((before?.rows ?? []).map((row) => [row.key, row]));
    for (const row of after?.rows ?? []) {
      const was = rows.get(row.key) ?? null;
      rows.delete(row.key);
      const changes = rowChanges(was, row);
      if (changes.length === 0) continue;
      found.push({
        ...about,
        ...named(row),
        kind: was ? "changed" : "added",
        changes,
        cause: causeOf(was, row, changes, cutOffOn),
        note: row.originNote !== (was?.originNote ?? null) ? row.originNote : null,
        at: row.changedAt,
      });
    }
    for (const row of rows.values()) {
      const changes = rowChanges(row, null);
      found.push({ ...about, ...named(row), kind: "removed", changes, cause: "no-longer-asked", note: null, at: null });
    }
  }
  return found;
}

const named = ({ key, courseTitle, cycle }: EvidenceRow) => ({ rowKey: key, courseTitle, cycle });

const plain = (value: unknown): FieldChange["before"] =>
  Array.isArray(value) ? value.join(", ") : ((value ?? null) as FieldChange["before"]);

function compare<T>(fields: readonly (keyof T & string)[], before: T | null, after: T | null): FieldChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [before, after].map((side) => plain(side?.[field]));
    return was === is ? [] : [{ field, before: was!, after: is! }];
  });
}

const rowChanges = (before: EvidenceRow | null, after: EvidenceRow | null) =>
  compare<EvidenceRow>(ROW_FIELDS, before, after);

function personChanges(before: EvidencePerson | null, after: EvidencePerson | null): FieldChange[] {
  if (before && after) return compare<EvidencePerson>(PERSON_FIELDS, before, after);
  return [{ field: "unitName", before: before?.unitName ?? null, after: after?.unitName ?? null }];
}

function causeOf(
  before: EvidenceRow | null,
  after: EvidenceRow,
  changes: readonly FieldChange[],
  cutOffOn: LocalDay,
): AmendmentCause {
  const changed = new Set(changes.map(({ field }) => field));
  const only = (...fields: string[]) => [...changed].every((field) => fields.includes(field));
  if (changed.has("origin") || (after.revision ?? 0) > (before?.revision ?? 0)) {
    if (after.origin === "recognised") return "recognised";
    if (after.origin === "voided") return "voided";
    if (after.origin === "corrected") return "corrected";
    if (after.completedOn !== null) return after.completedOn > cutOffOn ? "completed-later" : "recorded-later";
  }
  if (only("contested")) return "objection";
  if (only("certificateNumber", "certificateStatus")) return "certificate";
  if (only("attempts", "bestScore")) return "attempts";
  if (only("status", "onTime") && after.status === "overdue") return "day-passed";
  if (only("positionTitle")) return "staff-list";
  if (only("criteria")) return "template";
  if (!before) return "newly-asked";
  if (changed.has("dueOn") || changed.has("required") || changed.has("assignedOn")) return "assignment";
  return "other";
}
