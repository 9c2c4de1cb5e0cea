import { z } from "zod";
import type { LocalDay } from "../time";
import { REISSUE_CLASSES, REVOCATION_CLASSES } from "./history";

export const BULK_ACTIONS = ["zip", "revoke", "reissue"] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** As many as one piece of work takes on: more are asked for in parts. */
export const MOST_AT_ONCE: Record<BulkAction, number> = { zip: 20_000, revoke: 10_000, reissue: 10_000 };

/** Which certificates an officer means, as the form and the address say it. */
export interface BulkFilter {
  unit: string | null;
  /** `<course id>~<cycle>` */
  turn: string | null;
  from: LocalDay | null;
  until: LocalDay | null;
}

const day = z.iso.date().nullable();
const selection = z.object({
  scope: z.array(z.string().min(1)).min(1),
  courseId: z.uuid().nullable(),
  cycle: z.string().nullable(),
  issuedFrom: day,
  issuedUntil: day,
  asOf: z.coerce.date(),
});
/** What a job is given: the selection as it was looked at, and how many they were. */
export const zipInput = z.object({ selection, count: z.int(), name: z.string() });
const why = {
  reason: z.string().min(1),
  actor: z.object({ accountId: z.string().nullable(), name: z.string(), ip: z.string().nullable() }),
};
export const revokeInput = z.object({ selection, count: z.int(), reasonClass: z.enum(REVOCATION_CLASSES), ...why });
export const reissueInput = z.object({
  selection,
  count: z.int(),
  reasonClass: z.enum(REISSUE_CLASSES),
  namesAsListed: z.boolean(),
  ...why,
});
