import { randomBytes, randomUUID } from "node:crypto";
import type { Actor } from "~/domain/audit/audit-event";
import { auditInsert, recordAudit } from "~/domain/audit/audit-store.server";
import { addCertificateEvent } from "~/domain/certificates/event-store.server";
import { reissueFacts } from "~/domain/certificates/facts";
import type { Correction } from "~/domain/certificates/history";
import {
  type IssuedCertificate,
  lockForReissue,
  reissueCertificate,
  takeLocks,
  turnLock,
} from "~/domain/certificates/issue-store.server";
import { signerConfigured } from "~/domain/certificates/signing/sign-pdf.server";
import { findTemplateOfCertificate } from "~/domain/certificates/template-store.server";
import { env } from "~/platform/env.server";
import { db, inTransaction } from "~/platform/db.server";
import { by, type CertificateMeant, eventOf, type Why } from "./revoke-certificate";

export type CertificateReissued =
  { kind: "done"; issued: IssuedCertificate } | { kind: "refused"; reason: "not-in-force" };

/**
 * Issues a certificate anew with what was wrong set right: a row of its own with a number of its own in today's book, by the template
 * of the same agency as it stands now. The one before is "reissued" from here on and keeps its number with the reason. The course,
 * the days of learning and the result are printed as they were, and how long it holds does not change.
 */
export async function reissueWithCorrection(input: {
  certificate: CertificateMeant & { officialId: string; courseId: string; cycle: string };
  correction: Partial<Correction>;
  why: Why;
  actor: Actor;
  now: Date;
}): Promise<CertificateReissued> {
  const { certificate, correction, why, actor, now } = input;
  const template = await findTemplateOfCertificate(db, certificate.id);
  return inTransaction(async (tx) => {
    await takeLocks(tx, [turnLock(certificate)]);
    const replaced = await lockForReissue(tx, certificate.id);
    if (!replaced) return { kind: "refused", reason: "not-in-force" };
    await addCertificateEvent(tx, { certificateId: certificate.id, kind: "reissued", at: now, ...why, ...by(actor) });
    await recordAudit(tx, {
      ...eventOf(certificate, actor, now),
      action: "certificate.reissued",
      before: certificate.facts.fullName === correction.fullName ? null : { fullName: certificate.facts.fullName },
      after: { ...why, ...correction, serial: certificate.serial },
    });
    // Last, for it locks the book until the end of the transaction.
    const issued = await reissueCertificate(tx, {
      replaced,
      issuerCode: template.content.issuerCode,
      template,
      compose: (entry) =>
        reissueFacts({
          before: certificate.facts,
          correction,
          issuer: template.content,
          entry,
          verifyAddress: `${env().origin}/verify`,
          digitallySigned: signerConfigured(),
        }),
      tell: (made) =>
        auditInsert([
          {
            ...eventOf({ ...certificate, id: made.id, number: made.number }, actor, now),
            action: "certificate.issued",
            after: {
              serial: made.serial,
              replaces: certificate.number,
              fullName: correction.fullName ?? certificate.facts.fullName,
              course: certificate.facts.courseName,
            },
          },
        ]),
      now,
      randomBytes,
      randomId: randomUUID,
    });
    return { kind: "done", issued };
  });
}
