import { type OfficialAccount, accountOfOfficial } from "~/domain/auth/official-account-store.server";
import { inScope, type Permission, scopeOf, type Viewer } from "~/domain/auth/permissions";
import type { OtherName } from "~/domain/certificates/other-name";
import { listOtherNames } from "~/domain/certificates/other-names-store.server";
import { type LockedOfficial, readOfficial } from "~/domain/organization/employment-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface StaffChangeView {
  official: LockedOfficial;
  /** The viewer's own entry: somebody else changes it. */
  own: boolean;
  account: OfficialAccount | null;
  /** May manage that account. */
  managesAccount: boolean;
  /** May open the person's learning record. */
  seesRecord: boolean;
  /** Certificates that bear another name than the staff list, for who may see the record. */
  otherNames: OtherName[];
  /** May issue them anew. */
  reissues: boolean;
}

/** The person whose entry on the staff list is to be changed; one outside the scope is not found. */
export async function viewStaffChange(input: {
  viewer: Viewer;
  officialId: string;
  scope: readonly string[];
  now: Date;
}): Promise<StaffChangeView> {
  const { viewer, officialId, scope, now } = input;
  const official = UUID.test(officialId) ? await readOfficial(db, input) : null;
  if (!official) throw notFound(`official ${officialId}`);
  const within = (permission: Permission) => inScope(official.unitPath, scopeOf(viewer, permission));
  return {
    official,
    own: viewer.official?.id === officialId,
    account: await accountOfOfficial(db, officialId),
    managesAccount: within("accounts.manage"),
    seesRecord: within("staff.view"),
    otherNames: within("staff.view") ? await listOtherNames(db, { officialId, scope, now }) : [],
    reissues: within("certificates.manage"),
  };
}
