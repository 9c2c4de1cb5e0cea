import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { holdEndpoint } from "~/domain/integrations/endpoint-store.server";
import { countTrail, readTrail, type TrailPart } from "~/domain/integrations/outbox-store.server";
import type { TrailEvent } from "~/domain/integrations/webhook-event";
import { addDeliveries, sendAgain } from "~/domain/integrations/webhook-store.server";
import { finishLongJob } from "~/domain/jobs/job-store.server";
import { type LocalDay, startOfDay } from "~/domain/time";
import { now as clock } from "~/platform/clock.server";
import { db, inTransaction } from "~/platform/db.server";
import type { LongWork } from "./long-work";
import { deliveriesOf, toldUpTo } from "./tell-others";

const BATCH = 1000;

export interface TellAgainWish {
  endpointId: string;
  since: LocalDay;
  scope: readonly string[];
  actor: Actor;
}

/**
 * Makes the messages of everything since a day for one address, and sends those that it had under the id that they had. Begun again
 * it goes through the same events: a message that is there is not made twice, and one that has been tried since this was asked for is
 * not sent once more. What happens meanwhile is told by itself.
 */
export const tellAgain: LongWork = async ({ job, progress }) => {
  const wish = job.input as TellAgainWish;
  const since = startOfDay(wish.since);
  const upTo = await toldUpTo();
  const total = await countTrail(db, { since, after: null, upTo });
  await progress(0, total);
  let read = 0;
  let messages = 0;
  for (let after: Extract<TrailPart, { since: Date }>["after"] = null; ;) {
    const events = await readTrail(db, { since, after, upTo }, BATCH);
    const made = await queueAgain(wish, events, job.requestedAt);
    if (made === null) return { refused: "webhook-gone" };
    messages += made;
    read += events.length;
    await progress(read, total);
    const last = events.at(-1);
    if (!last || events.length < BATCH) break;
    after = { at: last.at, id: BigInt(last.id) };
  }
  const outcome = { counts: { messages } };
  return inTransaction(async (tx) => {
    const endpoint = await holdEndpoint(tx, { id: wish.endpointId, scope: wish.scope });
    if (!endpoint) return { refused: "webhook-gone" };
    // Told with the end of the job or not at all: begun again after this it would say a second time that it was done.
    if (!(await finishLongJob(tx, { id: job.id, outcome, now: clock() }))) return outcome;
    await recordAudit(tx, {
      actor: wish.actor,
      action: "webhook.sent-again",
      subject: { type: "webhook", id: endpoint.id, label: endpoint.name },
      unitPath: endpoint.unitPath,
      after: { since: wish.since, messages },
      at: clock(),
    });
    return outcome;
  });
};

/** Puts the messages of a stretch of the trail in the queue. Returns how many they are; null when the address was taken away. */
async function queueAgain(wish: TellAgainWish, events: TrailEvent[], askedAt: Date): Promise<number | null> {
  const { endpointId, scope } = wish;
  return inTransaction(async (tx) => {
    const endpoint = await holdEndpoint(tx, { id: endpointId, scope });
    if (!endpoint) return null;
    const deliveries = deliveriesOf(events, [endpoint]);
    const eventIds = deliveries.flatMap(({ eventId }) => (eventId === null ? [] : [eventId]));
    const now = clock();
    if (eventIds.length > 0) await sendAgain(tx, { endpointId, which: { eventIds, triedBefore: askedAt }, now });
    await addDeliveries(tx, { deliveries, now });
    return deliveries.length;
  });
}
