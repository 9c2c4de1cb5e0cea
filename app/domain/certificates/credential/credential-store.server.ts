import { query, type Db } from "~/platform/db.server";
import type { CertificateFacts } from "../facts";
import { standingOf, type CertificateEventFact, type CertificateStatus } from "../standing";
import type { CredentialSource } from "./credential";
import { LIST_SIZE, statusPlace, type ListName } from "./status-list";

export interface CredentialRow extends CredentialSource {
  certificateId: string;
  /** Null: not made yet. */
  credential: string | null;
}

/** For anybody who has the serial. One statement. */
export async function findCredential(serial: string): Promise<CredentialRow | null> {
  const rows = await query<CredentialRow & { facts: CertificateFacts }>(
    "credential-by-serial",
    `SELECT c.id AS "certificateId", c.facts, c.issuer_code AS "issuerCode", c.year, c.issued_at AS "issuedAt", c.version_id AS "versionId",
       k.credential,
       coalesce((SELECT json_agg(json_build_object('number', d.number, 'title', d.title, 'url', d.source) ORDER BY d.number)
         FROM legal_document d WHERE d.source LIKE 'http%' AND strpos(c.facts->>'legalBasis', d.number) > 0), '[]') AS alignments
     FROM certificate c LEFT JOIN certificate_credential k ON k.certificate_id = c.id WHERE c.serial = $1`,
    [serial],
  );
  return rows[0] ?? null;
}

/** Keeps a credential unless one is kept already, and says which one is. */
export async function keepCredential(
  db: Db,
  input: { certificateId: string; credential: string; now: Date },
): Promise<string> {
  const { certificateId, credential, now } = input;
  await db.certificateCredential.createMany({ data: { certificateId, credential, madeAt: now }, skipDuplicates: true });
  const kept = await db.certificateCredential.findUniqueOrThrow({ where: { certificateId } });
  return kept.credential;
}

/** Every key that has signed here, the present one first; a present one that is new is noted. */
export async function knownKeys(db: Db, input: { present: string; now: Date }): Promise<string[]> {
  const listed = await db.platformPublicKey.findMany({ orderBy: { firstUsedAt: "desc" }, select: { publicKey: true } });
  const keys = listed.map(({ publicKey }) => publicKey);
  if (!keys.includes(input.present)) {
    await db.platformPublicKey.createMany({
      data: { publicKey: input.present, firstUsedAt: input.now },
      skipDuplicates: true,
    });
  }
  return [input.present, ...keys.filter((key) => key !== input.present)];
}

/** The lists that have certificates in them, the latest years first. */
export async function listStatusLists(db: Db, { limit }: { limit: number }): Promise<ListName[]> {
  return db.$queryRaw<ListName[]>`
    SELECT r.issuer_code AS "issuerCode", r.year, p.part::int AS part
    FROM certificate_register r, generate_series(1, (r.last_number - 1) / ${LIST_SIZE}::int + 1) AS p(part)
    WHERE r.last_number > 0 ORDER BY r.year DESC, r.issuer_code, p.part DESC LIMIT ${limit}::int`;
}

/** What is no longer simply valid in a list, as of now. Null when the register has no such list. */
export async function readStandings(
  db: Db,
  input: { list: ListName; now: Date },
): Promise<{ index: number; status: CertificateStatus }[] | null> {
  const { issuerCode, year, part } = input.list;
  const first = (part - 1) * LIST_SIZE + 1;
  const book = await db.certificateRegister.findUnique({ where: { issuerCode_year: { issuerCode, year } } });
  if (!book || book.lastNumber < first) return null;
  const rows = await db.$queryRaw<{ registerNumber: number; issuedAt: Date; events: CertificateEventFact[] }[]>`
    SELECT c.register_number AS "registerNumber", c.issued_at AS "issuedAt", json_agg(json_build_object('kind', e.kind, 'at', e.at)) AS events
    FROM certificate_event e JOIN certificate c ON c.id = e.certificate_id
    WHERE e.kind <> 'issued' AND c.issuer_code = ${issuerCode} AND c.year = ${year}::int
      AND c.register_number BETWEEN ${first}::int AND ${first + LIST_SIZE - 1}::int
    GROUP BY c.id`;
  return rows.map(({ registerNumber, issuedAt, events }) => ({
    index: statusPlace(registerNumber).index,
    status: standingOf({
      issuedAt,
      events: events.map((event) => ({ ...event, at: new Date(event.at) })),
      now: input.now,
    }).status,
  }));
}
