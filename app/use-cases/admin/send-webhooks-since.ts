import { actorOf } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { holdEndpoint } from "~/domain/integrations/endpoint-store.server";
import type { TellingAgain } from "~/domain/integrations/webhook";
import { findOpenJob } from "~/domain/jobs/job-store.server";
import { notFound } from "~/domain/problem";
import { formatDay, type LocalDay } from "~/domain/time";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { startJob, tellOfJob } from "../system/start-job";
import type { TellAgainWish } from "../system/tell-again";

export type SendWebhooksAnswer =
  { kind: "asked"; jobId: string } | { kind: "refused"; reason: "under-way"; running: TellingAgain };

/**
 * Asks for long work that tells an address again of everything from a day on, also of what happened before it was entered. One at a time for
 * an address.
 */
export async function sendWebhooksSince(input: {
  viewer: Viewer;
  scope: readonly string[];
  endpointId: string;
  since: LocalDay;
  now: Date;
}): Promise<SendWebhooksAnswer> {
  const { viewer, scope, endpointId, since, now } = input;
  const answer = await inTransaction<SendWebhooksAnswer>(async (tx) => {
    // Held, so that of two who ask at the same time the second finds the first one's work.
    const endpoint = await holdEndpoint(tx, { id: endpointId, scope });
    if (!endpoint) throw notFound(`webhook ${endpointId}`);
    const running = await findTellingAgain(tx, { endpointId, viewer });
    if (running) return { kind: "refused", reason: "under-way", running };
    const wish: TellAgainWish = { endpointId, since, scope, actor: actorOf(viewer) };
    const label = `${endpoint.name}, ${formatDay(since)}`;
    return { kind: "asked", jobId: await startJob({ tx, kind: "webhooks-again", label, input: wish, viewer, now }) };
  });
  if (answer.kind === "asked") await tellOfJob(answer.jobId);
  return answer;
}

/** What is under way for an address; to be called for one that the viewer may see. */
export async function viewTellingAgain(input: { endpointId: string; viewer: Viewer }): Promise<TellingAgain | null> {
  return findTellingAgain(db, input);
}

async function findTellingAgain(db: Db, input: { endpointId: string; viewer: Viewer }): Promise<TellingAgain | null> {
  const about = { field: "endpointId", value: input.endpointId };
  const job = await findOpenJob(db, { kind: "webhooks-again", about });
  if (!job) return null;
  const own = job.requestedBy === input.viewer.accountId;
  const { since } = job.input as TellAgainWish;
  return { since, askedBy: job.requestedByName, jobId: own ? job.id : null };
}
