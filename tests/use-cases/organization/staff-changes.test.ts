import { beforeEach, describe, expect, test } from "vitest";
import { findOfficial, PERSONAL_ID } from "~/domain/organization/official-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import {
  childrenWithPeople,
  createUnit,
  endUnit,
  namesDownTo,
  unitsToChoose,
} from "~/domain/organization/unit-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { keyedHash, openText, sealText } from "~/platform/sealed.server";
import { truncateAll, useDatabase } from "../../support/database";
import { ALL, headcount, hire, hired, moved, smallAgency } from "./small-agency";

useDatabase();

let root: UnitNode, home: UnitNode, office: UnitNode, desk: UnitNode;
beforeEach(async () => {
  await truncateAll();
  ({ root, home, office, desk } = await smallAgency());
});

describe("a transfer", () => {
  test("moves the headcount, closes one employment and opens the next", async () => {
    const officialId = await hired("Phan Thị Loan", office);
    const answer = await inTransaction((tx) =>
      moved(tx, {
        officialId,
        scope: ALL,
        toUnitId: desk.id,
        positionTitle: "Phó Giám đốc Trung tâm",
        on: "2026-03-01",
      }),
    );
    expect(answer).toMatchObject({ kind: "moved", before: { unitPath: office.path }, to: { unitPath: desk.path } });
    expect([await headcount("SNV-CCVC"), await headcount("SNV2-HCC")]).toEqual([0, 1]);
    const posts =
      await db.$queryRaw`SELECT unit_id AS unit, valid_from::text AS "from", valid_to::text AS "to" FROM employment ORDER BY valid_from`;
    expect(posts).toEqual([
      { unit: office.id, from: "2025-07-01", to: "2026-03-01" },
      { unit: desk.id, from: "2026-03-01", to: null },
    ]);
    expect(await findOfficial(db, { officialId, scope: ALL })).toMatchObject({
      unitCode: "SNV2-HCC",
      positionTitle: "Phó Giám đốc Trung tâm",
    });
  });

  test("that changes nothing, or lies before the present post, is refused", async () => {
    const officialId = await hired("Phan Thị Loan", office);
    const move = (input: { toUnitId: string; on: string; positionTitle?: string }) =>
      inTransaction((tx) => moved(tx, { officialId, scope: ALL, positionTitle: "Chuyên viên", ...input }));
    expect(await move({ toUnitId: office.id, on: "2026-03-01" })).toEqual({
      kind: "refused",
      reason: "nothing-changes",
    });
    expect(await move({ toUnitId: desk.id, on: "2025-06-30" })).toEqual({
      kind: "refused",
      reason: "not-after-present-post",
    });
    expect(await move({ toUnitId: office.id, on: "2026-03-01", positionTitle: "Trưởng phòng" })).toMatchObject({
      kind: "moved",
    });
    expect(await headcount("SNV-CCVC")).toBe(1);
  });

  test("twenty of them at once, crossing each other, end with the right counts", async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        hired(`Lê Văn Số ${"abcdefghij"[index % 10]}`, index % 2 ? office : desk),
      ),
    );
    await Promise.all(
      people.map((officialId, index) =>
        inTransaction((tx) =>
          moved(tx, {
            officialId,
            scope: ALL,
            toUnitId: (index % 2 ? desk : office).id,
            positionTitle: "Kế toán",
            on: "2026-01-01",
          }),
        ),
      ),
    );
    expect([await headcount("SNV-CCVC"), await headcount("SNV2-HCC")]).toEqual([10, 10]);
  });
});

describe("putting somebody on the list", () => {
  test("raises the headcount, and the units above count them too", async () => {
    await hired("Lê Thị Lan", office);
    await hired("Lê Thị Liên", home);
    const children = await childrenWithPeople({ parentId: root.id, scope: ALL });
    expect(children.find((each) => each.code === "SNV")).toMatchObject({ headcount: 1, people: 2, childCount: 1 });
    expect(children.find((each) => each.code === "SNV2")).toMatchObject({ people: 0, childCount: 1 });
    expect(await namesDownTo(db, office.path)).toEqual([
      "Ủy ban nhân dân tỉnh An Giang",
      "Sở Nội vụ",
      "Phòng Công chức, viên chức",
    ]);
  });

  test("refuses a number that somebody has, and counts nobody for it", async () => {
    await hired("Lê Thị Lan", office, { staffNumber: "AG9", personalId: "000190000001" });
    expect(await hire("Võ Thị Hà", office, { staffNumber: "AG9" })).toEqual({
      kind: "refused",
      reason: "staff-number-taken",
    });
    expect(await hire("Võ Thị Hà", office, { personalId: "000 190 000 001" })).toEqual({
      kind: "refused",
      reason: "personal-id-taken",
    });
    expect(await hire("Võ Thị Hà", office, { personalId: "123" })).toEqual({
      kind: "refused",
      reason: "personal-id-invalid",
    });
    expect(await headcount("SNV-CCVC")).toBe(1);
  });

  test("keeps the personal ID sealed: no column shows more than its last three digits", async () => {
    const officialId = await hired("Lê Thị Lan", office, { personalId: "000190000123" });
    const row = await db.official.findUniqueOrThrow({ where: { id: officialId } });
    expect(
      JSON.stringify(await db.$queryRaw`SELECT o.*, encode(personal_id_sealed, 'escape') AS e FROM official o`),
    ).not.toContain("000190000123");
    expect(row.personalIdLast).toBe("123");
    expect(openText(PERSONAL_ID, row.personalIdSealed!)).toBe("000190000123");
    expect(row.personalIdHash).toBe(keyedHash(PERSONAL_ID, "000190000123"));
    expect(await findOfficial(db, { officialId, scope: ALL })).not.toHaveProperty("personalIdSealed");
  });
});

test("a sealed value that was changed, or moved to another purpose, does not open", () => {
  const sealed = sealText("one", "bí mật");
  expect(openText("one", sealed)).toBe("bí mật");
  expect(sealText("one", "bí mật")).not.toEqual(sealed);
  expect(() => openText("two", sealed)).toThrow();
  for (const at of [0, 5, 20, sealed.length - 1]) {
    const changed = Uint8Array.from(sealed);
    changed[at]! ^= 1;
    expect(() => openText("one", changed)).toThrow();
  }
  expect(keyedHash("one", "a")).not.toBe(keyedHash("two", "a"));
});

test("a code stands for one unit, and a unit with people in it is not dissolved", async () => {
  expect(
    await createUnit(db, { code: "SNV", name: "Khác", kind: "department", parent: root, validFrom: "2026-01-01" }),
  ).toEqual({
    kind: "refused",
    reason: "code-taken",
  });
  await hired("Lê Thị Lan", office);
  expect(await endUnit(db, { code: "SNV-CCVC", scope: ALL, validTo: "2026-01-01" })).toBe(false);
  expect(await endUnit(db, { code: "SNV2-HCC", scope: ["AG/SNV"], validTo: "2026-01-01" })).toBe(false);
  expect(await endUnit(db, { code: "SNV2-HCC", scope: ALL, validTo: "2026-01-01" })).toBe(true);
  expect((await unitsToChoose({ scope: ALL })).map((each) => each.code)).toEqual(["AG", "SNV", "SNV-CCVC", "SNV2"]);
  await expect(hire("Võ Thị Hà", desk)).rejects.toMatchObject({ code: "not-found" });
});
