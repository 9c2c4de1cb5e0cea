import { stateOn, termsOf } from "~/domain/assessment/accommodations/accommodation";
import {
  lockAccommodation,
  lockGrantee,
  markRevoked,
} from "~/domain/assessment/accommodations/accommodation-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { inTransaction } from "~/platform/db.server";

export type RevokeAnswer =
  { kind: "revoked"; fullName: string } | { kind: "refused"; reason: "already-revoked" | "already-over" };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes an accommodation back. A paper that is open keeps the deadline that its person was told. */
export async function revokeAccommodation(input: {
  viewer: Viewer;
  scope: readonly string[];
  officialId: string;
  accommodationId: string;
  reason: string;
  now: Date;
}): Promise<RevokeAnswer> {
  const { viewer, scope, officialId, accommodationId, reason, now } = input;
  if (!UUID.test(officialId) || !UUID.test(accommodationId)) throw notFound(`accommodation ${accommodationId}`);
  return inTransaction(async (tx) => {
    const grantee = await lockGrantee(tx, { officialId, scope });
    const found = await lockAccommodation(tx, { accommodationId, officialId, scope });
    if (!grantee || !found) throw notFound(`accommodation ${accommodationId}`);
    const state = stateOn(found, localDay(now));
    if (state === "revoked") return { kind: "refused", reason: "already-revoked" };
    if (state === "ended") return { kind: "refused", reason: "already-over" };
    await markRevoked(tx, { accommodationId, at: now, byName: viewer.displayName, reason });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "accommodation.revoked",
      subject: { type: "official", id: officialId, label: grantee.fullName },
      unitPath: grantee.unitPath,
      before: termsOf(found),
      after: { revoked: true },
      at: now,
    });
    return { kind: "revoked", fullName: grantee.fullName };
  });
}
