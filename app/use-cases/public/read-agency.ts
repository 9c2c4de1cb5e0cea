import type { Agency } from "~/domain/organization/agency";
import { findAgency } from "~/domain/organization/agency-store.server";
import { db } from "~/platform/db.server";

/** The agency that runs this site. */
export function readAgency(): Promise<Agency> {
  return findAgency(db);
}
