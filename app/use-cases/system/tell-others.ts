import {
  type Horizon,
  lookAtOutbox,
  movePosition,
  readHorizon,
  readPosition,
  readTrail,
  stillWriting,
  takePosition,
} from "~/domain/integrations/outbox-store.server";
import { endpointsToTell } from "~/domain/integrations/endpoint-store.server";
import { type BodyLinks, concerns, orderKeyOf, type TrailEvent, messagesOf } from "~/domain/integrations/webhook-event";
import { addDeliveries, type NewDelivery } from "~/domain/integrations/webhook-store.server";
import { amendmentsApiPath, certificateApiPath, evidenceApiPath } from "~/domain/integrations/api-addresses";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { env } from "~/platform/env.server";

const READER = "webhooks";
const BATCH = 1000;
/** Ids of the trail that nobody is told of are gone past in strides of so many: a few passes a day, not each. */
const STRIDE = 1000;
/** How long a pass waits for writers that were under way, in steps. */
const PATIENCE = { steps: 10, milliseconds: 50 };

/** Whether there is anything to make messages of, or to send; one statement, since it is asked all the time. */
export async function lookForWork({ now }: { now: Date }): Promise<{ tell: boolean; send: boolean }> {
  const { listening, news, behind, due } = await lookAtOutbox({ reader: READER, now });
  return { tell: news || behind >= STRIDE, send: listening && (news || due) };
}

/**
 * Reads what has come into the audit trail since the last time and makes a message of it for each address that it concerns. Nothing
 * is passed over: the trail is read only up to where no writer can add anything any more. Returns how many messages were made.
 */
export async function tellOthers({ now }: { now: Date }): Promise<number> {
  const upTo = await settledUpTo();
  if (upTo === null) return 0;
  for (let made = 0; ;) {
    const step = await inTransaction(async (tx) => {
      const after = await takePosition(tx, READER);
      if (after === null || after >= upTo) return { made: 0, more: false };
      const endpoints = await endpointsToTell(tx);
      const events = endpoints.length === 0 ? [] : await readTrail(tx, { after, upTo }, BATCH);
      const count = await addDeliveries(tx, { deliveries: deliveriesOf(events, endpoints), now });
      const more = events.length === BATCH;
      await movePosition(tx, { reader: READER, readTo: more ? BigInt(events.at(-1)!.id) : upTo });
      return { made: count, more };
    });
    made += step.made;
    if (!step.more) return made;
  }
}

/**
 * To be called with `settledUpTo()` in the transaction that enters an address: the first one is not told of what happened while there was
 * nobody to tell. When somebody was still writing then, the reader stays where it was, at most a stride behind, rather than lose that.
 */
export async function beginTelling(tx: Db, settled: bigint | null): Promise<void> {
  const position = await takePosition(tx, READER, "wait");
  if (settled === null || position === null || settled <= position) return;
  if ((await endpointsToTell(tx)).length === 0) await movePosition(tx, { reader: READER, readTo: settled });
}

/** What came up to this id of the trail has become messages for all who were told then; what comes later will, by itself. */
export function toldUpTo(): Promise<bigint> {
  return readPosition(db, READER);
}

/** An id up to which the trail changes no more; null when somebody who was writing has not ended for a while. */
export async function settledUpTo(): Promise<bigint | null> {
  const { upTo, writers }: Horizon = await readHorizon(db);
  let left = writers;
  for (let step = 0; left.length > 0; step++) {
    if (step === PATIENCE.steps) return null;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.milliseconds));
    left = await stillWriting(db, left);
  }
  return upTo;
}

export function deliveriesOf(
  events: readonly TrailEvent[],
  endpoints: readonly { id: string; unitPath: string; events: string[] }[],
): NewDelivery[] {
  const links = bodyLinks();
  return events.flatMap((event) =>
    messagesOf(event, links).flatMap((message) => {
      const body = JSON.stringify(message);
      return endpoints
        .filter(({ events: chosen, unitPath }) => chosen.includes(message.type) && concerns(event, unitPath))
        .map(({ id }) => ({
          endpointId: id,
          eventId: BigInt(event.id),
          event: message.type,
          occurredAt: event.at,
          orderKey: orderKeyOf(event),
          body,
        }));
    }),
  );
}

function bodyLinks(): BodyLinks {
  const { origin } = env();
  return {
    certificate: (serial) => origin + certificateApiPath(serial),
    evidence: (periodId) => origin + evidenceApiPath(periodId),
    amendments: (periodId) => origin + amendmentsApiPath(periodId),
  };
}
