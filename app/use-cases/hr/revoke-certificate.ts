import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { addCertificateEvent, lockInForce } from "~/domain/certificates/event-store.server";
import type { CertificateFacts } from "~/domain/certificates/facts";
import type { ReasonClass } from "~/domain/certificates/history";
import { standingOf } from "~/domain/certificates/standing";
import { endOfDay, type LocalDay } from "~/domain/time";
import { inTransaction } from "~/platform/db.server";

/** A certificate that something is done to, found within the scope of who does it. */
export interface CertificateMeant {
  id: string;
  serial: string;
  number: string;
  issuedAt: Date;
  facts: CertificateFacts;
  unitPath: string;
}

export interface Why {
  reasonClass: ReasonClass;
  reason: string;
}

export type CertificateChanged =
  { kind: "done" } | { kind: "refused"; reason: "not-in-force" | "already-revoked" | "already-expired" };

/** Withdraws a certificate. Its number stays in the book with the reason; the completion stays on record. */
export async function revokeCertificate(input: {
  certificate: CertificateMeant;
  why: Why;
  actor: Actor;
  now: Date;
}): Promise<CertificateChanged> {
  const { certificate, why, actor, now } = input;
  return inTransaction(async (tx) => {
    const events = await lockInForce(tx, certificate.id);
    if (!events) return { kind: "refused", reason: "not-in-force" };
    const { status } = standingOf({ issuedAt: certificate.issuedAt, events, now });
    if (status === "revoked") return { kind: "refused", reason: "already-revoked" };
    await addCertificateEvent(tx, { certificateId: certificate.id, kind: "revoked", at: now, ...why, ...by(actor) });
    await recordAudit(tx, {
      ...eventOf(certificate, actor, now),
      action: "certificate.revoked",
      after: { ...why, serial: certificate.serial, fullName: certificate.facts.fullName },
    });
    return { kind: "done" };
  });
}

/** Sets the last day on which a certificate holds, today or later and not after one that was set before. */
export async function endCertificate(input: {
  certificate: CertificateMeant;
  lastDay: LocalDay;
  why: Why;
  actor: Actor;
  now: Date;
}): Promise<CertificateChanged> {
  const { certificate, lastDay, why, actor, now } = input;
  const at = endOfDay(lastDay);
  return inTransaction(async (tx) => {
    const events = await lockInForce(tx, certificate.id);
    if (!events) return { kind: "refused", reason: "not-in-force" };
    const { status } = standingOf({ issuedAt: certificate.issuedAt, events, now });
    if (status === "revoked") return { kind: "refused", reason: "already-revoked" };
    if (events.some((event) => event.kind === "expired" && event.at <= at)) {
      return { kind: "refused", reason: "already-expired" };
    }
    await addCertificateEvent(tx, { certificateId: certificate.id, kind: "expired", at, ...why, ...by(actor) });
    await recordAudit(tx, {
      ...eventOf(certificate, actor, now),
      action: "certificate.expired",
      after: { ...why, lastDay, serial: certificate.serial, fullName: certificate.facts.fullName },
    });
    return { kind: "done" };
  });
}

export const by = (actor: Actor) => ({ actorId: actor.accountId, actorName: actor.name });

export const eventOf = ({ id, number, unitPath }: CertificateMeant, actor: Actor, at: Date) => ({
  actor,
  subject: { type: "certificate", id, label: number },
  unitPath,
  at,
});
