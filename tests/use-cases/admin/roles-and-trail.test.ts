import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import type { UnitNode } from "~/domain/organization/unit";
import { db } from "~/platform/db.server";
import { createUnit } from "~/use-cases/admin/create-unit";
import { disableAccount } from "~/use-cases/admin/disable-account";
import { enableAccount } from "~/use-cases/admin/enable-account";
import { grantRole } from "~/use-cases/admin/grant-role";
import { listAuditEvents } from "~/use-cases/admin/list-audit-events";
import { revokeRole } from "~/use-cases/admin/revoke-role";
import { viewAccount } from "~/use-cases/admin/view-account";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
let root: UnitNode;
let admin: Viewer, adminOfA: Viewer, inA: Viewer, inB: Viewer;
const ALL = ["AG"];
const OF_A = ["AG/P-A"];

beforeEach(async () => {
  await truncateAll();
  root = await buildUnit({ code: "AG", name: "UBND tỉnh An Giang" });
  const a = await buildUnit({ code: "P-A", name: "Phường A", parent: root });
  const b = await buildUnit({ code: "P-AB", name: "Phường B", parent: root });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }], identifier: "quantri" });
  adminOfA = await buildViewer({ unit: a, roles: [{ role: "administrator", unit: a }], identifier: "quantri-a" });
  inA = await buildLearner(a, "Đặng Thị Mỹ Hạnh");
  inB = await buildLearner(b, "Trần Văn Bình");
});

const actions = async () => (await db.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);

