import { randomBytes, randomUUID } from "node:crypto";
import type { Actor } from "~/domain/audit/audit-event";
import { auditInsert, recordAudit } from "~/domain/audit/audit-store.server";
import { addCertificateEvent } from "~/domain/certificates/event-store.server";
import { reissueFacts } from "~/domain/certificates/facts";
import { courseOnPaper } from "~/domain/certificates/course-on-paper";
import type { Correction } from "~/domain/certificates/history";
import {
  type IssuedCertificate,
  reissueCertificate,
  takeLocks,
  turnLock,
} from "~/domain/certificates/issue-store.server";
import { type ReissueBasis, reissueBasis, type ReissueRefusal, type ReissueView } from "~/domain/certificates/reissue";
import { lockForReissue, readCertified } from "~/domain/certificates/reissue-store.server";
import { signerConfigured } from "~/domain/certificates/signing/sign-pdf.server";
import { findTemplateOfCertificate } from "~/domain/certificates/template-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { env } from "~/platform/env.server";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { by, type CertificateMeant, eventOf, type Why } from "./revoke-certificate";
import { findIssuedCertificate } from "./view-issued-certificate";

export type CertificateReissued =
  { kind: "done"; issued: IssuedCertificate } | { kind: "refused"; reason: "not-in-force" | ReissueRefusal };

/** What a reissue would print of the learning, when that is another thing than before; or why there can be none. */
export async function viewReissue(input: { scope: readonly string[]; serial: string }): Promise<ReissueView> {
  const { id } = await findIssuedCertificate(input);
  const { basis } = await basisOf(db, id);
  if (basis.kind !== "corrected") return basis;
  const { completedOn, result } = basis.learning;
  return { kind: "corrected", completedOn: completedOn!, result: result! };
}

async function basisOf(tx: Db, certificateId: string) {
  const certified = (await readCertified(tx, certificateId))!;
  const { standing } = certified;
  const other = standing !== null && standing.versionId !== certified.versionId;
  const basis: ReissueBasis = reissueBasis(
    certified,
    standing,
    other ? courseOnPaper((await courseVersion(standing.versionId)).manifest) : null,
  );
  return { basis, standing };
}

/**
 * Issues a certificate anew with what was wrong set right: a row of its own with a number of its own in today's book, by the template
 * of the same agency as it stands now. The one before is "reissued" from here on and keeps its number with the reason. Course, days of
 * learning and result are those of the completion that stands now: as they were printed, unless HR has corrected it; and without one
 * nothing is issued. How long it holds changes only when the course was completed anew.
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
    const { basis, standing } = await basisOf(tx, certificate.id);
    if (basis.kind === "refused") return basis;
    const { learning = {}, earnedAgain = false } = basis.kind === "corrected" ? basis : {};
    const { completionId, versionId } = standing!;
    await addCertificateEvent(tx, { certificateId: certificate.id, kind: "reissued", at: now, ...why, ...by(actor) });
    await recordAudit(tx, {
      ...eventOf(certificate, actor, now),
      action: "certificate.reissued",
      before: certificate.facts.fullName === correction.fullName ? null : { fullName: certificate.facts.fullName },
      after: { ...why, ...correction, serial: certificate.serial },
    });
    // Last, for it locks the book until the end of the transaction.
    const issued = await reissueCertificate(tx, {
      replaced: { ...replaced, completionId, versionId },
      expiresAt: earnedAgain ? null : replaced.expiresAt,
      issuerCode: template.content.issuerCode,
      template,
      compose: (entry) =>
        reissueFacts({
          before: certificate.facts,
          correction,
          learning,
          earnedAgain,
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
