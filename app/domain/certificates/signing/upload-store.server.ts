import type { Db, Prisma } from "~/platform/db.server";
import type { Actor } from "../../audit/audit-event";
import { readUploadedSignature, type SignedCopyShown, type UploadedSignature } from "./uploaded-signature";

/** The latest one of a certificate that the caller may see; null when there is none. */
export async function findSignedCopy(db: Db, certificateId: string): Promise<SignedCopyShown | null> {
  const row = await db.certificateDocument.findFirst({
    where: { certificateId, kind: "signedUpload" },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    select: { sha256: true, size: true, madeAt: true, madeByName: true, signature: true },
  });
  const signature = row && readUploadedSignature(row.signature);
  return row && signature && { ...row, signature };
}

/** Earlier copies stay: what was handed out once can be shown for ever. */
export async function addSignedCopy(
  tx: Prisma.TransactionClient,
  input: {
    certificateId: string;
    templateVersion: number;
    sha256: string;
    size: number;
    signature: UploadedSignature;
    actor: Actor;
    now: Date;
  },
): Promise<void> {
  const { actor, now, signature, ...row } = input;
  await tx.certificateDocument.create({
    data: {
      ...row,
      kind: "signedUpload",
      signature: { ...signature },
      madeAt: now,
      madeBy: actor.accountId,
      madeByName: actor.name,
    },
    select: { id: true },
  });
}
