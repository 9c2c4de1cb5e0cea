import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { lockAdministration } from "~/domain/auth/account-admin-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { type LeavingFault, leavingFault } from "~/domain/organization/staff-change";
import type { LeavingValues } from "~/domain/organization/staff-change-form";
import { endOfficial } from "~/domain/organization/transfer-store.server";
import { addDays, localDay } from "~/domain/time";
import { inTransaction, LONG_WORK } from "~/platform/db.server";
import { type AccountAfterLeaving, accountAfterLeaving, lockAccountOf } from "./account-of-leaver";
import { countWithout } from "./enrol-joiner";
import { viewStaffChange } from "./view-staff-change";

export interface LeavingWish {
  viewer: Viewer;
  scope: readonly string[];
  officialId: string;
  values: Omit<LeavingValues, "intent">;
  now: Date;
}

type LeavingRefused = { kind: "refused"; reason: LeavingFault | "for-oneself" };
export type LeavingPreview = { kind: "preview"; account: AccountAfterLeaving } | LeavingRefused;
export type Left = { kind: "left"; fullName: string; account: AccountAfterLeaving } | LeavingRefused;

/** What would follow; nothing is written. */
export async function previewLeaving(input: LeavingWish): Promise<LeavingPreview> {
  const { own, official, account } = await viewStaffChange(input);
  if (own) return { kind: "refused", reason: "for-oneself" };
  const { decision, lastDay, today } = wanted(input);
  const reason = leavingFault({ present: official, lastDay, decision, today });
  return reason ? { kind: "refused", reason } : { kind: "preview", account: accountAfterLeaving(account) };
}

/**
 * Takes somebody from the staff list who retired, resigned or went elsewhere: they are counted and named on lists no more. Their record,
 * their certificates and the checking of these stay as they are.
 */
export async function endEmployment(input: LeavingWish): Promise<Left> {
  const { viewer, scope, officialId, values, now } = input;
  const { own } = await viewStaffChange(input);
  if (own) return { kind: "refused", reason: "for-oneself" };
  const { decision, lastDay, today } = wanted(input);
  return inTransaction(async (tx): Promise<Left> => {
    await lockAdministration(tx);
    const { reason } = values;
    const wish = { officialId, scope, lastDay, from: addDays(lastDay, 1), reason, decision, today, now };
    const ended = await endOfficial(tx, wish);
    if (ended.kind === "refused") return ended;
    const { fullName, unitId, unitName, unitPath, positionTitle } = ended.before;
    await countWithout(tx, { officialId, unitId });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "official.left",
      subject: { type: "official", id: officialId, label: fullName },
      unitPath,
      before: { unit: unitName, positionTitle },
      after: {
        lastWorkingDay: lastDay,
        endReason: reason,
        decisionNumber: decision.number,
        decidedOn: decision.decidedOn,
      },
      at: now,
    });
    return { kind: "left", fullName, account: await lockAccountOf(tx, { viewer, officialId, unitPath, reason, now }) };
  }, LONG_WORK);
}

function wanted({ values, now }: LeavingWish) {
  const decision = { number: values.decisionNumber, decidedOn: values.decidedOn };
  return { decision, lastDay: values.lastDay, today: localDay(now) };
}
