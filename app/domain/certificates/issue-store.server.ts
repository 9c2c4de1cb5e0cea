import { Prisma } from "~/platform/db.server";
import { endOfDay } from "../time";
import type { CertificateFacts, RegisterEntry } from "./facts";
import { certificateNumber, registerYear } from "./number";
import { TEMPLATE_VERSION } from "./paper";
import { newSerial } from "./serial";

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

/**
 * Before several certificates are issued in one transaction, maybe of several agencies: two such transactions would take the books in
 * different orders and wait for each other. Who issues one alone takes one book last of all and needs no such lock.
 */
export const manyBooksLock = () => Prisma.sql`pg_advisory_xact_lock(hashtextextended('certificate books', 0))`;

/** Takes locks that must stand before the statements that they protect, in the given order. */
export async function takeLocks(tx: Prisma.TransactionClient, locks: readonly Prisma.Sql[]): Promise<void> {
  await tx.$executeRaw`SELECT ${Prisma.join(locks)}`;
}

interface ToIssue {
  issuerCode: string;
  /** The version of the agency's template that it is issued by; null: none was entered. */
  template?: { id: string | null; version: number } | null;
  /** Puts the printed facts together once number and serial are known: `composeFacts`. */
  compose: (entry: RegisterEntry) => CertificateFacts;
  /** What goes into the audit trail with it. */
  tell: (issued: IssuedCertificate) => Prisma.Sql;
  now: Date;
  randomBytes: (count: number) => Uint8Array;
  randomId: () => string;
}

/**
 * Issues the certificate of a completion, inside the caller's transaction that holds its `turnLock`, and as its last step: the
 * row of the register book stays locked until that transaction ends. If it rolls back the number is free again, so numbers have
 * no gap. Two statements: the number, and everything else. Null when the person's turn of the course has one already.
 */
export async function issueCertificate(
  tx: Prisma.TransactionClient,
  input: ToIssue & { completion: CompletionToCertify },
): Promise<IssuedCertificate | null> {
  const { officialId, courseId, cycle } = input.completion;
  const turn = Prisma.sql`official_id = ${officialId}::uuid AND course_id = ${courseId}::uuid AND cycle = ${cycle}`;
  const free = Prisma.sql`NOT EXISTS (SELECT FROM certificate_turn WHERE ${turn})`;
  return insert(tx, input, free, { replaces: null, expiresAt: null });
}

/** Issues a certificate in the place of another one, which the caller has locked and notes as reissued. It has a number of its own. */
export async function reissueCertificate(
  tx: Prisma.TransactionClient,
  input: ToIssue & { replaced: CompletionToCertify & { id: string }; expiresAt: Date | null },
): Promise<IssuedCertificate> {
  const { replaced, expiresAt } = input;
  const issued = await insert(tx, { ...input, completion: replaced }, Prisma.sql`true`, {
    replaces: replaced.id,
    expiresAt,
  });
  return issued!;
}

async function insert(
  tx: Prisma.TransactionClient,
  input: ToIssue & { completion: CompletionToCertify },
  free: Prisma.Sql,
  earlier: { replaces: string | null; expiresAt: Date | null },
): Promise<IssuedCertificate | null> {
  const { completion, issuerCode, now, template = null } = input;
  const year = registerYear(now);
  const registerNumber = await takeRegisterNumber(tx, { issuerCode, year, free });
  if (registerNumber === null) return null;
  const entry: RegisterEntry = {
    registerNumber,
    number: certificateNumber(registerNumber, issuerCode),
    serial: newSerial({ year, randomBytes: input.randomBytes }),
    issuedAt: now,
  };
  const issued = { id: input.randomId(), serial: entry.serial, number: entry.number, issuedAt: now };
  const facts = input.compose(entry);
  // The end of validity is written down with the issue: it comes by itself.
  const expiresAt = earlier.expiresAt ?? (facts.expiresOn ? endOfDay(facts.expiresOn) : null);
  const noted = await tx.$executeRaw`
    WITH told AS (${input.tell(issued)}), made AS (
      INSERT INTO certificate (id, serial, issuer_code, year, register_number, number, completion_id, official_id, course_id, version_id, cycle,
        issued_at, template_version, facts, replaces_id, template_id)
      VALUES (${issued.id}::uuid, ${issued.serial}, ${issuerCode}, ${year}::int, ${registerNumber}::int, ${issued.number},
        ${completion.completionId}::uuid, ${completion.officialId}::uuid, ${completion.courseId}::uuid, ${completion.versionId}::uuid,
        ${completion.cycle}, ${now}, ${template?.version ?? TEMPLATE_VERSION}::int, ${JSON.stringify(facts)}::jsonb, ${earlier.replaces}::uuid,
        ${template?.id ?? null}::uuid)
      RETURNING id, official_id, course_id, cycle
    ), turn AS (
      INSERT INTO certificate_turn (official_id, course_id, cycle, certificate_id) SELECT official_id, course_id, cycle, id FROM made
      ON CONFLICT (official_id, course_id, cycle) DO UPDATE SET certificate_id = excluded.certificate_id
        WHERE certificate_turn.certificate_id = ${earlier.replaces}::uuid
      RETURNING certificate_id
    )
    INSERT INTO certificate_event (certificate_id, kind, at, reason_class)
    SELECT certificate_id, 'issued'::certificate_event_kind, ${now}::timestamptz, NULL FROM turn
    UNION ALL SELECT certificate_id, 'expired'::certificate_event_kind, ${expiresAt}::timestamptz, 'validity-over' FROM turn
      WHERE ${expiresAt}::timestamptz IS NOT NULL`;
  // Somebody else's stands for the turn, which the locks have made impossible: nothing of this shall have happened.
  if (noted === 0) throw new Error(`the turn of certificate ${issued.number} has another one`);
  return issued;
}

/**
 * The next number of the issuer's book of that year, where `free` holds; the row is locked until the transaction ends. Null when it
 * does not: then no number is taken.
 */
async function takeRegisterNumber(
  tx: Prisma.TransactionClient,
  { issuerCode, year, free }: { issuerCode: string; year: number; free: Prisma.Sql },
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ taken: number }[]>`
    INSERT INTO certificate_register (issuer_code, year, last_number)
    SELECT ${issuerCode}, ${year}::int, 1 WHERE ${free}
    ON CONFLICT (issuer_code, year) DO UPDATE SET last_number = certificate_register.last_number + 1
    RETURNING last_number AS taken`;
  return rows[0]?.taken ?? null;
}
