import { certificateStanding } from "~/domain/certificates/certificate";
import { findBySerial } from "~/domain/certificates/certificate-store.server";
import { readReasonClass } from "~/domain/certificates/history";
import { parseSerial } from "~/domain/certificates/serial";
import { type CertificateStatus, decisiveEvent } from "~/domain/certificates/standing";
import type { FoundCertificate, Verification } from "~/domain/certificates/verification";

const KIND: Record<CertificateStatus, FoundCertificate["kind"]> = {
  valid: "valid",
  revoked: "revoked",
  expired: "expired",
  reissued: "replaced",
};

/**
 * Whether a paper with this serial was issued and still holds, for anybody who has it in hand. What cannot be a serial
 * never reaches the database; what can costs one statement.
 */
export async function verifyCertificate(input: { typed: string; now: Date }): Promise<Verification> {
  const parsed = parseSerial(input.typed);
  if (parsed.kind === "malformed") return parsed;
  const certificate = await findBySerial(parsed.serial);
  if (!certificate) return { kind: "unknown", serial: parsed.serial };
  const { serial, facts, events, replacedByNumber } = certificate;
  const standing = certificateStanding(certificate, input.now);
  const reasonClass = readReasonClass(decisiveEvent(events, standing)?.reasonClass ?? null);
  return { kind: KIND[standing.status], serial, facts, since: standing.since, reasonClass, replacedByNumber };
}
