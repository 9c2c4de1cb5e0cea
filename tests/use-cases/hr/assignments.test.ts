import { beforeEach, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import { db, inTransaction } from "~/platform/db.server";
import { assignCourse, previewAssignment } from "~/use-cases/hr/assign-course";
import { enrolJoiner } from "~/use-cases/hr/enrol-joiner";
import { listAssignments } from "~/use-cases/hr/list-assignments";
import { viewOverview } from "~/use-cases/hr/view-overview";
import { withdrawAssignment } from "~/use-cases/hr/withdraw-assignment";
import { buildOfficial, buildUnit } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const now = new Date("2026-11-23T03:05:00Z");
const actor = SYSTEM_ACTOR;
const scope = ["AG"];
let root: UnitNode, ward: UnitNode, desk: UnitNode;
let slug: string;
let mai: string, an: string;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  root = await buildUnit({ code: "AG" });
  ward = await buildUnit({ code: "P-A", parent: root });
  desk = await buildUnit({ code: "P-A-HCC", parent: ward });
  mai = (await buildOfficial(desk, "Lê Thị Mai")).id;
  an = (await buildOfficial(root, "Trần Văn An")).id;
  ({ slug } = await publishSmallCourse());
});

const assign = (unitCode: string, dueOn: string) =>
  assignCourse({ actor, scope, courseSlug: slug, unitCode, dueOn, note: null, now });
async function assigned(unitCode: string, dueOn: string): Promise<string> {
  const answer = await assign(unitCode, dueOn);
  if (answer.kind === "refused") throw new Error(answer.reason);
  return answer.assignmentId;
}
const turnOf = (officialId: string) => db.enrolment.findFirst({ where: { officialId } });
const dueOf = async (officialId: string) => (await turnOf(officialId))?.dueOn?.toISOString().slice(0, 10) ?? null;
const totals = async () => (await viewOverview({ scope, course: null, now })).totals;

test("whom it concerns is said before, and is who gets it", async () => {
  const answer = await previewAssignment({ scope, courseSlug: slug, unitCode: "P-A", dueOn: "2026-12-15", now });
  expect(answer).toMatchObject({
    kind: "preview",
    preview: { audience: { people: 1, completed: 0, askedBefore: 0 }, newlyAsked: 1 },
  });
  expect(await db.assignment.count()).toBe(0);
  await assigned("P-A", "2026-12-15");
  expect(await totals()).toEqual({ people: 2, required: 1, completed: 0, overdue: 0 });
});

test("a day that is over is refused, today is not", async () => {
  expect(await assign("AG", "2026-11-22")).toEqual({ kind: "refused", reason: "due-in-the-past" });
  expect(await assign("AG", "2062-12-31")).toEqual({ kind: "refused", reason: "due-too-far" });
  expect(await assign("AG", "2026-11-23")).toMatchObject({ kind: "assigned", people: 2 });
});

test("assigning twice is refused and says since when; pressing twice at once makes one", async () => {
  const answers = await Promise.all([
    assign("AG", "2026-12-15"),
    assign("AG", "2026-12-15"),
    assign("AG", "2026-12-15"),
  ]);
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["assigned", "refused", "refused"]);
  expect(await assign("AG", "2026-12-31")).toEqual({
    kind: "refused",
    reason: "already-assigned",
    dueOn: "2026-12-15",
  });
  expect(await db.assignment.count()).toBe(1);
});

test("an earlier day tightens, a wider later one does not loosen", async () => {
  await assigned("P-A", "2026-12-15");
  await assigned("P-A", "2026-12-01");
  await assigned("AG", "2026-12-31");
  expect([await dueOf(mai), await dueOf(an)]).toEqual(["2026-12-01", "2026-12-31"]);
  expect((await totals()).required).toBe(2);
});

test("withdrawing frees who has not begun, keeps the progress of who has, and leaves completions alone", async () => {
  const id = await assigned("AG", "2026-12-15");
  await db.enrolment.updateMany({ where: { officialId: mai }, data: { startedAt: now } });
  expect(await withdrawAssignment({ actor, scope, assignmentId: id, now })).toMatchObject({ kind: "withdrawn" });
  expect(await turnOf(an)).toBeNull();
  expect(await turnOf(mai)).toMatchObject({ required: false, dueOn: null, startedAt: now });
  expect(await totals()).toEqual({ people: 2, required: 0, completed: 0, overdue: 0 });
  expect(await withdrawAssignment({ actor, scope, assignmentId: id, now })).toEqual({
    kind: "refused",
    reason: "already-withdrawn",
  });
  const list = await listAssignments({ scope, now });
  expect([list.own.length, list.withdrawn.length]).toEqual([0, 1]);
  expect(await db.auditEvent.count({ where: { action: "assignment.withdrawn" } })).toBe(1);
});

test("who is asked by another assignment too is asked by that one afterwards", async () => {
  await assigned("AG", "2026-12-31");
  const stricter = await assigned("P-A", "2026-12-01");
  expect(await dueOf(mai)).toBe("2026-12-01");
  await withdrawAssignment({ actor, scope, assignmentId: stricter, now });
  expect(await dueOf(mai)).toBe("2026-12-31");
  expect((await turnOf(mai))!.required).toBe(true);
  expect((await totals()).required).toBe(2);
});

test("an assignment from above is seen, with the own numbers only, and cannot be withdrawn from below", async () => {
  const id = await assigned("AG", "2026-12-15");
  const list = await listAssignments({ scope: ["AG/P-A"], now });
  expect(list.own).toEqual([]);
  expect(list.fromAbove).toMatchObject([{ id, required: 1, completed: 0, assignedBy: null }]);
  await expect(withdrawAssignment({ actor, scope: ["AG/P-A"], assignmentId: id, now })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("who joins gets what is asked in the unit and above it, once", async () => {
  await assigned("AG", "2026-12-31");
  await assigned("P-A", "2026-12-01");
  const joiner = (await buildOfficial(desk, "Nguyễn Mới")).id;
  const join = () => inTransaction((tx) => enrolJoiner(tx, { officialId: joiner, unitPath: desk.path, now }));
  await join();
  await join();
  expect(await dueOf(joiner)).toBe("2026-12-01");
  expect(await db.enrolment.count({ where: { officialId: joiner } })).toBe(1);
  expect(await totals()).toEqual({ people: 3, required: 3, completed: 0, overdue: 0 });
});

test("an assignment outside the scope is not found", async () => {
  await expect(
    assignCourse({ actor, scope: ["AG/P-A"], courseSlug: slug, unitCode: "AG", dueOn: "2026-12-15", note: null, now }),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(
    assignCourse({ actor, scope, courseSlug: "khong-co", unitCode: "AG", dueOn: "2026-12-15", note: null, now }),
  ).rejects.toMatchObject({ code: "not-found" });
});
