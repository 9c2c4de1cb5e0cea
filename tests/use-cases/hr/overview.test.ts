import { beforeAll, describe, expect, test } from "vitest";
import { standingOf } from "~/domain/completion/learning-record";
import { listLearningRecords } from "~/domain/completion/learning-record-store.server";
import { courseVersion, forgetVersions } from "~/domain/courses/version-cache.server";
import { byAttention, type UnitCounts } from "~/domain/enrolment/unit-counts";
import { isOverdue } from "~/domain/time";
import { db } from "~/platform/db.server";
import { searchStaff } from "~/use-cases/hr/search-staff";
import { viewOverview } from "~/use-cases/hr/view-overview";
import { viewUnit } from "~/use-cases/hr/view-unit";
import { useDatabase } from "../../support/database";
import { letSomeLearn, NOW, provinceWithCourse } from "./province";

useDatabase();
const none = { status: null, text: "", after: null };

beforeAll(async () => {
  forgetVersions();
  await provinceWithCourse(900);
}, 120_000);

/** The plain rule: look at every person of the subtree, one after the other. */
async function straightCount(path: string, now: Date, own = false): Promise<UnitCounts> {
  const officials = await db.official.findMany({
    where: { leftOn: null },
    include: { unit: { select: { path: true } }, enrolments: true },
  });
  const counts: UnitCounts = { people: 0, required: 0, completed: 0, overdue: 0 };
  for (const { unit, enrolments } of officials) {
    if (unit.path !== path && (own || !unit.path.startsWith(`${path}/`))) continue;
    counts.people += 1;
    const turn = enrolments.find((each) => each.required);
    if (!turn) continue;
    counts.required += 1;
    if (turn.completedAt) counts.completed += 1;
    else if (isOverdue(turn.dueOn!.toISOString().slice(0, 10), now)) counts.overdue += 1;
  }
  return counts;
}

const pick = ({ people, required, completed, overdue }: UnitCounts): UnitCounts => ({
  people,
  required,
  completed,
  overdue,
});

async function compare(now: Date): Promise<void> {
  const view = await viewOverview({ scope: ["AG"], course: null, now });
  expect(view.totals).toEqual(await straightCount("AG", now));
  expect(view.rows.length).toBeGreaterThan(100);
  for (const row of view.rows.filter((each) => each.people > 0 || each.own).slice(0, 12)) {
    expect(pick(row), row.code).toEqual(await straightCount(row.own ? "AG" : `AG/${row.code}`, now, row.own));
  }
  expect([...view.rows].sort(byAttention)).toEqual(view.rows);
  const ward = await viewUnit({ scope: ["AG"], unitCode: "P-RACH-GIA", course: null, filter: none, now });
  expect(ward.totals).toEqual(await straightCount("AG/P-RACH-GIA", now));
  expect(pick(view.rows.find((row) => row.code === "P-RACH-GIA")!)).toEqual(ward.totals);
}

describe("the overview equals a straight count of the people", () => {
  test("before anybody has learnt", async () => {
    await compare(NOW);
    const { rows } = await viewOverview({ scope: ["AG"], course: null, now: NOW });
    expect(rows[0]!.code).toBe("P-RACH-GIA");
  });

  test("with completions, also after the last day of everybody", async () => {
    await letSomeLearn({ everyBegins: 3, everyCompletes: 4, at: new Date("2026-11-12T02:00:00Z") });
    await compare(NOW);
    const view = await viewOverview({ scope: ["AG"], course: null, now: NOW });
    expect(view.totals.completed).toBeGreaterThan(50);
    await compare(new Date("2026-12-20T02:00:00Z"));
  });

  test("a day is over at midnight in Vietnam, not before", async () => {
    const at = async (now: string) =>
      (await viewOverview({ scope: ["AG"], course: null, now: new Date(now) })).totals.overdue;
    const before = await at("2026-12-15T16:59:59Z");
    expect(await at("2026-12-15T17:00:00Z")).toBeGreaterThan(before);
  });
});

test("the list says of everybody what their record says", async () => {
  let after: string | null = null;
  let seen = 0;
  do {
    const view = await searchStaff({
      scope: ["AG"],
      unitCode: null,
      course: null,
      filter: { ...none, after },
      now: NOW,
    });
    for (const person of view.people.people.filter((_, index) => index % 10 === 0)) {
      const [record] = await listLearningRecords({ officialId: person.id });
      const standing = standingOf((await courseVersion(record!.versionId)).manifest, record!, NOW);
      expect(person.status).toBe(standing.overdue ? "overdue" : standing.status);
    }
    seen += view.people.people.length;
    after = view.people.next;
  } while (after);
  expect(seen).toBe(900);
});

test("each status is a list as long as its number, page by page, nobody twice", async () => {
  const { totals } = await viewOverview({ scope: ["AG"], course: null, now: NOW });
  const lengths: Record<string, number> = {};
  for (const status of ["overdue", "not-started", "in-progress", "completed", "not-asked"] as const) {
    const ids: string[] = [];
    let after: string | null = null;
    let found = 0;
    do {
      const view = await searchStaff({
        scope: ["AG"],
        unitCode: null,
        course: null,
        filter: { status, text: "", after },
        now: NOW,
      });
      ids.push(...view.people.people.map(({ id }) => id));
      found = view.found;
      after = view.people.next;
    } while (after);
    expect(new Set(ids).size).toBe(ids.length);
    expect(found).toBe(ids.length);
    lengths[status] = ids.length;
  }
  expect(lengths["overdue"]).toBe(totals.overdue);
  expect(lengths["completed"]).toBe(totals.completed);
  expect(Object.values(lengths).reduce((a, b) => a + b)).toBe(totals.people);
});

test("a head of a unit without subunits gets the people at once", async () => {
  const view = await viewOverview({ scope: ["AG/P-RACH-GIA/P-RACH-GIA-HCC"], course: null, now: NOW });
  expect(view.rows).toEqual([]);
  expect(view.people!.people.length).toBe(Math.min(view.totals.people, 50));
  expect(view.totals).toEqual(await straightCount("AG/P-RACH-GIA/P-RACH-GIA-HCC", NOW));
});

test("roles in two units give both as rows and one sum", async () => {
  const view = await viewOverview({ scope: ["AG/P-RACH-GIA", "AG/SYT"], course: null, now: NOW });
  expect(view.rows.map(({ code }) => code).sort()).toEqual(["P-RACH-GIA", "SYT"]);
  const [one, two] = [await straightCount("AG/P-RACH-GIA", NOW), await straightCount("AG/SYT", NOW)];
  expect(view.totals.people).toBe(one.people + two.people);
  expect(view.totals.overdue).toBe(one.overdue + two.overdue);
});