describe("roles", () => {
  test("a role is given in a unit of the scope, once, and taken back", async () => {
    const who = { viewer: adminOfA, scope: OF_A, accountId: inA.accountId, now };
    expect(await grantRole({ ...who, role: "hr", unitCode: "P-A" })).toMatchObject({
      kind: "granted",
      unitName: "Phường A",
    });
    expect(await grantRole({ ...who, role: "hr", unitCode: "P-A" })).toEqual({
      kind: "refused",
      reason: "held-already",
    });
    const { account, revocable } = await viewAccount(who);
    expect(revocable).toEqual(account.roles.map(({ grantId }) => grantId));
    expect(await revokeRole({ ...who, grantId: revocable[0]! })).toMatchObject({ kind: "revoked", role: "hr" });
    expect(await actions()).toEqual(["role.granted", "role.revoked"]);
    expect(
      (await db.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ before, after }) => [before, after]),
    ).toEqual([
      [null, { role: "hr", unit: "Phường A" }],
      [{ role: "hr", unit: "Phường A" }, null],
    ]);
  });

  test.each(["AG", "P-AB"])("nobody gives a role in %s, outside their own scope", async (unitCode) => {
    await expect(
      grantRole({ viewer: adminOfA, scope: OF_A, accountId: inA.accountId, role: "hr", unitCode, now }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await db.roleGrant.count()).toBe(2);
  });

  test("a role held outside the scope cannot be taken back", async () => {
    await grantRole({ viewer: admin, scope: ALL, accountId: inA.accountId, role: "hr", unitCode: "P-AB", now });
    const grant = await db.roleGrant.findFirst({ where: { accountId: inA.accountId } });
    await expect(
      revokeRole({ viewer: adminOfA, scope: OF_A, accountId: inA.accountId, grantId: grant!.id, now }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("nobody takes away their own last role as administrator", async () => {
    const grant = await db.roleGrant.findFirst({ where: { accountId: admin.accountId } });
    expect(
      await revokeRole({ viewer: admin, scope: ALL, accountId: admin.accountId, grantId: grant!.id, now }),
    ).toEqual({ kind: "refused", reason: "own-last-administration" });
  });

  test("two administrators who take each other's role at the same moment leave one", async () => {
    const second = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
    const grantOf = async (accountId: string) => (await db.roleGrant.findFirst({ where: { accountId } }))!.id;
    const [ofFirst, ofSecond] = [await grantOf(admin.accountId), await grantOf(second.accountId)];
    const answers = await Promise.allSettled([
      revokeRole({ viewer: admin, scope: ALL, accountId: second.accountId, grantId: ofSecond, now }),
      revokeRole({ viewer: second, scope: ALL, accountId: admin.accountId, grantId: ofFirst, now }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.roleGrant.count({ where: { unitId: root.id, revokedAt: null } })).toBe(1);
  });
});

describe("units and the trail", () => {
  test("a unit is added below one in the scope; the code comes from its name and is never taken twice", async () => {
    const add = (code: string | null) =>
      createUnit({
        viewer: adminOfA,
        scope: OF_A,
        parentCode: "P-A",
        name: "Phòng Kế toán",
        kind: "division",
        code,
        now,
      });
    expect(await add(null)).toMatchObject({
      kind: "created",
      unit: { code: "PHONG-KE-TOAN", path: "AG/P-A/PHONG-KE-TOAN" },
    });
    expect(await add(null)).toMatchObject({ kind: "created", unit: { code: "P-A-PHONG-KE-TOAN" } });
    expect(await add("phong-ke-toan")).toEqual({ kind: "refused", reason: "code-taken" });
    expect(await add("có dấu")).toEqual({ kind: "refused", reason: "code-invalid" });
    await expect(
      createUnit({ viewer: adminOfA, scope: OF_A, parentCode: "AG", name: "X", kind: "division", code: null, now }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await actions()).toEqual(["unit.created", "unit.created"]);
  });

  const trail = (input: Partial<Parameters<typeof listAuditEvents>[0]>) =>
    listAuditEvents({ scope: ALL, action: null, text: "", from: null, to: null, before: null, now, ...input });

  test("events of other units, and of no unit, are seen by the root alone", async () => {
    await disableAccount({ viewer: admin, scope: ALL, accountId: inA.accountId, reason: null, now });
    await disableAccount({ viewer: admin, scope: ALL, accountId: inB.accountId, reason: null, now });
    await db.auditEvent.create({
      data: {
        at: now,
        actorName: "Hệ thống",
        action: "course.published",
        subjectType: "course",
        subjectId: "x",
        subjectLabel: "Khóa",
      },
    });
    expect((await trail({})).events).toHaveLength(3);
    expect((await trail({ scope: OF_A })).events.map(({ subjectLabel }) => subjectLabel)).toEqual(["Đặng Thị Mỹ Hạnh"]);
    expect((await trail({ scope: [] })).events).toEqual([]);
  });

  test("is searched by who did it and whom it concerned, without diacritics, by action and by day", async () => {
    await disableAccount({ viewer: admin, scope: ALL, accountId: inA.accountId, reason: null, now });
    await enableAccount({
      viewer: adminOfA,
      scope: OF_A,
      accountId: inA.accountId,
      now: new Date("2026-11-20T18:00:00Z"),
    });
    const found = async (input: Parameters<typeof trail>[0]) => (await trail(input)).events.map(({ action }) => action);
    expect(await found({ text: "my dang" })).toEqual(["account.disabled", "account.enabled"]);
    expect(await found({ text: "quantri-a" })).toEqual(["account.enabled"]);
    expect(await found({ text: "khong ai" })).toEqual([]);
    expect(await found({ action: "account.disabled" })).toEqual(["account.disabled"]);
    // 18:00 UTC on the 20th is 01:00 on the 21st in Vietnam.
    expect(await found({ from: "2026-11-21", to: "2026-11-21" })).toEqual(["account.enabled"]);
    expect(await found({ from: "2026-11-20", to: "2026-11-20" })).toEqual([]);
  });

  test("page by page it gives every event once, also those of one instant", async () => {
    await db.auditEvent.createMany({
      data: Array.from({ length: 130 }, (_, index) => ({
        at: new Date(now.getTime() + Math.floor(index / 40)),
        actorName: "x",
        action: "session.started",
        subjectType: "account",
        subjectId: "y",
        subjectLabel: "z",
        unitPath: "AG",
      })),
    });
    const ids: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof trail>> = await trail({ before });
      ids.push(...page.events.map(({ id }) => id));
      before = page.next;
    } while (before);
    expect(ids).toHaveLength(130);
    expect(new Set(ids).size).toBe(130);
  });
});

describe("a change and its event", () => {
  const who = () => ({ scope: ALL, accountId: inA.accountId, now });

  test("stand or fall together: without its event nothing is changed", async () => {
    // An event without an actor's name cannot be written.
    const nameless = { ...admin, displayName: null as unknown as string };
    await expect(disableAccount({ ...who(), viewer: nameless, reason: null })).rejects.toThrow();
    await expect(grantRole({ ...who(), viewer: nameless, role: "hr", unitCode: "AG" })).rejects.toThrow();
    await expect(
      createUnit({ viewer: nameless, scope: ALL, parentCode: "AG", name: "Phòng", kind: "division", code: null, now }),
    ).rejects.toThrow();
    expect((await db.account.findUnique({ where: { id: inA.accountId } }))!.disabledAt).toBeNull();
    expect([await db.roleGrant.count(), await db.unit.count(), await db.auditEvent.count()]).toEqual([2, 3, 0]);
  });

  test("an event cannot be rewritten or taken away afterwards", async () => {
    await disableAccount({ ...who(), viewer: admin, reason: null });
    await expect(db.auditEvent.updateMany({ data: { actorName: "Ai khác" } })).rejects.toThrow();
    await expect(db.auditEvent.deleteMany()).rejects.toThrow();
    expect(await db.auditEvent.findMany()).toMatchObject([
      { action: "account.disabled", actorName: admin.displayName },
    ]);
  });
});
