import type { UnitNode, UnitWithPeople } from "~/domain/organization/unit";
import { childrenWithPeople, findUnit, topUnitsWithPeople } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

/** What hangs directly below a unit of the scope; without a unit the units at which the scope begins. */
export async function listUnitsBelow(input: {
  scope: readonly string[];
  unitCode: string | null;
}): Promise<{ unit: UnitNode | null; below: UnitWithPeople[] }> {
  const { scope, unitCode } = input;
  if (unitCode === null) return { unit: null, below: await topUnitsWithPeople({ scope: [...scope] }) };
  const unit = await findUnit(db, { code: unitCode, scope });
  if (!unit) throw notFound(`unit ${unitCode}`);
  return { unit, below: await childrenWithPeople({ parentId: unit.id, scope }) };
}
