import { isUnitCode, type UnitNode } from "~/domain/organization/unit";
import { findUnit } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

/** The unit that an address names; outside the scope there is none. */
export async function findUnitInScope(input: { code: string; scope: readonly string[] }): Promise<UnitNode> {
  const unit = isUnitCode(input.code) ? await findUnit(db, input) : null;
  if (!unit) throw notFound(`unit ${input.code}`);
  return unit;
}
