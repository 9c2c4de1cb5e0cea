import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { readEvidencePage } from "~/domain/evaluation/evidence-store.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { openPeriod } from "~/use-cases/hr/evaluation-periods";
import { viewMyEvaluation } from "~/use-cases/learner/view-my-evaluation";
import { buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";
import { ACTOR, letSomeLearn, NOW, provinceWithCourse } from "../hr/province";

useDatabase();

/** Moved on 20 November; the course was finished on 12 November. */
const MOVED_ON = new Date("2026-11-20");
let periodId: string;
let moved: { id: string; from: string; to: string; toId: string };
let viewer: Viewer;

beforeAll(async () => {
  forgetVersions();
  await provinceWithCourse(120);
  await letSomeLearn({ everyBegins: 3, everyCompletes: 1, at: new Date("2026-11-12T02:00:00Z") });
  const opened = await openPeriod({
    actor: ACTOR,
    scope: ["AG"],
    unitCode: "AG",
    periodKind: "year",
    title: "Năm 2026",
    fromOn: "2026-01-01",
    toOn: "2026-12-31",
    cutOffOn: "2026-11-30",
    objectUntil: "2026-11-28",
    now: NOW,
  });
  if (opened.kind !== "opened") throw new Error(opened.kind);
  periodId = opened.periodId;
  const { officialId } = await db.completion.findFirstOrThrow({ orderBy: { id: "asc" } });
  const official = await db.official.findUniqueOrThrow({ where: { id: officialId }, include: { unit: true } });
  const elsewhere = await db.unit.findFirstOrThrow({
    where: {
      id: { not: official.unitId },
      NOT: { path: { startsWith: official.unit.path } },
      depth: official.unit.depth,
    },
    orderBy: { path: "asc" },
  });
  const open = await db.employment.findFirstOrThrow({ where: { officialId, validTo: null } });
  await db.employment.update({
    where: { id: open.id },
    data: { validFrom: new Date("2025-01-01"), validTo: MOVED_ON },
  });
  await db.employment.create({
    data: { officialId, unitId: elsewhere.id, positionTitle: "Chuyên viên", validFrom: MOVED_ON },
  });
  await db.official.update({ where: { id: officialId }, data: { unitId: elsewhere.id, positionTitle: "Chuyên viên" } });
  moved = { id: officialId, from: official.unit.path, to: elsewhere.path, toId: elsewhere.id };
  const root = await db.unit.findUniqueOrThrow({ where: { code: "AG" } });
  viewer = await buildViewer({ unit: root as never, roles: [{ role: "hr", unit: root as never }] });
}, 120_000);

async function partsSeenBy(scope: string) {
  const page = (await readEvidencePage(db, { periodId, scope: [scope], after: null, limit: 500, now: NOW }))!;
  return page.people.filter(({ officialId }) => officialId === moved.id);
}

describe("Somebody who was moved within a period (Decree 335/2025, article 21)", () => {
  test("stands in the old unit with what was finished there, on the days that were spent there", async () => {
    const [part, ...others] = await partsSeenBy(moved.from);
    expect(others).toEqual([]);
    expect(part!.unitPath).toBe(moved.from);
    expect(part!.rows.find(({ status }) => status === "completed")).toMatchObject({
      completedOn: "2026-11-12",
      partFrom: "2026-01-01",
      partTo: "2026-11-19",
    });
  });

  test("stands in the new unit from the first day there, and nothing is counted twice", async () => {
    const [part, ...others] = await partsSeenBy(moved.to);
    expect(others).toEqual([]);
    expect(part!.unitPath).toBe(moved.to);
    expect(part!.parts[0]!.from).toBe("2026-11-20");
    expect(part!.rows.filter(({ status }) => status === "completed")).toEqual([]);
  });

  test("reads both parts in their own extract, the very rows of the two units", async () => {
    const { official } = await ownView();
    const mine = await viewMyEvaluation({ official, periodId, now: NOW });
    const own = mine.people.flatMap(({ rows }) => rows);
    const theirs = [...(await partsSeenBy(moved.from)), ...(await partsSeenBy(moved.to))].flatMap(({ rows }) => rows);
    expect(own).toHaveLength(theirs.length);
    expect(own).toEqual(expect.arrayContaining(theirs));
  });
});

async function ownView(): Promise<OfficialViewer> {
  const row = await db.official.findUniqueOrThrow({ where: { id: moved.id }, include: { unit: true } });
  const { id, fullName, positionTitle, unit } = row;
  return {
    ...viewer,
    roles: [],
    official: { id, fullName, positionTitle, unitId: unit.id, unitName: unit.name, unitPath: unit.path },
  };
}
