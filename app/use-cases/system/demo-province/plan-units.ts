import type { LocalDay } from "~/domain/time";
import { depthOf, unitCodeFrom, unitPathOf, type UnitKind } from "~/domain/organization/unit";
import { RURAL_COMMUNES, SCHOOL_NAMES, SPECIAL_ZONES, WARDS } from "./communes";
import { uuidFrom } from "./chance";
import { DEPARTMENTS, type DepartmentPlan } from "./departments";
import { HEALTH_SERVICES, HOSPITAL_TEAMS } from "./health-services";
import type { PostPlanName } from "./posts";

/** Which of the three groups of the establishment plan a unit's posts belong to. */
export type Block = "provincial" | "commune" | "public";

export interface PlannedUnit {
  id: string;
  parentId: string | null;
  code: string;
  name: string;
  kind: UnitKind;
  path: string;
  depth: number;
  position: number;
  validFrom: LocalDay;
  plan: PostPlanName;
  /** Other titles than the plan's, where an agency has its own. */
  head?: string;
  deputy?: string;
  block: Block;
  /** The usual number of people, before it is scaled. */
  usual: number;
}

const TWO_TIERS: LocalDay = "2025-07-01";
const LONG_AGO: LocalDay = "1996-01-01";
/** Hospitals of this weight and above have khoa and phòng. */
const LARGE_HOSPITAL = 6;
const HIGH_SCHOOLS = 60;
const POSTS_PER_SIZE = 26;
const POSTS_PER_HEALTH_WEIGHT = 60;

type Sketch = Pick<PlannedUnit, "code" | "name" | "kind" | "plan" | "block" | "usual"> &
  Partial<Pick<PlannedUnit, "head" | "deputy" | "validFrom">>;

/**
 * The units of the province: always the province, its agencies, and 102 communes with their parts; further public
 * service units (stations, upper secondary schools, schools of the communes) as long as the number allows.
 */
export function planUnits(input: { seed: string; units: number }): PlannedUnit[] {
  const planned: PlannedUnit[] = [];
  const childCount = new Map<string, number>();

  function add(parent: PlannedUnit | null, sketch: Sketch): PlannedUnit {
    const position = childCount.get(parent?.id ?? "") ?? 0;
    childCount.set(parent?.id ?? "", position + 1);
    const path = unitPathOf(parent?.path ?? null, sketch.code);
    const unit: PlannedUnit = {
      validFrom: TWO_TIERS,
      ...sketch,
      id: uuidFrom(`${input.seed}:unit:${sketch.code}`),
      parentId: parent?.id ?? null,
      path,
      depth: depthOf(path),
      position,
    };
    planned.push(unit);
    return unit;
  }

  const root = add(null, {
    code: "AG",
    name: "Ủy ban nhân dân tỉnh An Giang",
    kind: "province",
    plan: "province",
    block: "provincial",
    usual: 5,
  });
  const departments = new Map(DEPARTMENTS.map((department) => [department.code, addDepartment(add, root, department)]));
  addHealth(add, departments.get("SYT")!);
  const communes = addCommunes(add, root);

  for (const commune of communes) {
    if (planned.length >= input.units) break;
    add(commune, {
      code: `${commune.code}-TYT`,
      name: `Trạm Y tế ${lowerKind(commune.name)}`,
      kind: "station",
      plan: "station",
      block: "public",
      usual: 12,
      validFrom: LONG_AGO,
    });
  }
  for (let number = 1; number <= HIGH_SCHOOLS && planned.length < input.units; number++) {
    const name = SCHOOL_NAMES.high[(number - 1) % SCHOOL_NAMES.high.length]!;
    const place = bareName(communes[((number - 1) * 5) % communes.length]!.name);
    add(departments.get("SGDDT")!, {
      code: `SGDDT-THPT${String(number).padStart(2, "0")}`,
      name: `Trường THPT ${name} - ${place}`,
      kind: "school",
      plan: "high",
      block: "public",
      usual: 65,
      validFrom: LONG_AGO,
    });
  }
  for (let turn = 0; planned.length < input.units; turn++) {
    for (const commune of communes) {
      if (planned.length >= input.units) break;
      add(commune, communeSchool(commune, turn));
    }
  }
  return planned;
}

type Add = (parent: PlannedUnit | null, sketch: Sketch) => PlannedUnit;

