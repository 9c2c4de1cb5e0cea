import type { PersonRecord } from "~/domain/completion/person-record";
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
}

/** A person's learning record, for those whose scope the person's unit lies in. */
export async function viewPerson(input: {
  officialId: string;
  scope: readonly string[];
  now: Date;
}): Promise<PersonView> {
  const record = await readPersonRecord(input);
  const official = await findOfficial(db, input);
  if (!official) throw notFound(`official ${input.officialId}`);
  return { record, trail: await breadcrumbTo(db, { path: official.unitPath, scope: input.scope }) };
}
