import { describe, expect, test } from "vitest";
import { isPersonalId } from "~/domain/organization/personal-id";
import { isUnitCode } from "~/domain/organization/unit";
import { addDays } from "~/domain/time";
import { apportion } from "~/use-cases/system/demo-province/apportion";
import { generateProvince } from "~/use-cases/system/demo-province/generate-province";
import { KEY_PEOPLE, withKeyPeople } from "~/use-cases/system/demo-province/key-people";

const TODAY = "2026-11-23";
const make = (size: "demo" | "province", people?: number, seed = "s") => {
  const province = generateProvince({ seed, size, people, today: TODAY });
  return { units: province.units, officials: [...province.officials()] };
};

// Made once: the largest takes more than a second.
const whole = make("province");

describe.each([
  ["the demo", make("demo"), 400],
  ["a province of 1,500", make("province", 1_500), 1_500],
  ["a province of 7,500", make("province", 7_500), 7_500],
  ["the whole province", whole, 75_000],
] as const)("%s", (_name, { units, officials }, people) => {
  test("has 85 xã, 14 phường and 3 đặc khu, and no tier between them and the province", () => {
    const communes = units.filter((unit) => unit.kind === "commune");
    const count = (sort: string) => communes.filter((unit) => unit.name.startsWith(`${sort} `)).length;
    expect([communes.length, count("Xã"), count("Phường"), count("Đặc khu")]).toEqual([102, 85, 14, 3]);
    expect(communes.every((unit) => unit.depth === 1)).toBe(true);
    expect(units.filter((unit) => /huyện|quận|thị xã|thị trấn|thành phố/i.test(unit.name))).toEqual([]);
  });

  test("gives each commune the parts of Decree 150/2025", () => {
    for (const commune of units.filter((unit) => unit.kind === "commune")) {
      const parts = units
        .filter((unit) => unit.parentId === commune.id && unit.kind === "division")
        .map((unit) => unit.name);
      const urban = /^Phường|Phú Quốc$/.test(commune.name);
      expect(parts).toEqual([
        "Văn phòng HĐND và UBND",
        urban ? "Phòng Kinh tế, Hạ tầng và Đô thị" : "Phòng Kinh tế",
        "Phòng Văn hóa - Xã hội",
        "Trung tâm Phục vụ hành chính công",
      ]);
    }
  });

  test("hangs every unit below its parent, with a code of its own", () => {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    expect(byId.size).toBe(units.length);
    expect(new Set(units.map((unit) => unit.code)).size).toBe(units.length);
    expect(units.filter((unit) => unit.parentId === null).map((unit) => unit.path)).toEqual(["AG"]);
    for (const unit of units) {
      expect(isUnitCode(unit.code)).toBe(true);
      const parent = unit.parentId === null ? null : byId.get(unit.parentId)!;
      expect(unit.path).toBe(parent ? `${parent.path}/${unit.code}` : unit.code);
    }
    const siblings = units.map((unit) => `${unit.parentId}:${unit.name}`);
    expect(new Set(siblings).size).toBe(siblings.length);
  });

  test("has everybody in a unit, and counts them there", () => {
    expect(officials).toHaveLength(people);
    const heads = new Map<string, number>();
    for (const official of officials) heads.set(official.unitId, (heads.get(official.unitId) ?? 0) + 1);
    expect([...heads.keys()].every((id) => units.some((unit) => unit.id === id))).toBe(true);
    expect(units.filter((unit) => (heads.get(unit.id) ?? 0) !== unit.headcount)).toEqual([]);
  });

  test("gives nobody another's number", () => {
    for (const field of ["id", "staffNumber", "personalId"] as const) {
      expect(new Set(officials.map((official) => official[field])).size).toBe(people);
    }
    // Of place "000", which no province has: nobody real is named.
    expect(
      officials.every((official) => isPersonalId(official.personalId) && official.personalId.startsWith("000")),
    ).toBe(true);
    const mails = officials.flatMap((official) => official.email ?? []);
    expect(new Set(mails).size).toBe(mails.length);
    expect(mails.every((mail) => /^[a-z]+\.[a-z]+\d+@angiang\.example$/.test(mail))).toBe(true);
  });

  test("recruited people over thirty years, some of them lately, nobody tomorrow", () => {
    const days = officials.map((official) => official.recruitedOn).sort();
    expect(days.at(-1)! < TODAY).toBe(true);
    expect(days[0]! > addDays(TODAY, -31 * 366)).toBe(true);
    expect(days[0]! < addDays(TODAY, -25 * 365)).toBe(true);
    const lately = days.filter((day) => day >= addDays(TODAY, -180)).length / people;
    expect(lately).toBeGreaterThan(0.01);
    expect(lately).toBeLessThan(0.07);
    expect(officials.every((official) => official.postedOn >= official.recruitedOn)).toBe(true);
  });

  test("has one head in each unit with people, and the five whom everybody meets", () => {
    const heads = officials.filter((official) => official.rank === "head").map((official) => official.unitId);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.length).toBe(units.filter((unit) => unit.headcount > 0).length);
    const found = [...withKeyPeople(officials, TODAY)].filter((official) => official.key !== null);
    expect(found.map((official) => official.key!.identifier).sort()).toEqual(
      KEY_PEOPLE.map((key) => key.identifier).sort(),
    );
    expect(found.find((official) => official.key!.identifier === "hocvien")!.recruitedOn).toBe("2026-11-02");
  });
});

test("the same seed makes the same province, another seed another one", () => {
  expect(make("demo")).toEqual(make("demo"));
  expect(make("province", 2_000)).toEqual(make("province", 2_000));
  expect(make("demo", undefined, "other").officials.map((official) => official.fullName)).not.toEqual(
    make("demo").officials.map((official) => official.fullName),
  );
});

test("in the whole province 86 % are viên chức, as in An Giang in 2025", () => {
  const { units, officials } = whole;
  const share = (category: string) =>
    officials.filter((official) => official.staffCategory === category).length / officials.length;
  expect(share("public_employee")).toBeGreaterThan(0.85);
  expect(share("public_employee")).toBeLessThan(0.87);
  expect(share("civil_servant") + share("cadre")).toBeGreaterThan(0.11);
  expect(share("cadre")).toBeGreaterThan(0.004);
  expect(share("contract_worker")).toBeGreaterThan(0.005);
  expect(units.length).toBe(2_500);
  expect(units.filter((unit) => unit.headcount === 0)).toEqual([]);
});

test("the demo keeps its people in a few units, so that lists look like lists", () => {
  const filled = make("demo").units.filter((unit) => unit.headcount > 0);
  expect(filled.length).toBeLessThan(40);
  expect(filled.filter((unit) => unit.headcount >= 9).length).toBeGreaterThan(20);
});

test("teachers teach in schools, and nurses nurse where people are ill", () => {
  const { units, officials } = make("province", 7_500);
  const kind = new Map(units.map((unit) => [unit.id, unit]));
  for (const { positionTitle, unitId } of officials) {
    if (/^Giáo viên|Hiệu trưởng/.test(positionTitle)) expect(kind.get(unitId)!.kind).toBe("school");
    if (/Điều dưỡng|Bác sĩ/.test(positionTitle)) expect(kind.get(unitId)!.path).toMatch(/SYT|TYT/);
  }
});

test("shares add up to the whole, and weight nothing gets nothing", () => {
  expect(apportion([1, 1, 1], 10)).toEqual([4, 3, 3]);
  expect(apportion([0, 5, 0], 7)).toEqual([0, 7, 0]);
  expect(apportion([0, 0], 7)).toEqual([0, 0]);
});
