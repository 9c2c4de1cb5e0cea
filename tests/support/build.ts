import type { RoleName, Viewer } from "~/domain/auth/permissions";
import type { OfficialViewer } from "~/http/viewer.server";
import { createOfficial } from "~/domain/organization/official-store.server";
import type { UnitKind, UnitNode } from "~/domain/organization/unit";
import { createUnit } from "~/domain/organization/unit-store.server";
import { db } from "~/platform/db.server";

let counter = 0;

/** A unit under another, or the root. */
export async function buildUnit(input: {
  code: string;
  name?: string;
  parent?: UnitNode;
  kind?: UnitKind;
}): Promise<UnitNode> {
  const { code, parent } = input;
  const made = await createUnit(db, {
    code,
    name: input.name ?? `Đơn vị ${code}`,
    kind: input.kind ?? (parent ? "division" : "province"),
    parent: parent ?? null,
    validFrom: "2025-07-01",
  });
  if (made.kind !== "created") throw new Error(`unit ${code}: ${made.kind}`);
  return made.unit;
}

/** An official in a unit. */
export async function buildOfficial(
  unit: UnitNode,
  fullName = "Đặng Thị Mỹ Hạnh",
): Promise<{ id: string; fullName: string }> {
  counter += 1;
  const made = await createOfficial(db, {
    staffNumber: `CB${String(counter).padStart(6, "0")}`,
    fullName,
    staffCategory: "public_employee",
    unitId: unit.id,
    positionTitle: "Chuyên viên",
    recruitedOn: "2026-11-01",
    postedOn: "2026-11-01",
    scope: [unit.path],
  });
  if (made.kind !== "created") throw new Error(`official ${fullName}: ${made.reason}`);
  return { id: made.officialId, fullName };
}

/** An account for an official (or for nobody), with roles; and the viewer that its session would give. */
export async function buildViewer(input: {
  unit: UnitNode;
  official?: { id: string; fullName: string };
  roles?: { role: RoleName; unit: UnitNode }[];
  identifier?: string;
  passwordHash?: string;
}): Promise<Viewer> {
  counter += 1;
  const { unit, official } = input;
  const displayName = official?.fullName ?? `Tài khoản ${counter}`;
  const account = await db.account.create({
    data: {
      identifier: input.identifier ?? `tai-khoan-${counter}`,
      displayName,
      passwordHash: input.passwordHash ?? "-",
      officialId: official?.id ?? null,
      roleGrants: { create: (input.roles ?? []).map(({ role, unit: where }) => ({ role, unitId: where.id })) },
    },
  });
  return {
    accountId: account.id,
    sessionIdHash: "-",
    displayName,
    identifier: account.identifier,
    mustChangePassword: false,
    official: official
      ? {
          id: official.id,
          fullName: official.fullName,
          positionTitle: "Chuyên viên",
          unitId: unit.id,
          unitName: unit.name,
          unitPath: unit.path,
        }
      : null,
    roles: (input.roles ?? []).map(({ role, unit: where }) => ({
      role,
      unitId: where.id,
      unitPath: where.path,
      unitName: where.name,
    })),
    ip: "127.0.0.1",
  };
}

/** An official with an account: somebody who learns. */
export async function buildLearner(unit: UnitNode, fullName?: string): Promise<OfficialViewer> {
  const official = await buildOfficial(unit, fullName);
  return (await buildViewer({ unit, official })) as OfficialViewer;
}