function addDepartment(add: Add, root: PlannedUnit, plan: DepartmentPlan): PlannedUnit {
  const { code, name, head, deputy } = plan;
  const department = add(root, {
    code,
    name,
    kind: "department",
    plan: "department",
    head,
    deputy,
    block: "provincial",
    usual: 4,
  });
  for (const [ending, title] of plan.divisions) {
    const sort = title.startsWith("Văn phòng") ? "office" : title.startsWith("Chi cục") ? "branch" : "division";
    const named = title.startsWith("Ban ") ? { head: "Trưởng ban", deputy: "Phó Trưởng ban" } : {};
    add(department, {
      code: `${code}-${ending}`,
      name: title,
      kind: "division",
      plan: sort,
      block: "provincial",
      ...named,
      usual: (plan.size * POSTS_PER_SIZE) / plan.divisions.length,
    });
  }
  for (const [ending, title] of plan.services ?? []) {
    add(department, {
      code: `${code}-${ending}`,
      name: title,
      kind: "public_service_unit",
      plan: "service",
      block: "public",
      usual: 28,
      validFrom: LONG_AGO,
    });
  }
  return department;
}

function addHealth(add: Add, department: PlannedUnit): void {
  for (const [ending, name, weight] of HEALTH_SERVICES) {
    const all = weight * POSTS_PER_HEALTH_WEIGHT;
    const large = name.startsWith("Bệnh viện") && weight >= LARGE_HOSPITAL;
    const code = `SYT-${ending}`;
    const hospital = add(department, {
      code,
      name,
      kind: "public_service_unit",
      plan: "hospital",
      block: "public",
      usual: large ? 5 : all,
      validFrom: LONG_AGO,
    });
    if (!large) continue;
    for (const [teamEnding, team] of HOSPITAL_TEAMS) {
      const titles = team.startsWith("Phòng") ? { head: "Trưởng phòng", deputy: "Phó Trưởng phòng" } : {};
      add(hospital, {
        code: `${code}-${teamEnding}`,
        name: team,
        kind: "team",
        plan: "ward",
        block: "public",
        ...titles,
        usual: (all - 5) / HOSPITAL_TEAMS.length,
        validFrom: LONG_AGO,
      });
    }
  }
}

/** Phường, then đặc khu, then xã: each with the parts that Decree 150/2025/NĐ-CP names. */
function addCommunes(add: Add, root: PlannedUnit): PlannedUnit[] {
  const all = [
    ...WARDS.map((name) => ({ prefix: "P", sort: "Phường", name })),
    ...SPECIAL_ZONES.map((name) => ({ prefix: "DK", sort: "Đặc khu", name })),
    ...RURAL_COMMUNES.map((name) => ({ prefix: "X", sort: "Xã", name })),
  ];
  return all.map(({ prefix, sort, name }) => {
    const code = `${prefix}-${unitCodeFrom(name)}`;
    const commune = add(root, {
      code,
      name: `${sort} ${name}`,
      kind: "commune",
      plan: "commune",
      block: "commune",
      usual: 5,
    });
    const urban = prefix === "P" || name === "Phú Quốc";
    const part = (ending: string, title: string, plan: PostPlanName, usual: number) =>
      add(commune, { code: `${code}-${ending}`, name: title, kind: "division", plan, block: "commune", usual });
    part("VP", "Văn phòng HĐND và UBND", "communeOffice", 20);
    part("KT", urban ? "Phòng Kinh tế, Hạ tầng và Đô thị" : "Phòng Kinh tế", "communeEconomy", 19);
    part("VHXH", "Phòng Văn hóa - Xã hội", "communeCulture", 15);
    part("HCC", "Trung tâm Phục vụ hành chính công", "communeService", 15);
    return commune;
  });
}

const SCHOOL_TURNS = [
  { ending: "MN", title: "Trường Mầm non", plan: "kindergarten", names: SCHOOL_NAMES.kindergarten, usual: 24 },
  { ending: "TH", title: "Trường Tiểu học", plan: "primary", names: SCHOOL_NAMES.primary, usual: 27 },
  { ending: "THCS", title: "Trường THCS", plan: "secondary", names: SCHOOL_NAMES.secondary, usual: 34 },
] as const;

function communeSchool(commune: PlannedUnit, turn: number): Sketch {
  const sort = SCHOOL_TURNS[turn % SCHOOL_TURNS.length]!;
  const number = Math.floor(turn / SCHOOL_TURNS.length);
  const name = sort.names[(number + commune.position) % sort.names.length]!;
  // Names come round again in a commune with very many schools; a number then tells them apart, as it does in life.
  const again = Math.floor(number / sort.names.length);
  return {
    code: `${commune.code}-${sort.ending}${number + 1}`,
    name: `${sort.title} ${name}${again > 0 ? ` ${again + 1}` : ""} - ${bareName(commune.name)}`,
    kind: "school",
    plan: sort.plan,
    block: "public",
    usual: sort.usual,
    validFrom: LONG_AGO,
  };
}

/** "Phường Rạch Giá" → "Rạch Giá" */
function bareName(name: string): string {
  return name.replace(/^(Phường|Xã|Đặc khu) /, "");
}

/** "Phường Rạch Giá" → "phường Rạch Giá" */
function lowerKind(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
