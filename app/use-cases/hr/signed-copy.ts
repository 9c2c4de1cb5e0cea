import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { certificateStanding } from "~/domain/certificates/certificate";
import { findInScopeBySerial, type ManagedCertificate } from "~/domain/certificates/certificate-store.server";
import { documentName, signedCopyName } from "~/domain/certificates/archive-names";
import { makeDocument, readDocument } from "~/domain/certificates/document-store.server";
import { parseSerial } from "~/domain/certificates/serial";
import { configuredRoots } from "~/domain/certificates/signing/certificate-chain.server";
import { checkUpload } from "~/domain/certificates/signing/check-upload.server";
import { addSignedCopy, findSignedCopy } from "~/domain/certificates/signing/upload-store.server";
import type { SignedCopyView, UploadRefusal } from "~/domain/certificates/signing/uploaded-signature";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";

interface Asked {
  scope: readonly string[];
  serial: string;
  now: Date;
}

async function find({ scope, serial }: Asked): Promise<ManagedCertificate> {
  const parsed = parseSerial(serial);
  const found = parsed.kind === "well-formed" ? await findInScopeBySerial(db, { serial: parsed.serial, scope }) : null;
  if (!found) throw notFound(`certificate ${serial} within the scope`);
  return found;
}

const stillGiven = (certificate: ManagedCertificate, now: Date) =>
  !["revoked", "reissued"].includes(certificateStanding(certificate, now).status);

/** What an officer sees before a signed copy is handed up, and afterwards. */
export async function viewSignedCopy(asked: Asked): Promise<SignedCopyView> {
  const certificate = await find(asked);
  const { serial, number, facts } = certificate;
  return {
    serial,
    number,
    fullName: facts.fullName,
    courseName: facts.courseName,
    digitallySigned: facts.digitallySigned,
    open: stillGiven(certificate, asked.now),
    copy: await findSignedCopy(db, certificate.id),
  };
}

/** Takes a copy that the agency signed with its own key, when it is the issued document with a signature that holds. */
export async function uploadSignedCopy(
  input: Asked & { viewer: Viewer; bytes: Uint8Array },
): Promise<{ kind: "done" } | { kind: "refused"; reason: UploadRefusal | "not-in-force" }> {
  const { viewer, bytes, now } = input;
  const certificate = await find(input);
  if (!stillGiven(certificate, now)) return { kind: "refused", reason: "not-in-force" };
  const issued = await readDocument(await makeDocument(db, certificate, now));
  const { serial } = certificate;
  const check = await checkUpload({ uploaded: bytes, issued, serial, roots: configuredRoots() });
  if (check.kind === "refused") return check;
  const { signature } = check;
  const sha256 = await files().put(bytes);
  const actor = actorOf(viewer);
  await inTransaction(async (tx) => {
    await addSignedCopy(tx, {
      certificateId: certificate.id,
      templateVersion: certificate.templateVersion,
      sha256,
      size: bytes.byteLength,
      signature,
      actor,
      now,
    });
    await recordAudit(tx, {
      actor,
      action: "certificate.signed-copy-uploaded",
      subject: { type: "certificate", id: certificate.id, label: certificate.number },
      unitPath: certificate.unitPath,
      after: { serial, sha256, signerName: signature.signerName, sameBy: signature.sameBy },
      at: now,
    });
  });
  return { kind: "done" };
}

/** The issued file, to be signed; or the signed one, whatever the certificate is worth now: for the files of the agency. */
export async function downloadForSigning(
  asked: Asked & { which: "issued" | "signed" },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const certificate = await find(asked);
  if (asked.which === "issued") {
    const document = await makeDocument(db, certificate, asked.now);
    return { fileName: documentName(certificate), bytes: await readDocument(document) };
  }
  const copy = await findSignedCopy(db, certificate.id);
  if (!copy) throw notFound(`signed copy of certificate ${certificate.serial}`);
  return { fileName: signedCopyName(certificate), bytes: await readDocument(copy) };
}
