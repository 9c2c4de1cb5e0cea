import { type Db, Prisma } from "~/platform/db.server";
import { type LocalDay, endOfDay, startOfDay } from "../time";
import type { CertificateFacts } from "./facts";
import { type CertificateEventKind, type CertificateStatus, standingOf } from "./standing";

/** Which certificates are meant: all that stand for their turn, of people in these units. */
export interface Selection {
  /** Unit paths; never empty. */
  scope: string[];
  courseId: string | null;
  cycle: string | null;
  issuedFrom: LocalDay | null;
  issuedUntil: LocalDay | null;
  /** Nothing that was issued later than the selection was looked at. */
  asOf: Date;
}

/** Where the next batch begins. */
export interface SelectionCursor {
  issuedAt: Date;
  id: string;
}

export interface SelectedCertificate {
  id: string;
  serial: string;
  issuerCode: string;
  year: number;
  number: string;
  issuedAt: Date;
  facts: CertificateFacts;
  unitPath: string;
  officialId: string;
  courseId: string;
  cycle: string;
  /** The name of the person on the staff list now. */
  nameNow: string;
  status: CertificateStatus;
}

interface Row extends Omit<SelectedCertificate, "status"> {
  events: { kind: CertificateEventKind; at: string }[];
}

function condition(selection: Selection, status: "valid" | "any"): Prisma.Sql {
  const { scope, courseId, cycle, issuedFrom, issuedUntil, asOf } = selection;
  return Prisma.join(
    [
      Prisma.sql`EXISTS (SELECT FROM unnest(${scope}::text[]) s (path) WHERE u.path = s.path OR starts_with(u.path, s.path || '/'))`,
      Prisma.sql`c.issued_at <= ${asOf}`,
      ...(courseId ? [Prisma.sql`c.course_id = ${courseId}::uuid`] : []),
      ...(cycle ? [Prisma.sql`c.cycle = ${cycle}`] : []),
      ...(issuedFrom ? [Prisma.sql`c.issued_at >= ${startOfDay(issuedFrom)}`] : []),
      ...(issuedUntil ? [Prisma.sql`c.issued_at < ${endOfDay(issuedUntil)}`] : []),
      ...(status === "valid"
        ? [
            Prisma.sql`NOT EXISTS (SELECT FROM certificate_event e
              WHERE e.certificate_id = c.id AND e.kind IN ('revoked', 'expired', 'reissued') AND e.at <= ${asOf})`,
          ]
        : []),
    ],
    " AND ",
  );
}

const FROM = Prisma.sql`FROM certificate_turn t JOIN certificate c ON c.id = t.certificate_id
  JOIN official o ON o.id = c.official_id JOIN unit u ON u.id = o.unit_id`;

export async function countSelected(db: Db, selection: Selection, status: "valid" | "any"): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${FROM} WHERE ${condition(selection, status)}`;
  return row!.count;
}

/** A batch of them in the order of their issue. */
export async function readSelected(
  db: Db,
  selection: Selection,
  page: { status: "valid" | "any"; after: SelectionCursor | null; limit: number },
): Promise<SelectedCertificate[]> {
  const { after } = page;
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.serial, c.issuer_code AS "issuerCode", c.year, c.number, c.issued_at AS "issuedAt", c.facts, u.path AS "unitPath",
      c.official_id AS "officialId", c.course_id AS "courseId", c.cycle, o.full_name AS "nameNow",
      coalesce((SELECT json_agg(json_build_object('kind', e.kind, 'at', e.at)) FROM certificate_event e WHERE e.certificate_id = c.id), '[]') AS events
    ${FROM} WHERE ${condition(selection, page.status)}
      AND ${after ? Prisma.sql`(c.issued_at, c.id) > (${after.issuedAt}, ${after.id}::uuid)` : Prisma.sql`true`}
    ORDER BY c.issued_at, c.id LIMIT ${page.limit}::int`;
  return rows.map(({ events, ...row }) => ({
    ...row,
    status: standingOf({
      issuedAt: row.issuedAt,
      events: events.map(({ kind, at }) => ({ kind, at: new Date(at) })),
      now: selection.asOf,
    }).status,
  }));
}

/** Courses with certificates, and their cycles: what can be chosen from. */
export async function certifiedTurns(db: Db): Promise<{ courseId: string; title: string; cycle: string }[]> {
  return db.$queryRaw<{ courseId: string; title: string; cycle: string }[]>`
    SELECT k.id AS "courseId", k.title, x.cycle FROM (SELECT DISTINCT t.course_id, t.cycle FROM certificate_turn t) x
    JOIN course k ON k.id = x.course_id ORDER BY x.cycle DESC, k.title`;
}
