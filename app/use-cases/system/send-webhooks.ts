import { sendWebhook } from "~/domain/integrations/send-webhook.server";
import type { DueDelivery } from "~/domain/integrations/webhook";
import { nextTryAt, restUntil, type SendOutcome } from "~/domain/integrations/webhook-retry";
import { signedHeaders } from "~/domain/integrations/webhook-signature.server";
import { claimDue, noteTry } from "~/domain/integrations/webhook-store.server";
import { seconds } from "~/domain/time";
import { db, inTransaction } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { openText } from "~/platform/sealed.server";
import { lookForWork, tellOthers } from "./tell-others";

/** What the secrets of addresses are sealed for. */
export const SECRET_PURPOSE = "webhook-secret";
/** Messages that one address gets at the same time. */
const PER_ENDPOINT = 4;
/** A pass ends after so long, so that a long queue does not hold up a process that is to end. */
const PASS = seconds(20);

/** Makes messages of what is new, then sends what is due, until nothing is. Returns how many tries were made. */
export async function runWebhooks({ clock }: { clock: () => Date }): Promise<number> {
  const work = await lookForWork({ now: clock() });
  if (work.tell) await tellOthers({ now: clock() });
  const begun = performance.now();
  let tries = 0;
  while (work.send && performance.now() - begun < PASS) {
    const due = await claimDue(db, { now: clock(), perEndpoint: PER_ENDPOINT });
    if (due.length === 0) break;
    tries += due.length;
    await Promise.all(due.map((delivery) => deliver(delivery, clock)));
  }
  return tries;
}

async function deliver(delivery: DueDelivery, clock: () => Date): Promise<void> {
  const at = clock();
  const outcome = await send(delivery, at);
  const now = clock();
  const { tries, firstTryAt } = delivery;
  const next = outcome.fault === null ? null : nextTryAt({ tries, firstTryAt, now });
  const rest = outcome.fault === null ? null : restUntil(outcome, next, now);
  await inTransaction((tx) => noteTry(tx, { delivery, outcome, next, rest, at, now }));
}

async function send(delivery: DueDelivery, at: Date): Promise<SendOutcome> {
  const { url, body, id } = delivery;
  const secrets = secretsOf(delivery, at);
  // The platform's key is another one than when the address was entered: the page says so, a new secret mends it.
  if (secrets === null) return { status: null, fault: "key", milliseconds: 0, retryAfterSeconds: null };
  const { production, webhookNetworks } = env();
  const settings = { production, allowedNetworks: webhookNetworks };
  return sendWebhook({ url, body, settings, headers: signedHeaders({ id, at, body, secrets }) });
}

function secretsOf({ secretSealed, oldSecretSealed, oldSecretUntil }: DueDelivery, at: Date): string[] | null {
  const old = oldSecretSealed && oldSecretUntil && oldSecretUntil > at ? [oldSecretSealed] : [];
  try {
    return [secretSealed, ...old].map((sealed) => openText(SECRET_PURPOSE, sealed));
  } catch {
    return null;
  }
}
