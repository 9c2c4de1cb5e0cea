import { query, type Db, type Prisma } from "~/platform/db.server";
import { withinScopeFilter } from "../organization/unit-scope";
import type { Certificate, CertificateRow } from "./certificate";
import type { CertificateFacts } from "./facts";
import { type HistoryLine, readReasonClass, type Succession } from "./history";
import { standingOf, type CertificateEventFact, type CertificateEventKind } from "./standing";

interface Row extends Omit<Certificate, "events"> {
  events: { kind: CertificateEventKind; at: string; reasonClass: string | null }[];
}

/** Whose certificate it is, is not asked: who holds the paper may check it. One prepared statement. */
export async function findBySerial(serial: string): Promise<Certificate | null> {
  const rows = await query<Row>(
    "certificate-by-serial",
    `SELECT c.id, c.serial, c.number, c.issued_at AS "issuedAt", c.template_version AS "templateVersion", c.facts,
       coalesce((SELECT json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reasonClass', e.reason_class) ORDER BY e.at)
                 FROM certificate_event e WHERE e.certificate_id = c.id), '[]') AS events,
       (SELECT n.number FROM certificate n WHERE n.replaces_id = c.id) AS "replacedByNumber"
     FROM certificate c WHERE c.serial = $1`,
    [serial],
  );
  const row = rows[0];
  if (!row) return null;
  return { ...row, events: row.events.map((event) => ({ ...event, at: new Date(event.at) })) };
}

const WHOLE = {
  id: true,
  serial: true,
  number: true,
  issuerCode: true,
  year: true,
  issuedAt: true,
  templateVersion: true,
  facts: true,
  events: {
    select: { kind: true, at: true, reasonClass: true, reason: true, actorName: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  },
  replaces: { select: { serial: true, number: true } },
  replacedBy: { select: { serial: true, number: true } },
} as const satisfies Prisma.CertificateSelect;

/** A certificate with its history and with what came before and after it. */
export interface WholeCertificate extends Certificate {
  issuerCode: string;
  year: number;
  history: HistoryLine[];
  succession: Succession;
}

function whole(found: Prisma.CertificateGetPayload<{ select: typeof WHOLE }>): WholeCertificate {
  const { replaces, replacedBy, ...row } = found;
  return {
    ...row,
    facts: row.facts as unknown as CertificateFacts,
    replacedByNumber: replacedBy?.number ?? null,
    history: row.events.map(({ kind, at, reasonClass, reason, actorName }) => ({
      kind,
      at,
      reasonClass: readReasonClass(reasonClass),
      reason,
      by: actorName,
    })),
    succession: { replaces, replacedBy },
  };
}

/** The same with its history, but only when it belongs to this official. */
export async function findOwnBySerial(
  db: Db,
  input: { serial: string; officialId: string },
): Promise<WholeCertificate | null> {
  const { serial, officialId } = input;
  const found = await db.certificate.findFirst({ where: { serial, officialId }, select: WHOLE });
  return found && whole(found);
}

/** For HR: of somebody within the scope, with whose it is and whether the turn points at it. */
export interface ManagedCertificate extends WholeCertificate {
  officialId: string;
  fullName: string;
  unitPath: string;
  courseId: string;
  cycle: string;
  inForce: boolean;
}

export async function findInScopeBySerial(
  db: Db,
  input: { serial: string; scope: readonly string[] },
): Promise<ManagedCertificate | null> {
  const found = await db.certificate.findFirst({
    where: { serial: input.serial, official: { unit: { OR: withinScopeFilter(input.scope) } } },
    select: {
      ...WHOLE,
      officialId: true,
      courseId: true,
      cycle: true,
      turn: { select: { certificateId: true } },
      official: { select: { fullName: true, unit: { select: { path: true } } } },
    },
  });
  if (!found) return null;
  const { official, turn, officialId, courseId, cycle, ...row } = found;
  return {
    ...whole(row),
    officialId,
    courseId,
    cycle,
    fullName: official.fullName,
    unitPath: official.unit.path,
    inForce: turn !== null,
  };
}

/** All certificates of an official, the latest first: for the person. */
export function listOwn(db: Db, input: { officialId: string; now: Date }): Promise<CertificateRow[]> {
  return listRows(db, { officialId: input.officialId }, input.now);
}

/** The same for those who may see the official's unit: `scope` lists unit paths. */
export function listInScope(
  db: Db,
  input: { scope: readonly string[]; officialId: string; now: Date },
): Promise<CertificateRow[]> {
  const within = { unit: { OR: withinScopeFilter(input.scope) } };
  return listRows(db, { officialId: input.officialId, official: within }, input.now);
}

async function listRows(db: Db, where: Prisma.CertificateWhereInput, now: Date): Promise<CertificateRow[]> {
  const rows = await db.certificate.findMany({
    where,
    select: {
      serial: true,
      number: true,
      facts: true,
      cycle: true,
      issuedAt: true,
      events: { select: { kind: true, at: true } },
    },
    orderBy: [{ issuedAt: "desc" }, { serial: "asc" }],
  });
  return rows.map(({ facts, events, ...row }) => ({
    ...row,
    courseName: (facts as unknown as CertificateFacts).courseName,
    standing: standingOf({ issuedAt: row.issuedAt, events: events satisfies CertificateEventFact[], now }),
  }));
}
