import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { noteBulkAccess } from "~/domain/privacy/access-store.server";
import type { CourseManifest } from "~/domain/courses/course";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { type ExportRow, exportRow, type ExportTurn } from "~/domain/completion/staff-export";
import { readExportTurns } from "~/domain/completion/staff-export-store.server";
import { type CourseTurn, turnKey } from "~/domain/enrolment/course-turn";
import type { UnitLink } from "~/domain/enrolment/overview";
import { countStaff, listStaff, type StaffQuestion } from "~/domain/enrolment/staff-list-store.server";
import type { StaffRow, StaffStatus } from "~/domain/enrolment/staff-status";
import { piecesOf, type UnitInOrder, unitsInTreeOrder } from "~/domain/enrolment/unit-order-store.server";
import { topUnitsWithPeople } from "~/domain/organization/unit-store.server";
import type { SealMark } from "~/domain/seals/seal";
import { latestSeal } from "~/domain/seals/seal-store.server";
import { localDay } from "~/domain/time";
import { db, inTransaction } from "~/platform/db.server";
import { chooseCourseTurn } from "./choose-turn";
import { findUnitInScope } from "./find-unit-in-scope";

export interface StaffExport {
  /** The units that it covers. */
  units: UnitLink[];
  turn: CourseTurn | null;
  status: StaffStatus | null;
  text: string;
  count: number;
  asOf: Date;
  /** The last seal of the record. */
  seal: SealMark | null;
  /** Unit after unit, a thousand people at most in each batch; read from the database as they are taken. */
  batches: AsyncIterable<ExportRow[]>;
}

const BATCH = 1000;

/**
 * The people of a scope and filter with where they stand, to leave the platform as a file. What was asked for and how many rows left
 * is on record before the first of them does.
 */
export async function exportStaff(input: {
  actor: Actor;
  scope: readonly string[];
  unitCode: string | null;
  course: string | null;
  status: StaffStatus | null;
  text: string;
  format: "xlsx" | "csv";
  now: Date;
}): Promise<StaffExport> {
  const { status, text, now } = input;
  const unit = input.unitCode ? await findUnitInScope({ code: input.unitCode, scope: input.scope }) : null;
  const { turn } = await chooseCourseTurn({ scope: input.scope, key: input.course });
  const scope = unit ? [unit.path] : [...input.scope];
  const units = unit ? [unit] : await topUnitsWithPeople({ scope });
  const question: StaffQuestion = { scope, turn, status, text, today: localDay(now) };
  const count = await countStaff(question);
  await inTransaction(async (tx) => {
    await noteBulkAccess(tx, { actor: input.actor, how: "staff-export", unitPaths: scope, rows: count, now });
    await recordAudit(tx, {
      actor: input.actor,
      action: "staff.exported",
      subject: { type: "unit", id: units[0]?.code ?? "", label: units.map(({ name }) => name).join(", ") },
      unitPath: scope[0] ?? null,
      after: {
        format: input.format,
        units: units.map(({ code }) => code),
        course: turn && turnKey(turn),
        status,
        search: text,
        rows: count,
      },
      at: now,
    });
  });
  return {
    units: units.map(({ code, name }) => ({ code, name })),
    turn,
    status,
    text,
    count,
    asOf: now,
    seal: await latestSeal(db),
    batches: readBatches(question, now),
  };
}

async function* readBatches(question: StaffQuestion, now: Date): AsyncGenerator<ExportRow[]> {
  const units = await unitsInTreeOrder(question);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  for (const piece of piecesOf(units, BATCH)) {
    const unitsInOrder = piece.map(({ id }) => id);
    let after: string | null = null;
    do {
      const page = await listStaff({ ...question, unitsInOrder, after, limit: BATCH });
      if (page.people.length > 0) yield await withTurns(page.people, { question, byId, now });
      after = page.next;
    } while (after !== null);
  }
}

async function withTurns(
  people: readonly StaffRow[],
  { question, byId, now }: { question: StaffQuestion; byId: ReadonlyMap<string, UnitInOrder>; now: Date },
): Promise<ExportRow[]> {
  const { turn } = question;
  const turns = turn
    ? await readExportTurns({ turn, officialIds: people.map(({ id }) => id) })
    : new Map<string, ExportTurn>();
  const manifests = new Map<string, CourseManifest>();
  for (const { versionId } of turns.values()) {
    if (!manifests.has(versionId)) manifests.set(versionId, (await courseVersion(versionId)).manifest);
  }
  return people.map((person) => {
    const found = turns.get(person.id) ?? null;
    return exportRow(
      {
        staffNumber: person.staffNumber,
        fullName: person.fullName,
        staffCategory: person.staffCategory,
        positionTitle: person.positionTitle,
        unitName: person.unitName,
        unitsAbove: byId.get(person.unitId)?.namesAbove.join(" › ") ?? "",
        lastSignInAt: person.lastSignInAt,
      },
      found,
      found ? (manifests.get(found.versionId) ?? null) : null,
      now,
    );
  });
}
