import { z } from "zod";
import { findUnitForm } from "../organization/unit-choice";
import type { LocalDay } from "../time";
import { WEBHOOK_EVENTS, type WebhookEvent } from "./webhook-event";
import type { SendFault } from "./webhook-retry";

export type DeliveryState = "waiting" | "delivered" | "given-up";

export interface EndpointRow {
  id: string;
  name: string;
  url: string;
  unitName: string;
  unitPath: string;
  events: WebhookEvent[];
  createdAt: Date;
  createdByName: string;
  pausedAt: Date | null;
  restUntil: Date | null;
  oldSecretUntil: Date | null;
  waiting: number;
  givenUp: number;
  lastDeliveredAt: Date | null;
}

export interface DeliveryRow {
  id: string;
  eventId: string | null;
  event: string;
  occurredAt: Date;
  state: DeliveryState;
  tries: number;
  nextTryAt: Date;
  lastStatus: number | null;
  lastFault: SendFault | null;
  settledAt: Date | null;
}

export interface DeliveryPage {
  deliveries: DeliveryRow[];
  /** Hand it back as `before` for the older ones; null when there are none. */
  next: string | null;
}

export interface TryRow {
  at: Date;
  milliseconds: number;
  status: number | null;
  fault: SendFault | null;
}

/** A delivery that is to be tried now. */
export interface DueDelivery {
  id: string;
  endpointId: string;
  url: string;
  secretSealed: Uint8Array;
  oldSecretSealed: Uint8Array | null;
  oldSecretUntil: Date | null;
  body: string;
  tries: number;
  firstTryAt: Date;
}

/** An address is being told again of everything since a day. */
export interface TellingAgain {
  since: LocalDay;
  askedBy: string;
  /** Where the viewer can watch it; null when somebody else asked for it. */
  jobId: string | null;
}

const events = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(WEBHOOK_EVENTS)).min(1, "integrations.eventsNeeded"),
);

export const newEndpointForm = z.discriminatedUnion("intent", [
  findUnitForm,
  z.object({
    intent: z.literal("create"),
    name: z.string().trim().min(2).max(100),
    url: z.string().trim().min(1).max(500),
    unit: z.string().min(1),
    events,
  }),
]);

export const endpointForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["pause", "resume", "remove", "new-secret", "try"]) }),
  z.object({ intent: z.literal("send-again"), delivery: z.uuid() }),
  z.object({ intent: z.literal("send-since"), since: z.string().trim().max(20).default("") }),
]);
export type EndpointChange = z.infer<typeof endpointForm>;
