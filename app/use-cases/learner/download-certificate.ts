import { createHash } from "node:crypto";
import type { Viewer } from "~/domain/auth/permissions";
import { certificateStanding } from "~/domain/certificates/certificate";
import { findOwnBySerial } from "~/domain/certificates/certificate-store.server";
import { renderCertificatePdf } from "~/domain/certificates/pdf/certificate-pdf.server";
import { parseSerial } from "~/domain/certificates/serial";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

export type CertificateDownload =
  | { kind: "file"; fileName: string; bytes: Buffer; sha256: string }
  /** What has been withdrawn or replaced is not printed afresh. */
  | { kind: "refused"; reason: "revoked" | "reissued"; serial: string };

/** The PDF of the viewer's own certificate. Somebody else's is not found. */
export async function downloadCertificate(input: {
  viewer: Viewer;
  serial: string;
  now: Date;
}): Promise<CertificateDownload> {
  const parsed = parseSerial(input.serial);
  const officialId = input.viewer.official?.id;
  if (parsed.kind === "malformed" || !officialId) throw notFound(`certificate ${input.serial}`);
  const certificate = await findOwnBySerial(db, { serial: parsed.serial, officialId });
  if (!certificate) throw notFound(`certificate ${parsed.serial} of official ${officialId}`);
  const { status } = certificateStanding(certificate, input.now);
  if (status === "revoked" || status === "reissued") {
    return { kind: "refused", reason: status, serial: certificate.serial };
  }
  const bytes = await renderCertificatePdf(certificate.facts);
  return {
    kind: "file",
    fileName: `Giấy chứng nhận hoàn thành ${certificate.number.replace(/\//g, "-")}.pdf`,
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}
