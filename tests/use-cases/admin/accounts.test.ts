import { beforeEach, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { hashPassword } from "~/domain/auth/password.server";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import { db } from "~/platform/db.server";
import { createAccount } from "~/use-cases/admin/create-account";
import { disableAccount } from "~/use-cases/admin/disable-account";
import { enableAccount } from "~/use-cases/admin/enable-account";
import { grantRole } from "~/use-cases/admin/grant-role";
import { listAccounts } from "~/use-cases/admin/list-accounts";
import { resetPassword } from "~/use-cases/admin/reset-password";
import { revokeRole } from "~/use-cases/admin/revoke-role";
import { viewAccount } from "~/use-cases/admin/view-account";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { signIn } from "~/use-cases/public/sign-in";
import { buildLearner, buildOfficial, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
let root: UnitNode, a: UnitNode, b: UnitNode;
let admin: Viewer, adminOfA: Viewer, inA: Viewer, inB: Viewer;
const ALL = ["AG"];
const OF_A = ["AG/P-A"];

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  root = await buildUnit({ code: "AG", name: "UBND tỉnh An Giang" });
  a = await buildUnit({ code: "P-A", name: "Phường A", parent: root });
  b = await buildUnit({ code: "P-AB", name: "Phường B", parent: root });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }], identifier: "quantri" });
  adminOfA = await buildViewer({ unit: a, roles: [{ role: "administrator", unit: a }], identifier: "quantri-a" });
  inA = await buildLearner(a, "Đặng Thị Mỹ Hạnh");
  inB = await buildLearner(b, "Trần Văn Bình");
});

const NEW = {
  kind: "new",
  fullName: "Nguyễn Thị  Kiều Oanh",
  staffNumber: "ag900001",
  unitCode: "P-A",
  positionTitle: "Chuyên viên",
  staffCategory: "civil_servant",
  recruitedOn: "2026-11-01",
  email: null,
  personalId: "079 203 001234",
} as const;
const create = (
  changes: Partial<{ [Key in keyof typeof NEW]: (typeof NEW)[Key] | string | null }> = {},
  input: { viewer?: Viewer; scope?: string[]; identifier?: string } = {},
) =>
  createAccount({
    viewer: input.viewer ?? admin,
    scope: input.scope ?? ALL,
    owner: { ...NEW, ...changes } as never,
    identifier: input.identifier ?? null,
    now,
  });
const actions = async () => (await db.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);

