import { type Actor, actorOf } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import type { Correction, ReasonClass } from "~/domain/certificates/history";
import type { ReissueRefusal } from "~/domain/certificates/reissue";
import { localDay, type LocalDay } from "~/domain/time";
import { reissueWithCorrection } from "./reissue-certificate";
import { endCertificate, revokeCertificate } from "./revoke-certificate";
import { findIssuedCertificate } from "./view-issued-certificate";

export type CertificateWish =
  { action: "revoke" } | { action: "reissue"; correction: Correction } | { action: "expire"; lastDay: LocalDay };

export type CertificateChange =
  | { kind: "done"; number: string; serial: string }
  | { kind: "refused"; reason: ReissueRefusal | "not-in-force" | "already-revoked" | "already-expired" | "day-over" };

/** What an officer does to a certificate of somebody within the scope, with the reason. */
export async function changeCertificate(input: {
  viewer: Viewer;
  scope: readonly string[];
  serial: string;
  wish: CertificateWish;
  why: { reasonClass: ReasonClass; reason: string };
  now: Date;
}): Promise<CertificateChange> {
  const { viewer, scope, wish, why, now } = input;
  const certificate = await findIssuedCertificate({ scope, serial: input.serial });
  const actor: Actor = actorOf(viewer);
  const { number, serial } = certificate;
  if (wish.action === "reissue") {
    const answer = await reissueWithCorrection({ certificate, correction: wish.correction, why, actor, now });
    return answer.kind === "refused"
      ? answer
      : { kind: "done", number: answer.issued.number, serial: answer.issued.serial };
  }
  // A day that is over would say that a paper did not hold while everybody was told that it did.
  if (wish.action === "expire" && wish.lastDay < localDay(now)) return { kind: "refused", reason: "day-over" };
  const answer =
    wish.action === "revoke"
      ? await revokeCertificate({ certificate, why, actor, now })
      : await endCertificate({ certificate, lastDay: wish.lastDay, why, actor, now });
  return answer.kind === "refused" ? answer : { kind: "done", number, serial };
}
