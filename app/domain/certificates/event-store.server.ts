import type { Prisma } from "~/platform/db.server";
import type { ReasonClass } from "./history";
import type { CertificateEventKind } from "./standing";

export interface NewCertificateEvent {
  certificateId: string;
  kind: Exclude<CertificateEventKind, "issued">;
  at: Date;
  reasonClass?: ReasonClass | null;
  reason: string | null;
  actorId: string | null;
  actorName?: string | null;
}

/** Notes what happened to a certificate; the certificate itself never changes. */
export async function addCertificateEvent(tx: Prisma.TransactionClient, input: NewCertificateEvent): Promise<void> {
  await tx.certificateEvent.create({
    data: { ...input, reasonClass: input.reasonClass ?? null, actorName: input.actorName ?? null },
    select: { id: true },
  });
}

/**
 * Locks the turn whose certificate this is and says what has happened to it so far; null when another one stands for the turn.
 * Two officers who act on one certificate wait for each other here.
 */
export async function lockInForce(
  tx: Prisma.TransactionClient,
  certificateId: string,
): Promise<{ kind: CertificateEventKind; at: Date; reasonClass: string | null }[] | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT certificate_id AS id FROM certificate_turn WHERE certificate_id = ${certificateId}::uuid FOR UPDATE`;
  if (rows.length === 0) return null;
  return tx.certificateEvent.findMany({
    where: { certificateId },
    select: { kind: true, at: true, reasonClass: true },
    orderBy: { at: "asc" },
  });
}
