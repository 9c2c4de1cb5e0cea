import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { inTransaction } from "~/platform/db.server";
import { startJob, tellOfJob } from "../system/start-job";

/** Begins to put together everything that is kept of the viewer; answers with the id of the job. */
export async function requestOwnData(input: { viewer: Viewer; now: Date }): Promise<string> {
  const { viewer, now } = input;
  const id = await inTransaction(async (tx) => {
    const job = await startJob({ tx, kind: "own-data", label: viewer.displayName, input: {}, viewer, now });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "own-data.requested",
      subject: { type: "account", id: viewer.accountId, label: viewer.displayName },
      unitPath: viewer.official?.unitPath ?? null,
      at: now,
    });
    return job;
  });
  await tellOfJob(id);
  return id;
}
