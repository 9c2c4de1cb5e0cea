import type { Viewer } from "~/domain/auth/permissions";
import { certificateStanding, type OwnCertificate } from "~/domain/certificates/certificate";
import { findOwnBySerial } from "~/domain/certificates/certificate-store.server";
import { logoAddress } from "~/domain/certificates/logo.server";
import { certificatePaper } from "~/domain/certificates/paper";
import { qrCode } from "~/domain/certificates/qr-code";
import { parseSerial } from "~/domain/certificates/serial";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

/** The viewer's own certificate, as it prints. Somebody else's is not found. */
export async function viewCertificate(input: { viewer: Viewer; serial: string; now: Date }): Promise<OwnCertificate> {
  const parsed = parseSerial(input.serial);
  const officialId = input.viewer.official?.id;
  if (parsed.kind === "malformed" || !officialId) throw notFound(`certificate ${input.serial}`);
  const certificate = await findOwnBySerial(db, { serial: parsed.serial, officialId });
  if (!certificate) throw notFound(`certificate ${parsed.serial} of official ${officialId}`);
  const paper = certificatePaper(certificate.facts);
  return {
    serial: certificate.serial,
    number: certificate.number,
    courseName: certificate.facts.courseName,
    issuedAt: certificate.issuedAt,
    digitallySigned: certificate.facts.digitallySigned,
    standing: certificateStanding(certificate, input.now),
    paper,
    qr: qrCode(paper.checkLink),
    logo: await logoAddress(paper.logo),
    history: certificate.history,
    succession: certificate.succession,
  };
}
