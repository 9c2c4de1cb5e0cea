import type { AccommodationList } from "~/domain/assessment/accommodations/accommodation-list";
import type { OfficialIdentity } from "~/domain/auth/permissions";
import { listAccommodations } from "../hr/list-accommodations";

/** What I am granted in tests, by whom and why: the same that the officers in charge read. */
export async function listMyAccommodations(input: {
  official: OfficialIdentity;
  now: Date;
}): Promise<AccommodationList> {
  const { official, now } = input;
  return listAccommodations({ officialId: official.id, scope: [official.unitPath], now });
}
