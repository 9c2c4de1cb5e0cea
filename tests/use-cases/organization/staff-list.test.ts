import { beforeEach, describe, expect, test } from "vitest";
import { countOfficials, searchOfficials } from "~/domain/organization/official-search-store.server";
import { createOfficial, findOfficial, PERSONAL_ID, transferOfficial, type OfficialCreated } from "~/domain/organization/official-store.server";
import {
  breadcrumbTo,
  childrenWithPeople,
  countPeople,
  createUnit,
  endUnit,
  findUnit,
  namesDownTo,
  topUnitsWithPeople,
  unitsToChoose,
} from "~/domain/organization/unit-store.server";
import { sortNameOf } from "~/domain/organization/names";
import type { UnitKind, UnitNode } from "~/domain/organization/unit";
import { db, inTransaction } from "~/platform/db.server";
import { keyedHash, openText, sealText } from "~/platform/sealed.server";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const ALL = ["AG"];
let root: UnitNode, home: UnitNode, office: UnitNode, ward: UnitNode, desk: UnitNode;
let nextNumber = 1;

async function unit(code: string, name: string, kind: UnitKind, parent: UnitNode | null): Promise<UnitNode> {
  const answer = await createUnit(db, { code, name, kind, parent, validFrom: "2025-07-01" });
  if (answer.kind !== "created") throw new Error(answer.reason);
  return answer.unit;
}

