import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AccountDetail, isOwnLastAdministration, isWhollyWithin } from "~/domain/auth/account";
import {
  type HeldRole,
  inScope,
  isWithin,
  may,
  type Permission,
  ROLE_NAMES,
  type RoleName,
  scopeOf,
  type Viewer,
} from "~/domain/auth/permissions";

const PERMISSIONS: Permission[] = [
  "content.view",
  "content.preview",
  "staff.view",
  "staff.export",
  "course.assign",
  "accounts.manage",
  "audit.view",
];

const code = fc.constantFrom("A", "B", "AB", "A-B", "C1");
const path = fc.array(code, { minLength: 1, maxLength: 4 }).map((codes) => codes.join("/"));
const held: fc.Arbitrary<HeldRole> = fc.record({
  role: fc.constantFrom(...ROLE_NAMES),
  unitId: fc.constant("u"),
  unitPath: path,
  unitName: fc.constant("Đơn vị"),
});

function viewerWith(roles: HeldRole[]): Viewer {
  return {
    accountId: "a",
    sessionIdHash: "-",
    displayName: "Nguyễn Văn An",
    identifier: "an",
    mustChangePassword: false,
    official: {
      id: "o",
      fullName: "Nguyễn Văn An",
      positionTitle: "Chuyên viên",
      unitId: "u",
      unitName: "Sở",
      unitPath: "A",
    },
    roles,
    ip: null,
  };
}

describe("what somebody may see", () => {
  test("a scope is never wider than the units in which the permission is held, and never narrower", () => {
    fc.assert(
      fc.property(
        fc.array(held, { maxLength: 6 }),
        fc.constantFrom(...PERMISSIONS),
        path,
        (roles, permission, asked) => {
          const granting = roles.filter((role) => may(viewerWith([role]), permission));
          const allowed = granting.some((role) => asked === role.unitPath || asked.startsWith(`${role.unitPath}/`));
          expect(inScope(asked, scopeOf(viewerWith(roles), permission))).toBe(allowed);
        },
      ),
    );
  });

  test("no unit of a scope stands inside another one of it", () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 8 }), fc.constantFrom(...PERMISSIONS), (roles, permission) => {
        const scope = scopeOf(viewerWith(roles), permission);
        for (const one of scope) expect(scope.filter((other) => isWithin(one, other))).toEqual([one]);
      }),
    );
  });

  test("a permission that nobody gave has an empty scope; being a member of a unit gives none", () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 6 }), fc.constantFrom(...PERMISSIONS), (roles, permission) => {
        const viewer = viewerWith(roles);
        expect(scopeOf(viewer, permission).length > 0).toBe(may(viewer, permission));
      }),
    );
    for (const permission of PERMISSIONS) expect(scopeOf(viewerWith([]), permission)).toEqual([]);
  });

  test("a unit whose code begins like another's is not below it", () => {
    expect(isWithin("AG/SNV-CCVC", "AG/SNV")).toBe(false);
    expect(isWithin("AG/SNV/CCVC", "AG/SNV")).toBe(true);
  });

  test("a role says nothing about permissions of other roles", () => {
    const only = (role: RoleName) =>
      PERMISSIONS.filter((permission) =>
        may(viewerWith([{ role, unitId: "u", unitPath: "A", unitName: "" }]), permission),
      );
    expect(only("administrator")).toEqual(["accounts.manage", "audit.view"]);
    expect(only("training_officer")).toEqual(["content.view", "content.preview"]);
    expect(only("hr")).not.toContain("accounts.manage");
    expect(only("head")).not.toContain("audit.view");
  });
});

describe("who may lock an account or reset its password", () => {
  const accountOf = (unitPath: string | null, roles: { role: RoleName; unitPath: string }[]): AccountDetail =>
    ({
      id: "x",
      official: unitPath === null ? null : { unitPath },
      roles: roles.map((role, index) => ({ ...role, grantId: `g${index}` })),
    }) as AccountDetail;

  test("only somebody whose scope holds everything that the account may do", () => {
    expect(isWhollyWithin(accountOf("AG/SNV/CCVC", []), ["AG/SNV"])).toBe(true);
    expect(isWhollyWithin(accountOf("AG/SYT", []), ["AG/SNV"])).toBe(false);
    expect(isWhollyWithin(accountOf("AG/SNV", [{ role: "administrator", unitPath: "AG" }]), ["AG/SNV"])).toBe(false);
    expect(isWhollyWithin(accountOf("AG/SNV", [{ role: "administrator", unitPath: "AG" }]), ["AG"])).toBe(true);
    expect(isWhollyWithin(accountOf(null, []), ["AG/SNV"])).toBe(false);
    expect(isWhollyWithin(accountOf(null, [{ role: "hr", unitPath: "AG/SNV" }]), ["AG/SNV"])).toBe(true);
  });

  test("nobody takes away their own last role as administrator, but one of two they may", () => {
    const one = {
      ...accountOf("AG", [
        { role: "administrator", unitPath: "AG" },
        { role: "hr", unitPath: "AG" },
      ]),
      id: "me",
    };
    expect(isOwnLastAdministration({ viewerAccountId: "me", account: one, grantId: "g0" })).toBe(true);
    expect(isOwnLastAdministration({ viewerAccountId: "me", account: one, grantId: "g1" })).toBe(false);
    expect(isOwnLastAdministration({ viewerAccountId: "other", account: one, grantId: "g0" })).toBe(false);
    const two = {
      ...accountOf("AG", [
        { role: "administrator", unitPath: "AG" },
        { role: "administrator", unitPath: "AG/SNV" },
      ]),
      id: "me",
    };
    expect(isOwnLastAdministration({ viewerAccountId: "me", account: two, grantId: "g0" })).toBe(false);
  });
});
