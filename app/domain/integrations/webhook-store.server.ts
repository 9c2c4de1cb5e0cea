import { type Db, Prisma } from "~/platform/db.server";
import type { DueDelivery } from "./webhook";
import { KEPT_FOR, LEASE, type SendOutcome } from "./webhook-retry";

export interface NewDelivery {
  endpointId: string;
  eventId: bigint | null;
  event: string;
  occurredAt: Date;
  orderKey: string;
  body: string;
}

/** Puts messages in the queue; what an address has already is left as it is. Returns how many were new. */
export async function addDeliveries(db: Db, input: { deliveries: NewDelivery[]; now: Date }): Promise<number> {
  if (input.deliveries.length === 0) return 0;
  const { count } = await db.webhookDelivery.createMany({
    data: input.deliveries.map((delivery) => ({ ...delivery, nextTryAt: input.now })),
    skipDuplicates: true,
  });
  return count;
}

/** Which messages of an address: one, or all about some events that were first tried before an instant. */
export type Again = { deliveryId: string } | { eventIds: bigint[]; triedBefore: Date };

/** Sends what was tried again from the beginning: the same message under the same id. */
export async function sendAgain(db: Db, input: { endpointId: string; which: Again; now: Date }): Promise<number> {
  const { which, endpointId } = input;
  const { count } = await db.webhookDelivery.updateMany({
    where: {
      endpointId,
      ...("deliveryId" in which
        ? { id: which.deliveryId }
        : { eventId: { in: which.eventIds }, firstTryAt: { lt: which.triedBefore } }),
    },
    data: { state: "waiting", tries: 0, firstTryAt: null, nextTryAt: input.now, settledAt: null },
  });
  return count;
}

/**
 * Takes deliveries that are due, at most `perEndpoint` of each address, and notes that they are being tried: a process that ends
 * before it says what came of it leaves them to be taken again. About one person only the oldest is taken.
 */
export async function claimDue(db: Db, input: { now: Date; perEndpoint: number }): Promise<DueDelivery[]> {
  const { now } = input;
  const again = new Date(now.getTime() + LEASE);
  return db.$queryRaw<DueDelivery[]>`
    WITH due AS (
      SELECT one.id, e.id AS endpoint_id FROM webhook_endpoint e CROSS JOIN LATERAL (
        SELECT d.id FROM webhook_delivery d
        WHERE d.endpoint_id = e.id AND d.state = 'waiting' AND d.next_try_at <= ${now} AND NOT EXISTS (
          SELECT FROM webhook_delivery earlier WHERE earlier.endpoint_id = d.endpoint_id AND earlier.order_key = d.order_key
            AND earlier.state = 'waiting' AND (earlier.event_id, earlier.event) < (d.event_id, d.event))
        ORDER BY d.event_id NULLS FIRST, d.event LIMIT ${input.perEndpoint} FOR UPDATE SKIP LOCKED
      ) one
      WHERE e.removed_at IS NULL AND e.paused_at IS NULL AND (e.rest_until IS NULL OR e.rest_until <= ${now})
    )
    UPDATE webhook_delivery d SET tries = d.tries + 1, first_try_at = coalesce(d.first_try_at, ${now}), next_try_at = ${again}
    FROM due JOIN webhook_endpoint e ON e.id = due.endpoint_id WHERE d.id = due.id
    RETURNING d.id, e.id AS "endpointId", e.url, e.secret_sealed AS "secretSealed", e.old_secret_sealed AS "oldSecretSealed",
      e.old_secret_until AS "oldSecretUntil", d.body, d.tries, d.first_try_at AS "firstTryAt"`;
}

/** Notes what came of a try. A delivery that was sent again meanwhile keeps its new beginning. */
export async function noteTry(
  tx: Db,
  input: { delivery: DueDelivery; outcome: SendOutcome; next: Date | null; rest: Date | null; at: Date; now: Date },
): Promise<void> {
  const { delivery, outcome, next, rest, at, now } = input;
  const { status, fault, milliseconds } = outcome;
  const settled = fault === null ? "delivered" : next === null ? "given-up" : null;
  await tx.webhookTry.createMany({
    data: [{ deliveryId: delivery.id, at, milliseconds, status, fault }],
    skipDuplicates: true,
  });
  await tx.webhookDelivery.updateMany({
    where: { id: delivery.id, tries: delivery.tries, firstTryAt: delivery.firstTryAt, state: "waiting" },
    data: {
      lastStatus: status,
      lastFault: fault,
      ...(settled ? { state: settled, settledAt: now } : { nextTryAt: next! }),
    },
  });
  await tx.$executeRaw`UPDATE webhook_endpoint SET rest_until = ${rest}
    WHERE id = ${delivery.endpointId}::uuid AND rest_until IS DISTINCT FROM ${rest}`;
}

/** Deliveries that were settled long ago are forgotten, with their tries. */
export async function deleteOldDeliveries(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_FOR);
  return db.$executeRaw(Prisma.sql`DELETE FROM webhook_delivery WHERE settled_at < ${before}`);
}
