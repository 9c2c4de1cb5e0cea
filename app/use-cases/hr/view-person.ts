import type { PersonRecord } from "~/domain/completion/person-record";
import { inScope, scopeOf, type Viewer } from "~/domain/auth/permissions";
import type { OtherName } from "~/domain/certificates/other-name";
import { listOtherNames } from "~/domain/certificates/other-names-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import { noteAccess } from "~/domain/privacy/access-store.server";
import { findOfficial } from "~/domain/organization/official-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import { breadcrumbTo } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { readPersonRecord } from "./read-person-record";

export interface PersonView {
  record: PersonRecord;
  /** The units above the person, as far as the scope reaches. */
  trail: UnitNode[];
  /** For those who may change the entry on the staff list; null for all others. */
  entry: { own: boolean; otherNames: OtherName[]; reissues: boolean } | null;
}

/** A person's learning record, for those whose scope the person's unit lies in. The person sees who looked. */
export async function viewPerson(input: {
  viewer: Viewer;
  officialId: string;
  scope: readonly string[];
  now: Date;
}): Promise<PersonView> {
  const record = await readPersonRecord(input);
  const official = await findOfficial(db, input);
  if (!official) throw notFound(`official ${input.officialId}`);
  await noteAccess(db, { actor: actorOf(input.viewer), how: "person-page", officialId: record.id, now: input.now });
  const trail = await breadcrumbTo(db, { path: official.unitPath, scope: input.scope });
  if (!inScope(official.unitPath, scopeOf(input.viewer, "staff.change"))) return { record, trail, entry: null };
  const entry = {
    own: input.viewer.official?.id === record.id,
    otherNames: await listOtherNames(db, input),
    reissues: inScope(official.unitPath, scopeOf(input.viewer, "certificates.manage")),
  };
  return { record, trail, entry };
}
