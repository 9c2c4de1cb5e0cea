import type { OfficialIdentity } from "~/domain/auth/permissions";
import type { AccessPage } from "~/domain/privacy/access";
import { listAccessesOf } from "~/domain/privacy/access-store.server";
import { db } from "~/platform/db.server";

/** Who has seen the viewer's record. */
export function listMyAccesses(input: { official: OfficialIdentity; before: string | null }): Promise<AccessPage> {
  return listAccessesOf(db, { officialId: input.official.id, before: input.before });
}
