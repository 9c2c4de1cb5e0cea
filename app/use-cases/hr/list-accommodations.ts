import { type Accommodation, type AccommodationState, stateOn } from "~/domain/assessment/accommodations/accommodation";
import { listAccommodations as list } from "~/domain/assessment/accommodations/accommodation-store.server";
import type { AccommodationList } from "~/domain/assessment/accommodations/accommodation-list";
import { localDay } from "~/domain/time";

/** What an official within the scope is granted in tests, and was. For those who may grant it, and for the person. */
export async function listAccommodations(input: {
  officialId: string;
  scope: readonly string[];
  now: Date;
}): Promise<AccommodationList> {
  const today = localDay(input.now);
  const all = await list(input);
  const of = (...states: AccommodationState[]): Accommodation[] =>
    all.filter((each) => states.includes(stateOn(each, today)));
  return { inForce: of("in-force"), later: of("later"), past: of("ended", "revoked") };
}
