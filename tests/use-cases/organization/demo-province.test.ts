import { beforeEach, describe, expect, test } from "vitest";
import { readIssuer } from "~/domain/certificates/issuer-store.server";
import { verifyPassword } from "~/domain/auth/password.server";
import { findAgency, forgetAgency } from "~/domain/organization/agency-store.server";
import { searchOfficials } from "~/domain/organization/official-search-store.server";
import { childrenWithPeople, countPeople, findRootUnit } from "~/domain/organization/unit-store.server";
import { db } from "~/platform/db.server";
import { createDemoProvince } from "~/use-cases/system/create-demo-province";
import { createFirstAdministrator } from "~/use-cases/system/create-first-administrator";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();
beforeEach(async () => {
  await truncateAll();
  forgetAgency();
});

const NOW = new Date("2026-11-23T02:00:00Z");
const PASSWORD = "mot-mat-khau-de-thu";

/** Units whose headcount is not the number of people in them. */
const wrongHeadcounts = () => db.$queryRaw<{ code: string }[]>`
  SELECT u.code FROM unit u LEFT JOIN official o ON o.unit_id = u.id AND o.left_on IS NULL
  GROUP BY u.id HAVING count(o.id) <> u.headcount`;

describe("the demo province", () => {
  test("is made once, with six people, five of them in their roles", async () => {
    const made = await createDemoProvince({ password: PASSWORD, now: NOW });
    expect(made.created).toBe(true);
    expect(made.accounts.map(({ identifier, role }) => [identifier, role]).sort()).toEqual([
      ["canbodaotao", "training_officer"],
      ["hocvien", null],
      ["lanhdao", "head"],
      ["nhansu", "hr"],
      ["quantri", "administrator"],
      ["thamdinh", "training_officer"],
    ]);
    expect(await createDemoProvince({ password: PASSWORD, now: NOW })).toEqual({ created: false, accounts: [] });
    expect(await db.official.count()).toBe(400);
    expect(await db.account.count()).toBe(400);
    expect(await db.employment.count({ where: { validTo: null } })).toBe(400);
    expect(await wrongHeadcounts()).toEqual([]);
    expect(await countPeople({ scope: ["AG"] })).toBe(400);

    const grants = await db.roleGrant.findMany({
      select: { role: true, account: { select: { identifier: true } }, unit: { select: { code: true } } },
    });
    expect(grants.map(({ account, unit }) => `${account.identifier} ${unit.code}`).sort()).toEqual([
      "canbodaotao AG",
      "lanhdao P-RACH-GIA",
      "nhansu AG",
      "quantri AG",
      "thamdinh AG",
    ]);
    const learner = await db.account.findUniqueOrThrow({
      where: { identifier: "hocvien" },
      include: { official: { include: { unit: true } } },
    });
    expect(await verifyPassword(learner.passwordHash, PASSWORD)).toBe(true);
    expect(learner.official).toMatchObject({
      positionTitle: "Chuyên viên",
      recruitedOn: new Date("2026-11-02"),
      unit: { code: "P-RACH-GIA-HCC" },
    });
    expect(await db.account.count({ where: { lastSignInAt: null } })).toBeGreaterThan(50);
  });

  test("says which agency it shows and who signs, so that certificates can be issued", async () => {
    await createDemoProvince({ password: PASSWORD, now: NOW });
    expect(await findAgency(db)).toMatchObject({ configured: true, parentName: "Ủy ban nhân dân tỉnh An Giang" });
    expect(await readIssuer(db)).toMatchObject({
      configured: true,
      issuer: { issuerCode: "SNV", signerTitle: "GIÁM ĐỐC" },
    });
  });

  test("is made by one of two processes that start together", async () => {
    const both = await Promise.all([1, 2].map(() => createDemoProvince({ password: PASSWORD, now: NOW })));
    expect(both.map((each) => each.created).sort()).toEqual([false, true]);
    expect(await db.official.count()).toBe(400);
  });

  test("leaves an installation alone that has a unit", async () => {
    await createFirstAdministrator({
      identifier: "quantri",
      displayName: "Võ An",
      password: "tre-xanh-ben-song-hau",
      agencyName: "Sở Nội vụ",
      agencyCode: "SNV",
      now: NOW,
    });
    expect(await createDemoProvince({ password: PASSWORD, now: NOW })).toEqual({ created: false, accounts: [] });
    expect(await db.unit.count()).toBe(1);
  });

  test("loads 12,000 people in batches, and all counts agree", async () => {
    const made = await createDemoProvince({ password: PASSWORD, now: NOW, size: "province", people: 12_000 });
    expect(made.accounts).toHaveLength(6);
    expect(await db.official.count()).toBe(12_000);
    expect(await db.account.count()).toBe(12_000);
    expect(await wrongHeadcounts()).toEqual([]);
    const root = (await findRootUnit(db))!;
    const children = await childrenWithPeople({ parentId: root.id, scope: ["AG"] });
    expect(children.filter((unit) => unit.kind === "commune")).toHaveLength(102);
    expect(children.reduce((sum, unit) => sum + unit.people, root.headcount)).toBe(12_000);
    expect((await searchOfficials({ scope: ["AG"], text: "nguyen lan" })).people.length).toBeGreaterThan(3);
  }, 60_000);
});

