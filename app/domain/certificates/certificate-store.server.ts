import { query, type Db, Prisma } from "~/platform/db.server";
import type { Certificate, CertificateRow } from "./certificate";
import type { CertificateFacts, RegisterEntry } from "./facts";
import { certificateNumber, registerYear } from "./number";
import { TEMPLATE_VERSION } from "./paper";
import { newSerial } from "./serial";
import { standingOf, type CertificateEventFact, type CertificateEventKind } from "./standing";

/** The completion that a certificate is given for. */
export interface CompletionToCertify {
  completionId: string;
  officialId: string;
  courseId: string;
  versionId: string;
  cycle: string;
}

export interface IssuedCertificate {
  id: string;
  serial: string;
  number: string;
  issuedAt: Date;
}

/**
 * The lock of a person's turn of a course, to be selected before `issueCertificate` in a statement of its own: who issues for
 * the same turn waits there and then finds the other's certificate. The unique constraints would refuse the second one as well,
 * but with an error that takes the whole transaction along.
 */
export const turnLock = ({
  officialId,
  courseId,
  cycle,
}: Pick<CompletionToCertify, "officialId" | "courseId" | "cycle">) =>
  Prisma.sql`pg_advisory_xact_lock(hashtextextended(${`certificate ${officialId} ${courseId} ${cycle}`}, 0))`;

/** Takes locks that must stand before the statements that they protect, in the given order. */
export async function takeLocks(tx: Prisma.TransactionClient, locks: readonly Prisma.Sql[]): Promise<void> {
  await tx.$executeRaw`SELECT ${Prisma.join(locks)}`;
}

/**
 * Issues the certificate of a completion, inside the caller's transaction that holds its `turnLock`, and as its last step: the
 * row of the register book stays locked until that transaction ends. If it rolls back the number is free again, so numbers have
 * no gap. Two statements: the number, and everything else. Null when there is one already.
 */
export async function issueCertificate(
  tx: Prisma.TransactionClient,
  input: {
    completion: CompletionToCertify;
    issuerCode: string;
    /** Puts the printed facts together once number and serial are known: `composeFacts`. */
    compose: (entry: RegisterEntry) => CertificateFacts;
    /** What goes into the audit trail with it. */
    tell: (issued: IssuedCertificate) => Prisma.Sql;
    now: Date;
    randomBytes: (count: number) => Uint8Array;
    randomId: () => string;
  },
): Promise<IssuedCertificate | null> {
  const { completion, issuerCode, now } = input;
  const year = registerYear(now);
  const registerNumber = await takeRegisterNumber(tx, { issuerCode, year, completion });
  if (registerNumber === null) return null;
  const entry: RegisterEntry = {
    registerNumber,
    number: certificateNumber(registerNumber, issuerCode),
    serial: newSerial({ year, randomBytes: input.randomBytes }),
    issuedAt: now,
  };
  const issued = { id: input.randomId(), serial: entry.serial, number: entry.number, issuedAt: now };
  await tx.$executeRaw`
    WITH told AS (${input.tell(issued)}), made AS (
      INSERT INTO certificate (id, serial, issuer_code, year, register_number, number, completion_id, official_id, course_id, version_id, cycle,
        issued_at, template_version, facts)
      VALUES (${issued.id}::uuid, ${issued.serial}, ${issuerCode}, ${year}::int, ${registerNumber}::int, ${issued.number},
        ${completion.completionId}::uuid, ${completion.officialId}::uuid, ${completion.courseId}::uuid, ${completion.versionId}::uuid,
        ${completion.cycle}, ${now}, ${TEMPLATE_VERSION}::int, ${JSON.stringify(input.compose(entry))}::jsonb)
      RETURNING id
    )
    INSERT INTO certificate_event (certificate_id, kind, at) SELECT id, 'issued', ${now} FROM made`;
  return issued;
}

/**
 * The next number of the issuer's book of that year; the row is locked until the transaction ends. Null when the completion, or
 * the person's turn of the course, has its certificate: then no number is taken.
 */
async function takeRegisterNumber(
  tx: Prisma.TransactionClient,
  { issuerCode, year, completion }: { issuerCode: string; year: number; completion: CompletionToCertify },
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ taken: number }[]>`
    INSERT INTO certificate_register (issuer_code, year, last_number)
    SELECT ${issuerCode}, ${year}::int, 1 WHERE NOT EXISTS (
      SELECT FROM certificate WHERE completion_id = ${completion.completionId}::uuid
        OR (official_id = ${completion.officialId}::uuid AND course_id = ${completion.courseId}::uuid AND cycle = ${completion.cycle}))
    ON CONFLICT (issuer_code, year) DO UPDATE SET last_number = certificate_register.last_number + 1
    RETURNING last_number AS taken`;
  return rows[0]?.taken ?? null;
}

/** Notes what happened to a certificate; the certificate itself never changes. */
export async function addCertificateEvent(
  tx: Prisma.TransactionClient,
  input: {
    certificateId: string;
    kind: Exclude<CertificateEventKind, "issued">;
    at: Date;
    reason: string | null;
    actorId: string | null;
  },
): Promise<void> {
  await tx.certificateEvent.create({ data: input, select: { id: true } });
}

interface Row extends Omit<Certificate, "events"> {
  events: { kind: CertificateEventKind; at: string }[];
}

/** Whose certificate it is, is not asked: who holds the paper may check it. One prepared statement. */
export async function findBySerial(serial: string): Promise<Certificate | null> {
  const rows = await query<Row>(
    "certificate-by-serial",
    `SELECT c.id, c.serial, c.number, c.issued_at AS "issuedAt", c.template_version AS "templateVersion", c.facts,
       coalesce((SELECT json_agg(json_build_object('kind', e.kind, 'at', e.at) ORDER BY e.at)
                 FROM certificate_event e WHERE e.certificate_id = c.id), '[]') AS events
     FROM certificate c WHERE c.serial = $1`,
    [serial],
  );
  const row = rows[0];
  if (!row) return null;
  return { ...row, events: row.events.map((event) => ({ kind: event.kind, at: new Date(event.at) })) };
}

/** The same, but only when it belongs to this official. */
export async function findOwnBySerial(
  db: Db,
  input: { serial: string; officialId: string },
): Promise<Certificate | null> {
  const found = await db.certificate.findFirst({
    where: { serial: input.serial, officialId: input.officialId },
    select: {
      id: true,
      serial: true,
      number: true,
      issuedAt: true,
      templateVersion: true,
      facts: true,
      events: { select: { kind: true, at: true }, orderBy: { at: "asc" } },
    },
  });
  return found && { ...found, facts: found.facts as unknown as CertificateFacts };
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
  const within = input.scope.flatMap((path) => [{ path }, { path: { startsWith: `${path}/` } }]);
  return listRows(db, { officialId: input.officialId, official: { unit: { OR: within } } }, input.now);
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