function hire(fullName: string, into: UnitNode, more: Partial<Parameters<typeof createOfficial>[1]> = {}): Promise<OfficialCreated> {
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

async function hired(fullName: string, into: UnitNode, more = {}): Promise<string> {
  const answer = await hire(fullName, into, more);
  if (answer.kind !== "created") throw new Error(answer.reason);
  return answer.officialId;
}

const names = async (input: Parameters<typeof searchOfficials>[0]) => (await searchOfficials(input)).people.map((person) => person.fullName);
const headcount = async (code: string) => (await findUnit(db, { code, scope: ALL }))!.headcount;

beforeEach(async () => {
  await truncateAll();
  root = await unit("AG", "Ủy ban nhân dân tỉnh An Giang", "province", null);
  home = await unit("SNV", "Sở Nội vụ", "department", root);
  office = await unit("SNV-CCVC", "Phòng Công chức, viên chức", "division", home);
  // A code that begins like another one: a prefix of the path must not be mistaken for a parent.
  ward = await unit("SNV2", "Phường Rạch Giá", "commune", root);
  desk = await unit("SNV2-HCC", "Trung tâm Phục vụ hành chính công", "division", ward);
});

describe("a name is found", () => {
  beforeEach(async () => {
    await hired("Đặng Thị Mỹ", office);
    await hired("Nguyễn Văn Nhàn", office);
    await hired("Trần Mỹ Đăng", desk);
  });

  test.each(["dang my", "đặng mỹ", "my dang", "  ĐẶNG   mỹ"])("without diacritics, words in any order: %j", async (text) => {
    expect(await names({ scope: ALL, text })).toEqual(["Trần Mỹ Đăng", "Đặng Thị Mỹ"]);
    expect(await countOfficials({ scope: ALL, text })).toEqual({ count: 2, more: false });
    expect(await countOfficials({ scope: ALL, text, atMost: 1 })).toEqual({ count: 1, more: true });
  });

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
  expect(seen).toEqual([...seen].sort((a, b) => (sortNameOf(a) < sortNameOf(b) ? -1 : sortNameOf(a) > sortNameOf(b) ? 1 : 0)));
  expect([...new Set(seen.map((name) => name.split(" ").at(-1)))]).toEqual(
    ["An", "Ánh", "Ân", "Bình", "Bỉnh", "Dao", "Đào", "Lan", "Lân", "Tú", "Tư", "Từ", "Ý", "Yên"],
  );
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
    expect((await topUnitsWithPeople({ scope }))[0]).toMatchObject({ code: "SNV2", people: 1, headcount: 0, childCount: 1 });
  });

  test("cannot be left by hiring into, or moving to, a unit outside", async () => {
    const scope = ["AG/SNV"];
    await expect(hire("Võ Văn An", desk, { scope })).rejects.toMatchObject({ code: "not-found" });
    const move = (officialId: string, toUnitId: string) =>
      inTransaction((tx) => transferOfficial(tx, { officialId, scope, toUnitId, positionTitle: "Kế toán", on: "2026-01-01" }));
    await expect(move(theirs, desk.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(move(mine, office.id)).rejects.toMatchObject({ code: "not-found" });
    expect([await headcount("SNV-CCVC"), await headcount("SNV2-HCC")]).toEqual([1, 1]);
  });
});

describe("a transfer", () => {
  test("moves the headcount, closes one employment and opens the next", async () => {
    const officialId = await hired("Phan Thị Loan", office);
    const answer = await inTransaction((tx) =>
      transferOfficial(tx, { officialId, scope: ALL, toUnitId: desk.id, positionTitle: "Phó Giám đốc Trung tâm", on: "2026-03-01" }),
    );
    expect(answer).toMatchObject({ kind: "transferred", from: { unitPath: office.path }, to: { unitPath: desk.path } });
    expect([await headcount("SNV-CCVC"), await headcount("SNV2-HCC")]).toEqual([0, 1]);
    const posts = await db.$queryRaw`SELECT unit_id AS unit, valid_from::text AS "from", valid_to::text AS "to" FROM employment ORDER BY valid_from`;
    expect(posts).toEqual([
      { unit: office.id, from: "2025-07-01", to: "2026-03-01" },
      { unit: desk.id, from: "2026-03-01", to: null },
    ]);
    expect(await findOfficial(db, { officialId, scope: ALL })).toMatchObject({ unitCode: "SNV2-HCC", positionTitle: "Phó Giám đốc Trung tâm" });
  });

  test("that changes nothing, or lies before the present post, is refused", async () => {
    const officialId = await hired("Phan Thị Loan", office);
    const move = (input: { toUnitId: string; on: string; positionTitle?: string }) =>
      inTransaction((tx) => transferOfficial(tx, { officialId, scope: ALL, positionTitle: "Chuyên viên", ...input }));
    expect(await move({ toUnitId: office.id, on: "2026-03-01" })).toEqual({ kind: "refused", reason: "nothing-changes" });
    expect(await move({ toUnitId: desk.id, on: "2025-06-30" })).toEqual({ kind: "refused", reason: "before-current-post" });
    expect(await move({ toUnitId: office.id, on: "2026-03-01", positionTitle: "Trưởng phòng" })).toMatchObject({ kind: "transferred" });
    expect(await headcount("SNV-CCVC")).toBe(1);
  });

  test("twenty of them at once, crossing each other, end with the right counts", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, index) => hired(`Lê Văn Số ${"abcdefghij"[index % 10]}`, index % 2 ? office : desk)));
    await Promise.all(
      people.map((officialId, index) =>
        inTransaction((tx) =>
          transferOfficial(tx, { officialId, scope: ALL, toUnitId: (index % 2 ? desk : office).id, positionTitle: "Kế toán", on: "2026-01-01" }),
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
    expect(await namesDownTo(db, office.path)).toEqual(["Ủy ban nhân dân tỉnh An Giang", "Sở Nội vụ", "Phòng Công chức, viên chức"]);
  });

  test("refuses a number that somebody has, and counts nobody for it", async () => {
    await hired("Lê Thị Lan", office, { staffNumber: "AG9", personalId: "000190000001" });
    expect(await hire("Võ Thị Hà", office, { staffNumber: "AG9" })).toEqual({ kind: "refused", reason: "staff-number-taken" });
    expect(await hire("Võ Thị Hà", office, { personalId: "000 190 000 001" })).toEqual({ kind: "refused", reason: "personal-id-taken" });
    expect(await hire("Võ Thị Hà", office, { personalId: "123" })).toEqual({ kind: "refused", reason: "personal-id-invalid" });
    expect(await headcount("SNV-CCVC")).toBe(1);
  });

  test("keeps the personal ID sealed: no column shows more than its last three digits", async () => {
    const officialId = await hired("Lê Thị Lan", office, { personalId: "000190000123" });
    const row = await db.official.findUniqueOrThrow({ where: { id: officialId } });
    expect(JSON.stringify(await db.$queryRaw`SELECT o.*, encode(personal_id_sealed, 'escape') AS e FROM official o`)).not.toContain("000190000123");
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
  expect(await createUnit(db, { code: "SNV", name: "Khác", kind: "department", parent: root, validFrom: "2026-01-01" })).toEqual({
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