describe("the first administrator", () => {
  const wish = {
    identifier: " QuanTri ",
    displayName: "Võ  Thị An",
    password: "tre-xanh-ben-song-hau",
    agencyName: "Sở Nội vụ tỉnh An Giang",
    agencyCode: "snv",
    now: NOW,
  };

  test("founds the agency and administers it", async () => {
    expect(await createFirstAdministrator(wish)).toMatchObject({
      kind: "created",
      identifier: "quantri",
      unitCode: "SNV",
    });
    expect(await findRootUnit(db)).toMatchObject({ code: "SNV", kind: "department", path: "SNV" });
    const grant = await db.roleGrant.findFirstOrThrow({ include: { account: true } });
    expect(grant).toMatchObject({
      role: "administrator",
      account: { identifier: "quantri", displayName: "Võ Thị An" },
    });
    expect(await verifyPassword(grant.account.passwordHash, wish.password)).toBe(true);
    const events = await db.auditEvent.findMany({ orderBy: { id: "asc" } });
    expect(events.map((event) => event.action)).toEqual(["unit.created", "account.created", "role.granted"]);
    expect(JSON.stringify(events.map((event) => event.after))).not.toContain(wish.password);
    expect((await findAgency(db)).name).toBe("Sở Nội vụ tỉnh An Giang");
  });

  test("is one: a second is refused, also when both ask at once", async () => {
    const both = await Promise.all([
      createFirstAdministrator(wish),
      createFirstAdministrator({ ...wish, identifier: "hai.ba" }),
    ]);
    expect(both.map((answer) => answer.kind).sort()).toEqual(["created", "refused"]);
    expect(await createFirstAdministrator({ ...wish, identifier: "hai.ba" })).toEqual({
      kind: "refused",
      reason: "administrator-exists",
    });
    expect(await db.account.count()).toBe(1);
    expect(await db.unit.count()).toBe(1);
  });

  test.each([
    [{ identifier: "a" }, "bad-identifier"],
    [{ identifier: "quản trị" }, "bad-identifier"],
    [{ displayName: " " }, "bad-name"],
    [{ agencyName: "" }, "bad-agency-name"],
    [{ agencyCode: "SỞ NỘI VỤ" }, "bad-agency-code"],
    [{ password: "ngan" }, "weak-password"],
  ])("is refused with %o, and nothing is written", async (change, reason) => {
    expect(await createFirstAdministrator({ ...wish, ...change })).toMatchObject({ kind: "refused", reason });
    expect(await db.account.count()).toBe(0);
    expect(await db.unit.count()).toBe(0);
  });

  test("takes the root that is there, and no identifier that somebody has", async () => {
    await createDemoProvince({ password: PASSWORD, now: NOW });
    expect(await createFirstAdministrator(wish)).toEqual({ kind: "refused", reason: "administrator-exists" });
    await db.roleGrant.updateMany({ where: { role: "administrator" }, data: { revokedAt: NOW } });
    expect(await createFirstAdministrator(wish)).toEqual({ kind: "refused", reason: "identifier-taken" });
    expect(await createFirstAdministrator({ ...wish, identifier: "quantri2" })).toMatchObject({
      kind: "created",
      unitCode: "AG",
    });
  });
});
