import type { UnitNode } from "./unit";

/** Units for a list to choose from. */
export interface UnitChoice {
  units: UnitNode[];
  /** Not all are in the list: some have to be looked for by name. */
  more: boolean;
  /** What they were looked for by; "" for the upper units. */
  text: string;
}
