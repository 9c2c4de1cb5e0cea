import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { renameAccountOf } from "~/domain/auth/official-account-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { tidyName } from "~/domain/organization/names";
import {
  changedDetails,
  type DetailsFault,
  detailsFault,
  type PersonDetails,
} from "~/domain/organization/staff-change";
import type { DetailsValues } from "~/domain/organization/staff-change-form";
import { correctOfficial as correct } from "~/domain/organization/transfer-store.server";
import { localDay } from "~/domain/time";
import { inTransaction } from "~/platform/db.server";
import { viewStaffChange } from "./view-staff-change";

export interface DetailsWish {
  viewer: Viewer;
  scope: readonly string[];
  officialId: string;
  values: Omit<DetailsValues, "intent">;
  now: Date;
}

type DetailsRefused = { kind: "refused"; reason: DetailsFault | "for-oneself" };

export interface DetailsChange {
  name: keyof PersonDetails;
  before: string | null;
  after: string | null;
}

/** What would differ; nothing is written. */
export async function previewDetails(
  input: DetailsWish,
): Promise<{ kind: "preview"; changes: DetailsChange[] } | DetailsRefused> {
  const { own, official } = await viewStaffChange(input);
  if (own) return { kind: "refused", reason: "for-oneself" };
  const { firstPostOn } = official;
  const after = detailsOf(input);
  const reason = detailsFault({ before: official, after, firstPostOn, today: localDay(input.now) });
  return reason ? { kind: "refused", reason } : { kind: "preview", changes: changesOf(official, after) };
}

/**
 * Sets right the name, the staff number, the address or the day of recruitment of somebody. Whatever shows them in the present follows;
 * completions and certificates are copies and keep what they say, until a certificate is issued anew.
 */
export async function correctOfficial(
  input: DetailsWish,
): Promise<{ kind: "corrected"; fullName: string } | DetailsRefused> {
  const { viewer, scope, officialId, values, now } = input;
  const { own } = await viewStaffChange(input);
  if (own) return { kind: "refused", reason: "for-oneself" };
  const details = detailsOf(input);
  return inTransaction(async (tx) => {
    const answer = await correct(tx, { officialId, scope, details, today: localDay(now), now });
    if (answer.kind === "refused") return answer;
    const { before, changed } = answer;
    if (changed.includes("fullName")) await renameAccountOf(tx, { officialId, displayName: details.fullName });
    const only = (from: PersonDetails) => Object.fromEntries(changed.map((name) => [name, from[name]]));
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "official.corrected",
      subject: { type: "official", id: officialId, label: details.fullName },
      unitPath: before.unitPath,
      before: only(before),
      after: { ...only(details), reason: values.reason, evidence: values.evidence },
      at: now,
    });
    return { kind: "corrected", fullName: details.fullName };
  });
}

function detailsOf({ values }: DetailsWish): PersonDetails {
  const { fullName, staffNumber, email = null, recruitedOn = null } = values;
  return { fullName: tidyName(fullName), staffNumber, email, recruitedOn };
}

const changesOf = (before: PersonDetails, after: PersonDetails): DetailsChange[] =>
  changedDetails(before, after).map((name) => ({ name, before: before[name], after: after[name] }));
