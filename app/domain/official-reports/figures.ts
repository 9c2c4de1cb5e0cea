import type { EvidencePerson } from "../evaluation/evidence";
import { STAFF_CATEGORIES, type StaffCategory } from "../organization/staff-category";

/** Counts over lines of evidence. A person who was in two units in the period is counted in each. */
export interface Counts {
  people: number;
  /** Turns of mandatory learning. */
  required: number;
  completed: number;
  onTime: number;
  late: number;
  /** Not completed, and the last day was over. */
  overdue: number;
  underWay: number;
  certificates: number;
  contested: number;
}

export interface UnitFigures {
  name: string;
  counts: Counts;
}

export interface Figures {
  all: Counts;
  /** The units one step below the reporting one, and that one itself, in the order of the lines. */
  units: UnitFigures[];
  categories: { category: StaffCategory; counts: Counts }[];
  /** How many lines bear witness to a criterion, and of how many people. */
  criteria: { code: string; rows: number; people: number }[];
  /** In the order of their titles. */
  courses: { title: string; cycle: string; counts: Counts }[];
}

const none = (): Counts => ({
  people: 0,
  required: 0,
  completed: 0,
  onTime: 0,
  late: 0,
  overdue: 0,
  underWay: 0,
  certificates: 0,
  contested: 0,
});

/** Adds up lines as they are read: what stands in memory is a figure per unit, course and criterion. */
export function countFigures(unitPath: string) {
  const all = none();
  const units = new Map<string, UnitFigures>();
  const categories = new Map<StaffCategory, Counts>();
  const courses = new Map<string, { title: string; cycle: string; counts: Counts }>();
  const criteria = new Map<string, { code: string; rows: number; people: number }>();

  function add(person: EvidencePerson): void {
    const group = groupOf(person, unitPath);
    const unit = entry(units, group.path, () => ({ name: group.name, counts: none() }));
    const category = entry(categories, person.staffCategory, none);
    const seen = new Set<string>();
    for (const counts of [all, unit.counts, category]) {
      counts.people += 1;
      if (person.contested || person.rows.some(({ contested }) => contested)) counts.contested += 1;
    }
    for (const row of person.rows) {
      const key = `${row.courseTitle}\n${row.cycle}\n${row.courseSlug}`;
      const course = entry(courses, key, () => ({ title: row.courseTitle, cycle: row.cycle, counts: none() }));
      course.counts.people += 1;
      for (const counts of [all, unit.counts, category, course.counts]) {
        if (row.required) counts.required += 1;
        if (row.status === "completed") counts.completed += 1;
        if (row.status === "completed" && row.onTime === true) counts.onTime += 1;
        if (row.status === "completed" && row.onTime === false) counts.late += 1;
        if (row.status === "overdue") counts.overdue += 1;
        if (row.status === "in-progress" || row.status === "not-started") counts.underWay += 1;
        if (row.certificateSerial !== null) counts.certificates += 1;
      }
      for (const code of row.criteria) {
        const criterion = entry(criteria, code, () => ({ code, rows: 0, people: 0 }));
        criterion.rows += 1;
        if (!seen.has(code)) criterion.people += 1;
        seen.add(code);
      }
    }
  }

  function figures(): Figures {
    const inOrder = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
    return {
      all,
      units: inOrder(units),
      categories: STAFF_CATEGORIES.flatMap((category) => {
        const counts = categories.get(category);
        return counts ? [{ category, counts }] : [];
      }),
      criteria: inOrder(criteria),
      courses: inOrder(courses),
    };
  }

  return { add, figures };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) map.set(key, (found = make()));
  return found;
}

/** The unit under which a line is summed: one step below the reporting unit. Its name stands in the line itself. */
function groupOf(person: EvidencePerson, unitPath: string): { path: string; name: string } {
  const depth = unitPath.split("/").length;
  const steps = person.unitPath.split("/");
  if (steps.length <= depth) return { path: person.unitPath, name: person.unitName };
  const names = [...person.unitsAbove.split(" › ").filter((name) => name !== ""), person.unitName];
  return { path: steps.slice(0, depth + 1).join("/"), name: names[depth] ?? person.unitName };
}
