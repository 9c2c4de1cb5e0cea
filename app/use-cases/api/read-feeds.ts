import { type CertificateFeedRow, readCertificateFeed } from "~/domain/integrations/api-feed-store.server";
import { readTrail } from "~/domain/integrations/outbox-store.server";
import { concerns, type TrailEvent } from "~/domain/integrations/webhook-event";
import { db } from "~/platform/db.server";
import { settledUpTo } from "../system/tell-others";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Certificates of the people of a scope, page by page; `next` begins the page after. */
export async function readCertificatesForApi(input: {
  scope: readonly string[];
  after: string | null;
  since: Date | null;
  limit: number;
}): Promise<{ certificates: CertificateFeedRow[]; next: string | null }> {
  const after = input.after !== null && UUID.test(input.after) ? input.after : null;
  const rows = await readCertificateFeed({ ...input, after, limit: input.limit + 1 });
  const certificates = rows.slice(0, input.limit);
  return { certificates, next: rows.length > input.limit ? certificates.at(-1)!.id : null };
}

/**
 * What would be sent as webhooks, to be fetched instead, in the order of the trail. `next` always leads on: also where nothing has
 * happened yet. Only what no writer can come before any more is read.
 */
export async function readEventsForApi(input: {
  unitPath: string;
  after: string | null;
  since: Date | null;
  limit: number;
}): Promise<{ events: TrailEvent[]; next: string }> {
  const after = input.after !== null && /^\d{1,18}$/.test(input.after) ? BigInt(input.after) : 0n;
  const upTo = await settledUpTo();
  if (upTo === null || upTo <= after) return { events: [], next: String(after) };
  const read = await readTrail(db, { after, upTo, from: input.since }, input.limit);
  const next = read.length === input.limit ? read.at(-1)!.id : String(upTo);
  return { events: read.filter((event) => concerns(event, input.unitPath)), next };
}
