import { z } from "zod";
import type { UnitNode } from "./unit";

/** Units for a list to choose from. */
export interface UnitChoice {
  units: UnitNode[];
  /** Not all are in the list: some have to be looked for by name. */
  more: boolean;
  /** What they were looked for by; "" for the upper units. */
  text: string;
}

/** What is typed beside the list of units to find one by its name. */
export const unitText = z.string().max(100).optional();
/** "Lọc danh sách": the form comes back as it was, with the list of units made anew. Part of every form with such a list. */
export const findUnitForm = z.object({ intent: z.literal("find-unit"), unitText });
export type FindUnit = z.output<typeof findUnitForm>;
