import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { listEndpoints } from "~/domain/integrations/endpoint-store.server";
import { readTrail } from "~/domain/integrations/outbox-store.server";
import { addDeliveries, sendAgain } from "~/domain/integrations/webhook-store.server";
import { notFound } from "~/domain/problem";
import { type LocalDay, startOfDay } from "~/domain/time";
import { db, inTransaction } from "~/platform/db.server";
import { deliveriesOf, settledUpTo } from "../system/tell-others";

const BATCH = 1000;

/**
 * Tells an address again of everything from a day on, also of what happened before it was entered. What it had already comes under the
 * same id as then. Returns how many messages that makes.
 */
export async function sendWebhooksSince(input: {
  viewer: Viewer;
  scope: readonly string[];
  endpointId: string;
  since: LocalDay;
  now: Date;
}): Promise<number> {
  const { viewer, scope, endpointId, now } = input;
  const since = startOfDay(input.since);
  const [endpoint] = await listEndpoints(db, { scope, id: endpointId });
  if (!endpoint) throw notFound(`webhook ${endpointId}`);
  const upTo = (await settledUpTo()) ?? 0n;
  let count = 0;
  for (let after: { at: Date; id: bigint } | null = null; ;) {
    const events = await readTrail(db, { since, after, upTo }, BATCH);
    const last = events.at(-1);
    if (last) {
      const deliveries = deliveriesOf(events, [endpoint]);
      const eventIds = deliveries.flatMap(({ eventId }) => (eventId === null ? [] : [eventId]));
      count += deliveries.length;
      await inTransaction(async (tx) => {
        await sendAgain(tx, { endpointId, which: { eventIds }, now });
        await addDeliveries(tx, { deliveries, now });
      });
      after = { at: last.at, id: BigInt(last.id) };
    }
    if (events.length < BATCH) break;
  }
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: actorOf(viewer),
      action: "webhook.sent-again",
      subject: { type: "webhook", id: endpointId, label: endpoint.name },
      unitPath: endpoint.unitPath,
      after: { since: input.since, messages: count },
      at: now,
    }),
  );
  return count;
}
