import { foldName } from "~/domain/organization/names";
import type { StaffCategory } from "~/domain/organization/staff-category";
import { addDays, type LocalDay } from "~/domain/time";
import { chanceFrom, uuidFrom, type Chance } from "./chance";
import type { PlannedUnit } from "./plan-units";
import { POST_PLANS, postsFor, type Post, type PostPlan } from "./posts";
import { FAMILY_NAMES, GIVEN_NAMES, MIDDLE_NAMES } from "./vietnamese-names";

export interface GeneratedOfficial {
  id: string;
  staffNumber: string;
  fullName: string;
  staffCategory: StaffCategory;
  unitId: string;
  unitCode: string;
  positionTitle: string;
  rank: "head" | "deputy" | "staff";
  recruitedOn: LocalDay;
  /** When the present post was taken up. */
  postedOn: LocalDay;
  email: string | null;
  personalId: string;
}

type Sex = "female" | "male";
const YEAR = 365.25;
/** One in so many was taken on in the last half year. */
const NEWLY_RECRUITED = 0.04;
const SHARE_OF_WOMEN: Partial<Record<PlannedUnit["plan"], number>> = {
  kindergarten: 0.97,
  primary: 0.7,
  secondary: 0.62,
  high: 0.58,
  ward: 0.66,
  station: 0.6,
};

/** The people of one unit. Each unit has chance of its own, so that they can be made one unit after another. */
export function peopleOf(input: {
  seed: string;
  unit: PlannedUnit;
  size: number;
  firstNumber: number;
  today: LocalDay;
}): GeneratedOfficial[] {
  const { unit, today } = input;
  const chance = chanceFrom(`${input.seed}:people:${unit.code}`);
  const plan: PostPlan = POST_PLANS[unit.plan];
  const posts = postsFor(plan, input.size, (staff) => chance.pickWeighted(staff));
  return posts.map((post, index) => {
    const serial = input.firstNumber + index;
    const sex = sexFor(unit, post, chance);
    const fullName = nameFor(sex, chance);
    const rank = post === plan.head ? "head" : post === plan.deputy ? "deputy" : "staff";
    const recruitedOn = recruitedFor(rank !== "staff", today, chance);
    const born = Number(recruitedOn.slice(0, 4)) - chance.whole(22, 29);
    const staffNumber = `AG${String(serial).padStart(6, "0")}`;
    return {
      id: uuidFrom(`${input.seed}:official:${staffNumber}`),
      staffNumber,
      fullName,
      staffCategory: post.category,
      unitId: unit.id,
      unitCode: unit.code,
      positionTitle: (rank === "staff" ? null : unit[rank]) ?? post.title,
      rank,
      recruitedOn,
      postedOn: recruitedOn > unit.validFrom ? recruitedOn : unit.validFrom,
      email: chance.happens(0.6) ? emailFor(fullName, serial) : null,
      personalId: personalIdFor(sex, born, serial),
    };
  });
}

function sexFor(unit: PlannedUnit, post: Post, chance: Chance): Sex {
  const ofWomen = /^Lái xe|bảo vệ$/.test(post.title)
    ? 0.02
    : /mầm non|Hộ sinh|phục vụ|nuôi dưỡng/.test(post.title)
      ? 0.97
      : (SHARE_OF_WOMEN[unit.plan] ?? 0.45);
  return chance.happens(ofWomen) ? "female" : "male";
}

function nameFor(sex: Sex, chance: Chance): string {
  const family = chance.pickWeighted(FAMILY_NAMES);
  const given = chance.pickWeighted(GIVEN_NAMES[sex]);
  let middle = chance.pickWeighted(MIDDLE_NAMES[sex]);
  // Nobody is called "Trần Ngọc Ngọc".
  while (middle.split(" ").includes(given)) {
    middle = chance.pickWeighted(MIDDLE_NAMES[sex]);
  }
  return `${family} ${middle} ${given}`;
}

function recruitedFor(leads: boolean, today: LocalDay, chance: Chance): LocalDay {
  if (!leads && chance.happens(NEWLY_RECRUITED)) return addDays(today, -chance.whole(3, 180));
  const years = leads ? 8 + chance.next() * 22 : 0.5 + chance.next() * 29.5;
  return addDays(today, -Math.round(years * YEAR));
}

/** `.example` belongs to nobody (RFC 2606): no message of the demo can reach a person. */
function emailFor(fullName: string, serial: number): string {
  const words = foldName(fullName).split(" ");
  const initials = words
    .slice(0, -1)
    .map((word) => word[0])
    .join("");
  return `${words.at(-1)}.${initials}${serial}@angiang.example`;
}

/**
 * Twelve digits in the form of a personal ID (place, sex and century, year of birth, number), but of place "000", which
 * no province has: it is nobody's.
 */
function personalIdFor(sex: Sex, born: number, serial: number): string {
  const century = (born >= 2000 ? 2 : 0) + (sex === "female" ? 1 : 0);
  const number = (serial * 700_001 + 123_457) % 1_000_000;
  return `000${century}${String(born % 100).padStart(2, "0")}${String(number).padStart(6, "0")}`;
}
