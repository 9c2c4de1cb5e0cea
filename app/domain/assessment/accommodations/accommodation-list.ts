import type { Accommodation } from "./accommodation";

/** What somebody is granted in tests: now, from a later day on, and what is over or revoked. */
export interface AccommodationList {
  inForce: Accommodation[];
  later: Accommodation[];
  past: Accommodation[];
}

/** The page on which it is granted and revoked. */
export interface AccommodationsPage {
  official: { id: string; fullName: string; positionTitle: string; unitName: string };
  list: AccommodationList;
  courses: { slug: string; title: string }[];
}
