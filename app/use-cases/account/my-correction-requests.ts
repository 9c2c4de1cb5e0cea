import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { OfficialIdentity, Viewer } from "~/domain/auth/permissions";
import type { CorrectionRequest, RequestValues } from "~/domain/privacy/correction-request";
import { insertRequest, listRequestsOf } from "~/domain/privacy/correction-request-store.server";
import { inTransaction } from "~/platform/db.server";

/** What the viewer has asked to be corrected, with the answers. */
export function listMyRequests(input: { official: OfficialIdentity }): Promise<CorrectionRequest[]> {
  return listRequestsOf({ officialId: input.official.id });
}

export type RequestSent = { kind: "sent" } | { kind: "refused"; reason: "too-many" };

/** The viewer says that something in their record is wrong. */
export async function askForCorrection(input: {
  viewer: Viewer & { official: OfficialIdentity };
  values: RequestValues;
  now: Date;
}): Promise<RequestSent> {
  const { viewer, values, now } = input;
  const { official } = viewer;
  return inTransaction(async (tx): Promise<RequestSent> => {
    const id = await insertRequest(tx, { officialId: official.id, values, now });
    if (id === null) return { kind: "refused", reason: "too-many" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "correction-request.sent",
      subject: { type: "correction-request", id, label: official.fullName },
      unitPath: official.unitPath,
      after: { about: values.subject, text: values.text },
      at: now,
    });
    return { kind: "sent" };
  });
}
