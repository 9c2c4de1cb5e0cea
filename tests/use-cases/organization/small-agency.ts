import { createOfficial, type OfficialCreated } from "~/domain/organization/official-store.server";
import { transferOfficial } from "~/domain/organization/transfer-store.server";
import type { UnitKind, UnitNode } from "~/domain/organization/unit";
import { createUnit, findUnit } from "~/domain/organization/unit-store.server";
import { type Db, db, inTransaction } from "~/platform/db.server";

export const ALL = ["AG"];

let nextNumber = 1;

async function unit(code: string, name: string, kind: UnitKind, parent: UnitNode | null): Promise<UnitNode> {
  const answer = await createUnit(db, { code, name, kind, parent, validFrom: "2025-07-01" });
  if (answer.kind !== "created") throw new Error(answer.reason);
  return answer.unit;
}

/** Two branches under one root, with an office at the end of each. */
export async function smallAgency() {
  const root = await unit("AG", "Ủy ban nhân dân tỉnh An Giang", "province", null);
  const home = await unit("SNV", "Sở Nội vụ", "department", root);
  const office = await unit("SNV-CCVC", "Phòng Công chức, viên chức", "division", home);
  // A code that begins like another one: a prefix of the path must not be mistaken for a parent.
  const ward = await unit("SNV2", "Phường Rạch Giá", "commune", root);
  const desk = await unit("SNV2-HCC", "Trung tâm Phục vụ hành chính công", "division", ward);
  return { root, home, office, ward, desk };
}

/** Asks for a person to be put on the list. */
export function hire(
  fullName: string,
  into: UnitNode,
  more: Partial<Parameters<typeof createOfficial>[1]> = {},
): Promise<OfficialCreated> {
  return inTransaction((tx) =>
    createOfficial(tx, {
      scope: ALL,
      staffNumber: `AG${String(nextNumber++).padStart(6, "0")}`,
      fullName,
      staffCategory: "civil_servant",
      unitId: into.id,
      positionTitle: "Chuyên viên",
      recruitedOn: "2020-01-01",
      postedOn: "2025-07-01",
      ...more,
    }),
  );
}

/** The same where it cannot be refused. */
export async function hired(...input: Parameters<typeof hire>): Promise<string> {
  const answer = await hire(...input);
  if (answer.kind !== "created") throw new Error(answer.reason);
  return answer.officialId;
}

export async function headcount(code: string): Promise<number> {
  return (await findUnit(db, { code, scope: ALL }))!.headcount;
}

/** A transfer as it was decided on its day. */
export function moved(
  tx: Db,
  input: { officialId: string; scope: readonly string[]; toUnitId: string; positionTitle: string; on: string },
) {
  const { officialId, scope, toUnitId, positionTitle, on } = input;
  const post = { unitId: toUnitId, positionTitle, staffCategory: "civil_servant" as const, from: on };
  const decision = { number: "12/QĐ-SNV", decidedOn: on };
  return transferOfficial(tx, { officialId, scope, post, decision, today: on, now: new Date(`${on}T02:00:00Z`) });
}
