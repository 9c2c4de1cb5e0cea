import type { Db } from "~/platform/db.server";
import { withinScopeFilter } from "../organization/unit-scope";
import type { DeliveryPage, DeliveryRow, EndpointRow, TryRow } from "./webhook";
import type { WebhookEvent } from "./webhook-event";

const PAGE = 50;
const BYTES = (value: Uint8Array) => value as Uint8Array<ArrayBuffer>;

export async function insertEndpoint(
  db: Db,
  input: {
    name: string;
    url: string;
    secretSealed: Uint8Array;
    unitId: string;
    events: WebhookEvent[];
    by: { accountId: string; name: string };
    now: Date;
  },
): Promise<{ id: string }> {
  const { by, now, secretSealed, ...data } = input;
  return db.webhookEndpoint.create({
    data: {
      ...data,
      secretSealed: BYTES(secretSealed),
      createdAt: now,
      createdBy: by.accountId,
      createdByName: by.name,
    },
    select: { id: true },
  });
}

/** The addresses of a scope, with how many messages wait and how many were given up: one statement. */
export async function listEndpoints(db: Db, input: { scope: readonly string[]; id?: string }): Promise<EndpointRow[]> {
  const found = await db.webhookEndpoint.findMany({
    where: { id: input.id, removedAt: null, unit: { OR: withinScopeFilter(input.scope) } },
    select: {
      id: true,
      name: true,
      url: true,
      events: true,
      createdAt: true,
      createdByName: true,
      pausedAt: true,
      restUntil: true,
      oldSecretUntil: true,
      unit: { select: { name: true, path: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 200,
  });
  const counts = await db.$queryRaw<{ id: string; waiting: number; givenUp: number; lastDeliveredAt: Date | null }[]>`
    SELECT endpoint_id::text AS id, count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'given-up')::int AS "givenUp",
      max(settled_at) FILTER (WHERE state = 'delivered') AS "lastDeliveredAt"
    FROM webhook_delivery WHERE endpoint_id = ANY(${found.map(({ id }) => id)}::uuid[]) GROUP BY endpoint_id`;
  return found.map(({ unit, events, ...row }) => {
    const count = counts.find(({ id }) => id === row.id);
    return {
      ...row,
      events: events as WebhookEvent[],
      unitName: unit.name,
      unitPath: unit.path,
      waiting: count?.waiting ?? 0,
      givenUp: count?.givenUp ?? 0,
      lastDeliveredAt: count?.lastDeliveredAt ?? null,
    };
  });
}

/** Whom to tell: every address that was not taken away. A paused one gathers what it will be told. */
export async function endpointsToTell(db: Db): Promise<{ id: string; unitPath: string; events: string[] }[]> {
  const rows = await db.webhookEndpoint.findMany({
    where: { removedAt: null },
    select: { id: true, events: true, unit: { select: { path: true } } },
  });
  return rows.map(({ id, events, unit }) => ({ id, events, unitPath: unit.path }));
}

/** An address of the scope that is still told; held against others until the transaction ends. */
export async function holdEndpoint(
  tx: Db,
  input: { id: string; scope: readonly string[] },
): Promise<{ id: string; name: string; unitPath: string; events: string[] } | null> {
  const rows = await tx.$queryRaw<{ id: string; name: string; unitPath: string; events: string[] }[]>`
    SELECT e.id::text AS id, e.name, e.events, u.path AS "unitPath" FROM webhook_endpoint e JOIN unit u ON u.id = e.unit_id
    WHERE e.id = ${input.id}::uuid AND e.removed_at IS NULL AND EXISTS (
      SELECT FROM unnest(${[...input.scope]}::text[]) s (path) WHERE u.path = s.path OR starts_with(u.path, s.path || '/'))
    FOR NO KEY UPDATE OF e`;
  return rows[0] ?? null;
}

export interface EndpointPatch {
  pausedAt?: Date | null;
  restUntil?: Date | null;
  removedAt?: Date;
}

export async function changeEndpoint(db: Db, input: { id: string; patch: EndpointPatch }): Promise<void> {
  await db.webhookEndpoint.update({ where: { id: input.id }, data: input.patch, select: { id: true } });
}

/** A new secret; the one before is signed with as well until `oldUntil`. */
export async function replaceSecret(
  db: Db,
  input: { id: string; secretSealed: Uint8Array; oldUntil: Date },
): Promise<void> {
  const { secretSealed } = await db.webhookEndpoint.findUniqueOrThrow({
    where: { id: input.id },
    select: { secretSealed: true },
  });
  await db.webhookEndpoint.update({
    where: { id: input.id },
    data: {
      secretSealed: BYTES(input.secretSealed),
      oldSecretSealed: secretSealed,
      oldSecretUntil: input.oldUntil,
    },
    select: { id: true },
  });
}

/** Messages of an address, the latest first; `before` is `next` of the page before. */
export async function listDeliveries(
  db: Db,
  input: { endpointId: string; state: string | null; before: string | null },
): Promise<DeliveryPage> {
  const from = input.before
    ? await db.webhookDelivery.findFirst({
        where: { id: input.before, endpointId: input.endpointId },
        select: { occurredAt: true, id: true },
      })
    : null;
  const rows = await db.webhookDelivery.findMany({
    where: {
      endpointId: input.endpointId,
      ...(input.state && { state: input.state }),
      ...(from && {
        OR: [{ occurredAt: { lt: from.occurredAt } }, { occurredAt: from.occurredAt, id: { lt: from.id } }],
      }),
    },
    select: {
      id: true,
      eventId: true,
      event: true,
      occurredAt: true,
      state: true,
      tries: true,
      nextTryAt: true,
      lastStatus: true,
      lastFault: true,
      settledAt: true,
    },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const deliveries = rows
    .slice(0, PAGE)
    .map((row) => ({ ...row, eventId: row.eventId === null ? null : String(row.eventId) }) as DeliveryRow);
  return { deliveries, next: rows.length > PAGE ? (deliveries.at(-1)?.id ?? null) : null };
}

/** One message of an address as it is sent, and how each try ended. */
export async function findDelivery(
  db: Db,
  input: { endpointId: string; id: string },
): Promise<{ id: string; body: string; log: TryRow[] } | null> {
  const found = await db.webhookDelivery.findFirst({
    where: { id: input.id, endpointId: input.endpointId },
    select: {
      id: true,
      body: true,
      log: { select: { at: true, milliseconds: true, status: true, fault: true }, orderBy: { at: "asc" }, take: 100 },
    },
  });
  return found && { ...found, log: found.log as TryRow[] };
}
