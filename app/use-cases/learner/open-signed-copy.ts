import type { Viewer } from "~/domain/auth/permissions";
import { signedCopyName } from "~/domain/certificates/archive-names";
import { certificateStanding } from "~/domain/certificates/certificate";
import { findOwnBySerial, type WholeCertificate } from "~/domain/certificates/certificate-store.server";
import { readDocument } from "~/domain/certificates/document-store.server";
import { parseSerial } from "~/domain/certificates/serial";
import { findSignedCopy } from "~/domain/certificates/signing/upload-store.server";
import type { SignedCopyShown } from "~/domain/certificates/signing/uploaded-signature";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

interface Asked {
  viewer: Viewer;
  serial: string;
  now: Date;
}

async function findOwn({ viewer, serial }: Asked): Promise<WholeCertificate> {
  const parsed = parseSerial(serial);
  const officialId = viewer.official?.id;
  const found =
    parsed.kind === "well-formed" && officialId
      ? await findOwnBySerial(db, { serial: parsed.serial, officialId })
      : null;
  if (!found) throw notFound(`certificate ${serial}`);
  return found;
}

/** The copy of the viewer's own certificate that the agency signed with its own key, if there is one. */
export async function viewOwnSignedCopy(asked: Asked): Promise<SignedCopyShown | null> {
  return findSignedCopy(db, (await findOwn(asked)).id);
}

/** Its bytes. What was withdrawn or replaced is not handed out, as with the issued one. */
export async function openOwnSignedCopy(asked: Asked) {
  const certificate = await findOwn(asked);
  const { serial } = certificate;
  const { status } = certificateStanding(certificate, asked.now);
  if (status === "revoked" || status === "reissued") return { kind: "refused" as const, serial };
  const copy = await findSignedCopy(db, certificate.id);
  if (!copy) throw notFound(`signed copy of certificate ${serial}`);
  return { kind: "file" as const, fileName: signedCopyName(certificate), bytes: await readDocument(copy) };
}
