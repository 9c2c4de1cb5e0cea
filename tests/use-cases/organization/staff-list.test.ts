import { beforeEach, describe, expect, test } from "vitest";
import { countOfficials, searchOfficials } from "~/domain/organization/official-search-store.server";
import { findOfficial } from "~/domain/organization/official-store.server";
import { sortNameOf } from "~/domain/organization/names";
import type { UnitNode } from "~/domain/organization/unit";
import {
  breadcrumbTo,
  childrenWithPeople,
  countPeople,
  findUnit,
  topUnitsWithPeople,
  unitsToChoose,
} from "~/domain/organization/unit-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { truncateAll, useDatabase } from "../../support/database";
import { ALL, headcount, hire, hired, moved, smallAgency } from "./small-agency";

useDatabase();

let root: UnitNode, office: UnitNode, desk: UnitNode;
beforeEach(async () => {
  await truncateAll();
  ({ root, office, desk } = await smallAgency());
});

const names = async (input: Parameters<typeof searchOfficials>[0]) =>
  (await searchOfficials(input)).people.map((person) => person.fullName);
describe("a name is found", () => {
  beforeEach(async () => {
    await hired("Đặng Thị Mỹ", office);
    await hired("Nguyễn Văn Nhàn", office);
    await hired("Trần Mỹ Đăng", desk);
  });

  test.each(["dang my", "đặng mỹ", "my dang", "  ĐẶNG   mỹ"])(
    "without diacritics, words in any order: %j",
    async (text) => {
      expect(await names({ scope: ALL, text })).toEqual(["Trần Mỹ Đăng", "Đặng Thị Mỹ"]);
      expect(await countOfficials({ scope: ALL, text })).toEqual({ count: 2, more: false });
      expect(await countOfficials({ scope: ALL, text, atMost: 1 })).toEqual({ count: 1, more: true });
    },
  );

  test("only where every word matches, each from its beginning", async () => {
    expect(await names({ scope: ALL, text: "thi my" })).toEqual(["Đặng Thị Mỹ"]);
    expect(await names({ scope: ALL, text: "an" })).toEqual([]);
    expect(await names({ scope: ALL, text: "nh" })).toEqual(["Nguyễn Văn Nhàn"]);
    expect(await names({ scope: ALL, text: "%" })).toEqual([]);
  });

  test("by the staff number too", async () => {
    const [first] = (await searchOfficials({ scope: ALL })).people;
    expect(await names({ scope: ALL, text: ` ${first!.staffNumber.toLowerCase()} ` })).toEqual([first!.fullName]);
  });
});

test("pages follow each other in the order of Vietnamese lists, and nobody is lost or doubled", async () => {
  const families = ["Nguyễn", "Đặng", "Dương", "Lê", "Ông", "Ưng"];
  const given = ["An", "Ân", "Ánh", "Đào", "Dao", "Bình", "Bỉnh", "Lan", "Lân", "Ý", "Yên", "Tú", "Tư", "Từ"];
  for (const [index, family] of families.entries()) {
    // Each name twice: people of one name keep an order among themselves.
    for (const word of given) {
      await hired(`${family} Thị ${word}`, index % 2 ? office : desk);
      if (word === "Ân") await hired(`${family} Thị ${word}`, desk);
    }
  }
  const seen: string[] = [];
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const page = await searchOfficials({ scope: ALL, after, limit: 7 });
    for (const person of page.people) {
      seen.push(person.fullName);
      ids.add(person.id);
    }
    after = page.next;
  } while (after !== null);
  expect(ids.size).toBe(families.length * (given.length + 1));
  expect(seen).toEqual(
    [...seen].sort((a, b) => (sortNameOf(a) < sortNameOf(b) ? -1 : sortNameOf(a) > sortNameOf(b) ? 1 : 0)),
  );
  expect([...new Set(seen.map((name) => name.split(" ").at(-1)))]).toEqual([
    "An",
    "Ánh",
    "Ân",
    "Bình",
    "Bỉnh",
    "Dao",
    "Đào",
    "Lan",
    "Lân",
    "Tú",
    "Tư",
    "Từ",
    "Ý",
    "Yên",
  ]);
  expect(seen.slice(0, 3)).toEqual(["Dương Thị An", "Đặng Thị An", "Lê Thị An"]);
});

describe("a scope", () => {
  let mine: string, theirs: string;
  beforeEach(async () => {
    mine = await hired("Lê Thị Lan", desk);
    theirs = await hired("Lê Thị Lan", office);
  });

  test("shows its people and nobody else's, also when asked by id or past a page", async () => {
    const scope = ["AG/SNV"];
    expect((await searchOfficials({ scope })).people.map((person) => person.id)).toEqual([theirs]);
    expect((await searchOfficials({ scope, text: "lan" })).people.map((person) => person.id)).toEqual([theirs]);
    expect(await countOfficials({ scope, text: "lan" })).toEqual({ count: 1, more: false });
    expect(await findOfficial(db, { officialId: mine, scope })).toBeNull();
    expect((await findOfficial(db, { officialId: theirs, scope }))?.unitPath).toBe("AG/SNV/SNV-CCVC");
    const after = [mine, theirs].sort()[0]!;
    expect((await searchOfficials({ scope, after })).people.every((person) => person.id === theirs)).toBe(true);
    expect(await countPeople({ scope })).toBe(1);
  });

  test("that is empty shows nothing", async () => {
    expect(await searchOfficials({ scope: [] })).toEqual({ people: [], next: null });
    expect(await findOfficial(db, { officialId: mine, scope: [] })).toBeNull();
    expect(await findUnit(db, { code: "SNV", scope: [] })).toBeNull();
    expect(await unitsToChoose({ scope: [] })).toEqual([]);
    expect(await childrenWithPeople({ parentId: root.id, scope: [] })).toEqual([]);
    expect(await countPeople({ scope: [] })).toBe(0);
  });

  test("holds for units as for people", async () => {
    const scope = ["AG/SNV2"];
    expect(await findUnit(db, { code: "SNV", scope })).toBeNull();
    expect((await findUnit(db, { code: "SNV2-HCC", scope }))?.id).toBe(desk.id);
    expect((await breadcrumbTo(db, { path: desk.path, scope })).map((each) => each.code)).toEqual(["SNV2", "SNV2-HCC"]);
    expect((await unitsToChoose({ scope })).map((each) => each.code)).toEqual(["SNV2", "SNV2-HCC"]);
    expect((await unitsToChoose({ scope, text: "phục vụ" })).map((each) => each.code)).toEqual(["SNV2-HCC"]);
    expect((await childrenWithPeople({ parentId: root.id, scope })).map((each) => each.code)).toEqual(["SNV2"]);
    expect((await topUnitsWithPeople({ scope }))[0]).toMatchObject({
      code: "SNV2",
      people: 1,
      headcount: 0,
      childCount: 1,
    });
  });

  test("cannot be left by hiring into, or moving to, a unit outside", async () => {
    const scope = ["AG/SNV"];
    await expect(hire("Võ Văn An", desk, { scope })).rejects.toMatchObject({ code: "not-found" });
    const move = (officialId: string, toUnitId: string) =>
      inTransaction((tx) => moved(tx, { officialId, scope, toUnitId, positionTitle: "Kế toán", on: "2026-01-01" }));
    await expect(move(theirs, desk.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(move(mine, office.id)).rejects.toMatchObject({ code: "not-found" });
    expect([await headcount("SNV-CCVC"), await headcount("SNV2-HCC")]).toEqual([1, 1]);
  });
});
