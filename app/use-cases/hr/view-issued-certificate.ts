import type { IssuedCertificateView } from "~/domain/certificates/pages";
import { actorOf } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { certificateStanding } from "~/domain/certificates/certificate";
import { findInScopeBySerial, type ManagedCertificate } from "~/domain/certificates/certificate-store.server";
import { documentName } from "~/domain/certificates/archive-names";
import { findIssuedDocument, makeDocument, readDocument } from "~/domain/certificates/document-store.server";
import { possibleActions } from "~/domain/certificates/history";
import { logoAddress } from "~/domain/certificates/logo.server";
import { certificatePaper } from "~/domain/certificates/paper";
import { qrCode } from "~/domain/certificates/qr-code";
import { parseSerial } from "~/domain/certificates/serial";
import { noteAccess } from "~/domain/privacy/access-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

/** A certificate of somebody within the scope, with its history and what may be done. Outside the scope there is none. */
export async function viewIssuedCertificate(input: {
  scope: readonly string[];
  serial: string;
  viewer: Viewer;
  now: Date;
}): Promise<IssuedCertificateView> {
  const found = await findIssuedCertificate(input);
  const { viewer, now } = input;
  await noteAccess(db, { actor: actorOf(viewer), how: "certificate-page", officialId: found.officialId, now });
  const { facts, events: _, ...certificate } = found;
  const standing = certificateStanding(found, input.now);
  const paper = certificatePaper(facts);
  const [document, logo] = await Promise.all([findIssuedDocument(db, found.id), logoAddress(paper.logo)]);
  return {
    certificate,
    standing,
    actions: possibleActions({ inForce: found.inForce, status: standing.status }),
    document,
    paper,
    qr: qrCode(paper.checkLink),
    logo,
    printed: { fullName: facts.fullName, positionTitle: facts.positionTitle, unitName: facts.unitName },
  };
}

export async function findIssuedCertificate(input: {
  scope: readonly string[];
  serial: string;
}): Promise<ManagedCertificate> {
  const parsed = parseSerial(input.serial);
  if (parsed.kind === "malformed") throw notFound(`certificate ${input.serial}`);
  const found = await findInScopeBySerial(db, { serial: parsed.serial, scope: input.scope });
  if (!found) throw notFound(`certificate ${parsed.serial} within the scope`);
  return found;
}

/** The document as it was issued, whatever the certificate is worth now: for the files of the agency. */
export async function downloadIssuedCertificate(input: {
  scope: readonly string[];
  serial: string;
  now: Date;
}): Promise<{ fileName: string; bytes: Uint8Array }> {
  const found = await findIssuedCertificate(input);
  const document = await makeDocument(db, found, input.now);
  return { fileName: documentName(found), bytes: await readDocument(document) };
}
