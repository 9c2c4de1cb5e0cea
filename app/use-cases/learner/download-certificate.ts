import type { Viewer } from "~/domain/auth/permissions";
import { certificateStanding } from "~/domain/certificates/certificate";
import { findOwnBySerial } from "~/domain/certificates/certificate-store.server";
import { makeDocument, readDocument } from "~/domain/certificates/document-store.server";
import { documentName } from "~/domain/certificates/archive-names";
import { parseSerial } from "~/domain/certificates/serial";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

export type CertificateDownload =
  | { kind: "file"; fileName: string; bytes: Uint8Array; sha256: string }
  /** What has been withdrawn or replaced is not printed afresh. */
  | { kind: "refused"; reason: "revoked" | "reissued"; serial: string };

/** The PDF of the viewer's own certificate, as it was issued: the very bytes. Somebody else's is not found. */
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
  const document = await makeDocument(db, certificate, input.now);
  return {
    kind: "file",
    fileName: documentName(certificate),
    bytes: await readDocument(document),
    sha256: document.sha256,
  };
}