describe("creating an account", () => {
  test("a new person is on the staff list, can sign in with the password that is shown, and must change it", async () => {
    const made = await create();
    if (made.kind !== "created") throw new Error(made.reason);
    expect(made).toMatchObject({ displayName: "Nguyễn Thị Kiều Oanh", identifier: "ag900001" });
    expect(
      await signIn({ identifier: "AG900001", password: made.password, ip: null, userAgent: null, now }),
    ).toMatchObject({ kind: "signed-in", mustChangePassword: true });
    expect(await db.unit.findUnique({ where: { code: "P-A" } })).toMatchObject({ headcount: 2 });
  });

  test("neither the password nor the personal ID is written anywhere in the open", async () => {
    const made = await create();
    if (made.kind !== "created") throw new Error(made.reason);
    const events = await db.auditEvent.findMany();
    expect(events.map(({ action }) => action)).toEqual(["official.created", "account.created"]);
    const official = await db.official.findUnique({ where: { staffNumber: "AG900001" } });
    const everything = JSON.stringify([
      events.map(({ id: _id, ...event }) => event),
      { ...official, personalIdSealed: Buffer.from(official!.personalIdSealed!).toString("latin1") },
    ]);
    expect(everything).not.toContain(made.password);
    expect(everything).not.toContain("079203001234");
    expect(official!.personalIdLast).toBe("234");
  });

  test("what is asked of the unit is asked of the person at once, and counted", async () => {
    const { slug } = await publishSmallCourse();
    await assignCourse({
      actor: SYSTEM_ACTOR,
      scope: ALL,
      courseSlug: slug,
      unitCode: "AG",
      dueOn: "2026-12-15",
      note: null,
      now,
    });
    const before = await db.unitStanding.findFirst({ where: { unitId: a.id } });
    expect(await create()).toMatchObject({ kind: "created", coursesGiven: 1 });
    expect(await db.unitStanding.findFirst({ where: { unitId: a.id } })).toMatchObject({
      required: before!.required + 1,
    });
    expect(await db.enrolment.count({ where: { official: { staffNumber: "AG900001" }, required: true } })).toBe(1);
  });

  test.each([
    ["staff-number-taken", { personalId: null, staffNumber: "AG900001" }],
    ["personal-id-taken", { staffNumber: "AG900002" }],
    ["personal-id-invalid", { staffNumber: "AG900003", personalId: "12345" }],
    ["recruited-in-future", { staffNumber: "AG900004", personalId: null, recruitedOn: "2026-11-24" }],
  ])("is refused with %s, and then nothing at all is written", async (reason, changes) => {
    await create();
    const before = [
      await db.official.count(),
      await db.account.count(),
      await db.auditEvent.count(),
      await db.employment.count(),
    ];
    expect(await create(changes, { identifier: "ten-khac" })).toEqual({ kind: "refused", reason });
    expect([
      await db.official.count(),
      await db.account.count(),
      await db.auditEvent.count(),
      await db.employment.count(),
    ]).toEqual(before);
  });

  test("a chosen name that is taken is refused; one that nobody chose gets a number", async () => {
    await create();
    expect(await create({ staffNumber: "AG900002", personalId: null }, { identifier: "AG900001" })).toEqual({
      kind: "refused",
      reason: "identifier-taken",
    });
    await db.account.update({ where: { id: inA.accountId }, data: { identifier: "ag900007" } });
    expect(await create({ staffNumber: "AG900007", personalId: null })).toMatchObject({
      kind: "created",
      identifier: "ag900007-2",
    });
  });

  test("somebody on the list gets one account, also when two administrators press at once", async () => {
    const { id: officialId } = await buildOfficial(a, "Lê Văn Chưa");
    const owner = { kind: "listed", officialId } as const;
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => createAccount({ viewer: admin, scope: ALL, owner, identifier: null, now })),
    );
    const made = answers.filter((answer) => answer.status === "fulfilled" && answer.value.kind === "created");
    expect(made).toHaveLength(1);
    expect(await db.account.count({ where: { officialId } })).toBe(1);
  });

  test("a unit or a person outside the scope is not found", async () => {
    await expect(create({ unitCode: "P-AB" }, { viewer: adminOfA, scope: OF_A })).rejects.toMatchObject({
      code: "not-found",
    });
    const { id: officialId } = await buildOfficial(b);
    await expect(
      createAccount({ viewer: adminOfA, scope: OF_A, owner: { kind: "listed", officialId }, identifier: null, now }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the list of accounts", () => {
  const names = async (input: Partial<Parameters<typeof listAccounts>[0]>) =>
    (await listAccounts({ scope: ALL, text: "", role: null, status: null, after: null, ...input })).accounts.map(
      ({ displayName }) => displayName,
    );

  test("finds by name without diacritics and by the beginning of the identifier", async () => {
    expect(await names({ text: "my dang" })).toEqual(["Đặng Thị Mỹ Hạnh"]);
    expect(await names({ text: "QUANTRI-" })).toEqual([adminOfA.displayName]);
    expect(await names({ text: "tai khoan" })).toEqual(expect.arrayContaining([admin.displayName]));
    expect(await names({ text: "100%_" })).toEqual([]);
  });

  test("filters by role and by status", async () => {
    expect(await names({ role: "administrator" })).toHaveLength(2);
    expect(await names({ role: "any" })).toHaveLength(2);
    expect(await names({ role: "hr" })).toEqual([]);
    await db.account.update({ where: { id: inB.accountId }, data: { disabledAt: now } });
    expect(await names({ status: "disabled" })).toEqual(["Trần Văn Bình"]);
    expect(await names({ status: "waiting" })).toHaveLength(3);
  });

  test("a narrow scope holds its own people and its own roles, no others", async () => {
    expect((await names({ scope: OF_A })).sort()).toEqual([adminOfA.displayName, "Đặng Thị Mỹ Hạnh"].sort());
    expect(await names({ scope: OF_A, text: "binh" })).toEqual([]);
    expect(await names({ scope: [] })).toEqual([]);
  });

  test("page by page it gives everybody once", async () => {
    for (let index = 0; index < 60; index += 1) await buildViewer({ unit: root });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAccounts>> = await listAccounts({
        scope: ALL,
        text: "",
        role: null,
        status: null,
        after,
      });
      expect(page.total).toBe(64);
      seen.push(...page.accounts.map(({ identifier }) => identifier));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(64);
    expect(new Set(seen).size).toBe(64);
  });
});

describe("locking, unlocking, a new password", () => {
  test("a locked account loses its sessions for good and signs in again once unlocked", async () => {
    await db.session.create({
      data: { idHash: "x", accountId: inA.accountId, expiresAt: new Date("2026-11-24T00:00:00Z") },
    });
    expect(
      await disableAccount({ viewer: admin, scope: ALL, accountId: inA.accountId, reason: "nghỉ hưu", now }),
    ).toMatchObject({ kind: "disabled", endedSessions: 1 });
    expect(await db.session.count()).toBe(0);
    expect(await disableAccount({ viewer: admin, scope: ALL, accountId: inA.accountId, reason: null, now })).toEqual({
      kind: "refused",
      reason: "already-disabled",
    });
    expect(await enableAccount({ viewer: admin, scope: ALL, accountId: inA.accountId, now })).toMatchObject({
      kind: "enabled",
    });
    expect(await enableAccount({ viewer: admin, scope: ALL, accountId: inA.accountId, now })).toEqual({
      kind: "refused",
      reason: "not-disabled",
    });
    expect(await actions()).toEqual(["account.disabled", "account.enabled"]);
    expect((await db.auditEvent.findFirst())!.after).toMatchObject({ reason: "nghỉ hưu", disabled: true });
  });

  test("nobody locks their own account or resets their own password", async () => {
    expect(await disableAccount({ viewer: admin, scope: ALL, accountId: admin.accountId, reason: null, now })).toEqual({
      kind: "refused",
      reason: "own-account",
    });
    expect(await resetPassword({ viewer: admin, scope: ALL, accountId: admin.accountId, now })).toEqual({
      kind: "refused",
      reason: "own-account",
    });
  });

  test("an account that holds a role higher up is beyond a unit's administrator: its password would be that role", async () => {
    await grantRole({
      viewer: admin,
      scope: ALL,
      accountId: inA.accountId,
      role: "administrator",
      unitCode: "AG",
      now,
    });
    const who = { viewer: adminOfA, scope: OF_A, accountId: inA.accountId, now };
    expect(await resetPassword(who)).toEqual({ kind: "refused", reason: "beyond-scope" });
    expect(await disableAccount({ ...who, reason: null })).toEqual({ kind: "refused", reason: "beyond-scope" });
    expect((await viewAccount(who)).manageable).toBe(false);
  });

  test("a new password works, the old one does not, and waiting is over", async () => {
    await db.account.update({
      where: { id: inA.accountId },
      data: { passwordHash: await hashPassword("mật khẩu trước đây") },
    });
    for (let index = 0; index < 6; index += 1)
      await signIn({ identifier: inA.identifier, password: "sai", ip: null, userAgent: null, now });
    const answer = await resetPassword({ viewer: adminOfA, scope: OF_A, accountId: inA.accountId, now });
    if (answer.kind !== "reset") throw new Error(answer.reason);
    expect(
      await signIn({ identifier: inA.identifier, password: "mật khẩu trước đây", ip: null, userAgent: null, now }),
    ).toMatchObject({ kind: "refused" });
    expect(
      await signIn({ identifier: inA.identifier, password: answer.password, ip: null, userAgent: null, now }),
    ).toMatchObject({ kind: "signed-in", mustChangePassword: true });
  });

  test("an account elsewhere is not found, whatever is asked of it", async () => {
    const who = { viewer: adminOfA, scope: OF_A, accountId: inB.accountId, now };
    for (const ask of [
      () => viewAccount(who),
      () => disableAccount({ ...who, reason: null }),
      () => enableAccount(who),
      () => resetPassword(who),
      () => grantRole({ ...who, role: "hr", unitCode: "P-A" }),
      () => revokeRole({ ...who, grantId: "00000000-0000-4000-8000-000000000000" }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await db.auditEvent.count()).toBe(0);
  });
});
