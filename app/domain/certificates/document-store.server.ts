import type { Db } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";
import { DamagedFile } from "~/platform/files/file-store";
import type { CertificateFacts } from "./facts";
import { TEMPLATE_VERSION } from "./paper";
import { renderCertificatePdf } from "./pdf/certificate-pdf.server";
import { signIssued } from "./signing/sign-pdf.server";

/** The very bytes that were issued: which they are, and with which layout they were drawn. */
export interface IssuedDocument {
  certificateId: string;
  sha256: string;
  size: number;
  templateVersion: number;
  signed: boolean;
  madeAt: Date;
}

/** What its document is made of. */
export interface CertificateToDraw {
  id: string;
  issuerCode: string;
  year: number;
  facts: CertificateFacts;
}

const SELECT = {
  certificateId: true,
  sha256: true,
  size: true,
  templateVersion: true,
  signature: true,
  madeAt: true,
} as const;

export async function findIssuedDocument(db: Db, certificateId: string): Promise<IssuedDocument | null> {
  const row = await db.certificateDocument.findFirst({ where: { certificateId, kind: "issued" }, select: SELECT });
  if (!row) return null;
  const { signature, ...document } = row;
  return { ...document, signed: signature !== null };
}

/**
 * The document of a certificate: what was made once, else it is made now, drawn, signed and kept in the file store. Of several who
 * make it at one moment one wins, and all get that one. Never inside a transaction: it takes a while.
 */
export async function makeDocument(db: Db, certificate: CertificateToDraw, now: Date): Promise<IssuedDocument> {
  const made = await findIssuedDocument(db, certificate.id);
  if (made) return made;
  const { id, issuerCode, year, facts } = certificate;
  const { logo, serial, number, registerNumber, verifyAddress } = facts;
  const sign = logo ? await files().read(logo.sha256) : null;
  if (logo && !sign) throw new DamagedFile(logo.sha256);
  const drawn = await renderCertificatePdf(facts, sign);
  const { bytes, signature } = await signIssued(new Uint8Array(drawn), now, {
    serial,
    number,
    issuerCode,
    year,
    registerNumber,
    verifyAddress,
  });
  const sha256 = await files().put(bytes);
  await db.$executeRaw`
    INSERT INTO certificate_document (certificate_id, kind, sha256, size, template_version, signature, made_at, made_by_name)
    VALUES (${id}::uuid, 'issued', ${sha256}, ${bytes.byteLength}::int, ${TEMPLATE_VERSION}::int,
      ${signature && JSON.stringify(signature)}::jsonb, ${now}, 'Hệ thống')
    ON CONFLICT (certificate_id) WHERE kind = 'issued' DO NOTHING`;
  return (await findIssuedDocument(db, id))!;
}

/** The bytes, proved to be those that were issued. A store that has lost or changed them is a fault: nothing is drawn in their place. */
export async function readDocument(document: Pick<IssuedDocument, "sha256">): Promise<Uint8Array> {
  const bytes = await files().read(document.sha256);
  if (!bytes) throw new DamagedFile(document.sha256);
  return bytes;
}

/** Certificates that have no document yet, the earliest first. */
export async function listUndocumented(
  db: Db,
  input: { issuedAfter: Date; limit: number; officialId?: string },
): Promise<CertificateToDraw[]> {
  const { officialId = null } = input;
  return db.$queryRaw<CertificateToDraw[]>`
    SELECT c.id, c.issuer_code AS "issuerCode", c.year, c.facts FROM certificate c
    WHERE c.issued_at >= ${input.issuedAfter} AND (${officialId}::uuid IS NULL OR c.official_id = ${officialId}::uuid) AND NOT EXISTS (
      SELECT FROM certificate_document d WHERE d.certificate_id = c.id AND d.kind = 'issued')
    ORDER BY c.issued_at, c.id LIMIT ${input.limit}::int`;
}
