import type { LocalDay } from "~/domain/time";
import { apportion } from "./apportion";
import { chanceFrom } from "./chance";
import { LEAST_PEOPLE } from "./key-people";
import { peopleOf, type GeneratedOfficial } from "./people";
import { planUnits, type Block, type PlannedUnit } from "./plan-units";

export type ProvinceSize = "demo" | "province";

export interface GeneratedUnit extends PlannedUnit {
  headcount: number;
}

export interface GeneratedProvince {
  units: GeneratedUnit[];
  people: number;
  /** Made as they are asked for, unit by unit, so that a whole province never stands in memory. */
  officials(): Generator<GeneratedOfficial>;
}

const DEFAULTS = { demo: { people: 400, units: 0 }, province: { people: 75_000, units: 2_500 } } as const;

/**
 * How a province's posts are shared out (An Giang 2025, People's Council of 26/09/2025: 2,589 provincial, 7,541 commune,
 * 60,290 in public service units), moved slightly so that with contract workers 86 % are viên chức.
 */
const BLOCK_SHARES: Record<Block, number> = { provincial: 0.033, commune: 0.092, public: 0.875 };

/** The demo keeps its people in these units, so that lists look like lists; all others stand and are empty. */
const DEMO_UNITS: Record<string, number> = {
  AG: 4,
  SNV: 4,
  "SNV-VP": 12,
  "SNV-CCVC": 13,
  "SNV-CCHC": 11,
  "SNV-TCBM": 11,
  "SGDDT-VP": 12,
  "SGDDT-TRH": 10,
  "SKHCN-CDS": 11,
  "P-RACH-GIA": 5,
  "P-RACH-GIA-VP": 19,
  "P-RACH-GIA-KT": 18,
  "P-RACH-GIA-VHXH": 15,
  "P-RACH-GIA-HCC": 15,
  "P-LONG-XUYEN": 5,
  "P-LONG-XUYEN-VP": 15,
  "P-LONG-XUYEN-KT": 16,
  "P-LONG-XUYEN-VHXH": 13,
  "P-LONG-XUYEN-HCC": 12,
  "DK-PHU-QUOC": 5,
  "DK-PHU-QUOC-VP": 13,
  "DK-PHU-QUOC-KT": 14,
  "DK-PHU-QUOC-VHXH": 11,
  "DK-PHU-QUOC-HCC": 11,
  "SYT-BVDKRG": 4,
  "SYT-BVDKRG-KKB": 18,
  "SYT-BVDKRG-KCC": 16,
  "SGDDT-THPT01": 26,
  "P-RACH-GIA-TYT": 9,
  "P-RACH-GIA-MN1": 19,
  "P-RACH-GIA-TH1": 23,
  "P-LONG-XUYEN-THCS1": 22,
};
/** Public service units that the demo needs beyond the province, its agencies and its communes. */
const DEMO_EXTRAS =
  /^(P-RACH-GIA-(TYT|MN1|TH1|THCS1)|P-LONG-XUYEN-(TYT|MN1|TH1|THCS1)|DK-PHU-QUOC-(TYT|TH1)|SGDDT-THPT0[1-3])$/;
const EXTRA = /-(TYT|THPT\d+|MN\d+|TH\d+|THCS\d+)$/;

/** The province, its agencies, 102 communes with their parts, a station in each, and the upper secondary schools. */
const ALWAYS = 900;

/** An invented An Giang after July 2025. The same input gives the same rows on every machine. */
export function generateProvince(input: {
  seed: string;
  size: ProvinceSize;
  today: LocalDay;
  people?: number;
  units?: number;
}): GeneratedProvince {
  const { seed, size, today } = input;
  const total = input.people ?? DEFAULTS[size].people;
  const planned = size === "demo" ? demoUnits(seed) : planUnits({ seed, units: input.units ?? unitsFor(total) });
  const chance = chanceFrom(`${seed}:sizes`);
  const usual = planned.map((unit) => {
    const base = size === "demo" ? (DEMO_UNITS[unit.code] ?? 0) : unit.usual;
    // No two schools are of one size; the leading people of a body are.
    return base > 6 && size === "province" ? base * (0.7 + chance.next() * 0.6) : base;
  });
  const heads = size === "demo" ? apportion(usual, total) : byBlocks(planned, usual, total);
  makeRoomForKeyPeople(planned, heads);
  const units = planned.map((unit, index) => ({ ...unit, headcount: heads[index]! }));
  return {
    units,
    people: total,
    *officials() {
      let firstNumber = 1;
      for (const unit of units) {
        yield* peopleOf({ seed, unit, size: unit.headcount, firstNumber, today });
        firstNumber += unit.headcount;
      }
    },
  };
}

/** The communes and agencies are the same whatever the number of people; stations and schools grow with it. */
function unitsFor(people: number): number {
  const { province } = DEFAULTS;
  return Math.round(ALWAYS + (people / province.people) * (province.units - ALWAYS));
}

function demoUnits(seed: string): PlannedUnit[] {
  // Enough that each commune has a station and the three sorts of schools, of which the demo keeps a few.
  return planUnits({ seed, units: DEFAULTS.province.units }).filter(
    (unit) => !EXTRA.test(unit.code) || DEMO_EXTRAS.test(unit.code),
  );
}

function byBlocks(planned: readonly PlannedUnit[], usual: readonly number[], total: number): number[] {
  const blocks = Object.keys(BLOCK_SHARES) as Block[];
  const shares = apportion(
    blocks.map((block) => BLOCK_SHARES[block]),
    total,
  );
  const heads = planned.map(() => 0);
  blocks.forEach((block, at) => {
    const parts = apportion(
      planned.map((unit, index) => (unit.block === block ? usual[index]! : 0)),
      shares[at]!,
    );
    parts.forEach((part, index) => (heads[index]! += part));
  });
  return heads;
}

/** In a very small province some office would have nobody: it gets its people from the largest unit. */
function makeRoomForKeyPeople(planned: readonly PlannedUnit[], heads: number[]): void {
  planned.forEach((unit, index) => {
    const lacking = (LEAST_PEOPLE[unit.code] ?? 0) - heads[index]!;
    if (lacking <= 0) return;
    heads[heads.indexOf(Math.max(...heads))]! -= lacking;
    heads[index]! += lacking;
  });
}
