import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { tidyName } from "~/domain/organization/names";
import { isUnitCode, type UnitKind, type UnitNode } from "~/domain/organization/unit";
import { suggestedUnitCodes } from "~/domain/organization/unit-code-suggestion";
import { createUnit as insertUnit, findUnit } from "~/domain/organization/unit-store.server";
import { conflict, notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { inTransaction, type Db } from "~/platform/db.server";

export type CreateUnitAnswer =
  { kind: "created"; unit: UnitNode; parentName: string } | { kind: "refused"; reason: "code-taken" | "code-invalid" };

/** Adds a unit below one in the scope. Without a code the first free one of those that its name suggests is taken. */
export async function createUnit(input: {
  viewer: Viewer;
  scope: readonly string[];
  parentCode: string;
  name: string;
  kind: UnitKind;
  code: string | null;
  now: Date;
}): Promise<CreateUnitAnswer> {
  const { viewer, scope, kind, now } = input;
  const name = tidyName(input.name);
  const typed = input.code?.trim().toUpperCase() || null;
  if (typed !== null && !isUnitCode(typed)) return { kind: "refused", reason: "code-invalid" };
  return inTransaction<CreateUnitAnswer>(async (tx) => {
    const parent = await findUnit(tx, { code: input.parentCode, scope });
    if (!parent) throw notFound(`unit ${input.parentCode}`);
    const codes = typed === null ? suggestedUnitCodes({ name, parentCode: parent.code }) : [typed];
    const unit = await firstFree(tx, { codes, name, kind, parent, today: localDay(now) });
    if (!unit && typed === null) throw conflict(`no free code for ${name}`);
    if (!unit) return { kind: "refused", reason: "code-taken" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "unit.created",
      subject: { type: "unit", id: unit.id, label: unit.name },
      unitPath: unit.path,
      after: { name: unit.name, code: unit.code, kind: unit.kind, parent: parent.name },
      at: now,
    });
    return { kind: "created", unit, parentName: parent.name };
  });
}

async function firstFree(
  tx: Db,
  input: { codes: string[]; name: string; kind: UnitKind; parent: UnitNode; today: string },
): Promise<UnitNode | null> {
  const { codes, name, kind, parent, today } = input;
  for (const code of codes) {
    const answer = await insertUnit(tx, {
      code,
      name,
      kind,
      parent: { id: parent.id, path: parent.path },
      validFrom: today,
    });
    if (answer.kind === "created") return answer.unit;
  }
  return null;
}
