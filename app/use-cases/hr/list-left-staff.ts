import type { OfficialPage } from "~/domain/organization/official";
import { searchOfficials } from "~/domain/organization/official-search-store.server";

/** People of a scope who have left the staff list, by name: their records are kept, and somebody may come back. */
export function listLeftStaff(input: {
  scope: readonly string[];
  text: string;
  after: string | null;
}): Promise<OfficialPage> {
  return searchOfficials({ ...input, withLeft: "only" });
}
