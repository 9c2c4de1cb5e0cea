import { randomUUID } from "node:crypto";
import { actorOf, type AuditAction } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import * as endpoints from "~/domain/integrations/endpoint-store.server";
import type { EndpointRow } from "~/domain/integrations/webhook";
import { type AddressFault, addressFault } from "~/domain/integrations/webhook-address.server";
import { TRIAL, trialBody, type WebhookEvent } from "~/domain/integrations/webhook-event";
import { makeSecret } from "~/domain/integrations/webhook-signature.server";
import { addDeliveries, sendAgain } from "~/domain/integrations/webhook-store.server";
import { findUnit } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { days } from "~/domain/time";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { sealText } from "~/platform/sealed.server";
import { SECRET_PURPOSE } from "../system/send-webhooks";
import { beginTelling, settledUpTo } from "../system/tell-others";
import { viewTellingAgain } from "./send-webhooks-since";

interface Asked {
  viewer: Viewer;
  scope: readonly string[];
  endpointId: string;
  now: Date;
}

export function listWebhooks({ scope }: { scope: readonly string[] }): Promise<EndpointRow[]> {
  return endpoints.listEndpoints(db, { scope });
}

async function endpointInScope(db: Db, { endpointId, scope }: Pick<Asked, "endpointId" | "scope">) {
  if (!/^[0-9a-f-]{36}$/.test(endpointId)) throw notFound(`webhook ${endpointId}`);
  const [found] = await endpoints.listEndpoints(db, { scope, id: endpointId });
  if (!found) throw notFound(`webhook ${endpointId}`);
  return found;
}

/** An address with its messages, a page of them; `deliveryId` opens one. */
export async function viewWebhook(input: {
  viewer: Viewer;
  scope: readonly string[];
  endpointId: string;
  state: string | null;
  before: string | null;
  deliveryId: string | null;
}) {
  const endpoint = await endpointInScope(db, input);
  const { endpointId, viewer } = input;
  const [page, opened, tellingAgain] = await Promise.all([
    endpoints.listDeliveries(db, { endpointId, state: input.state, before: input.before }),
    input.deliveryId ? endpoints.findDelivery(db, { endpointId, id: input.deliveryId }) : null,
    viewTellingAgain({ endpointId, viewer }),
  ]);
  return { endpoint, page, opened, tellingAgain };
}

export type WebhookCreated =
  { kind: "created"; endpointId: string; secret: string } | { kind: "refused"; reason: "unit" | AddressFault };

/** A new address to tell. The secret is in the answer; the database keeps it sealed. */
export async function createWebhook(input: {
  viewer: Viewer;
  scope: readonly string[];
  name: string;
  url: string;
  unitCode: string;
  events: WebhookEvent[];
  now: Date;
}): Promise<WebhookCreated> {
  const { viewer, name, url, events, now } = input;
  const { production, webhookNetworks } = env();
  const fault = addressFault(url, { production, allowedNetworks: webhookNetworks });
  if (fault) return { kind: "refused", reason: fault };
  const unit = await findUnit(db, { code: input.unitCode, scope: input.scope });
  if (!unit) return { kind: "refused", reason: "unit" };
  const secret = makeSecret();
  const secretSealed = sealText(SECRET_PURPOSE, secret);
  const by = { accountId: viewer.accountId, name: viewer.displayName };
  const settled = await settledUpTo();
  const { id } = await inTransaction(async (tx) => {
    await beginTelling(tx, settled);
    const made = await endpoints.insertEndpoint(tx, { name, url, secretSealed, unitId: unit.id, events, by, now });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "webhook.created",
      subject: { type: "webhook", id: made.id, label: name },
      unitPath: unit.path,
      after: { url, unit: unit.name, events },
      at: now,
    });
    return made;
  });
  return { kind: "created", endpointId: id, secret };
}

const PATCHES = {
  pause: { action: "webhook.paused", patch: (now: Date) => ({ pausedAt: now }) },
  // Who switches it on again wants to see it work now.
  resume: { action: "webhook.resumed", patch: () => ({ pausedAt: null, restUntil: null }) },
  remove: { action: "webhook.removed", patch: (now: Date) => ({ removedAt: now }) },
} as const satisfies Record<string, { action: AuditAction; patch: (now: Date) => endpoints.EndpointPatch }>;

export async function changeWebhook(input: Asked & { change: keyof typeof PATCHES }): Promise<EndpointRow> {
  const { action, patch } = PATCHES[input.change];
  return changed(input, action, async (tx, endpoint) => {
    await endpoints.changeEndpoint(tx, { id: endpoint.id, patch: patch(input.now) });
    return { before: null, after: null };
  });
}

/** A new secret; for a day the old one is signed with as well, so that the receiver can change over without losing anything. */
export async function replaceWebhookSecret(input: Asked): Promise<{ secret: string }> {
  const secret = makeSecret();
  await changed(input, "webhook.secret-changed", async (tx, endpoint) => {
    const oldUntil = new Date(input.now.getTime() + days(1));
    await endpoints.replaceSecret(tx, { id: endpoint.id, secretSealed: sealText(SECRET_PURPOSE, secret), oldUntil });
    return { before: null, after: { oldOneUntil: oldUntil.toISOString() } };
  });
  return { secret };
}

/** A message that tells of nothing, to see whether it arrives. */
export async function tryWebhook(input: Asked): Promise<void> {
  const endpoint = await endpointInScope(db, input);
  const { now } = input;
  const body = trialBody({ endpointName: endpoint.name, at: now });
  await addDeliveries(db, {
    deliveries: [
      {
        endpointId: endpoint.id,
        eventId: null,
        event: TRIAL,
        occurredAt: now,
        orderKey: `trial:${randomUUID()}`,
        body,
      },
    ],
    now,
  });
}

/** One message again, under its id. */
export async function sendWebhookAgain(input: Asked & { deliveryId: string }): Promise<void> {
  await changed(input, "webhook.sent-again", async (tx, endpoint) => {
    const which = { deliveryId: input.deliveryId };
    if ((await sendAgain(tx, { endpointId: endpoint.id, which, now: input.now })) === 0)
      throw notFound(`delivery ${input.deliveryId}`);
    return { before: null, after: { delivery: input.deliveryId } };
  });
}

async function changed(
  input: Asked,
  action: AuditAction,
  change: (tx: Db, endpoint: EndpointRow) => Promise<{ before: object | null; after: object | null }>,
): Promise<EndpointRow> {
  const { viewer, now } = input;
  return inTransaction(async (tx) => {
    const endpoint = await endpointInScope(tx, input);
    const { before, after } = await change(tx, endpoint);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action,
      subject: { type: "webhook", id: endpoint.id, label: endpoint.name },
      unitPath: endpoint.unitPath,
      before,
      after,
      at: now,
    });
    return endpoint;
  });
}
