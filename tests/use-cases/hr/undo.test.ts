import { beforeEach, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { listPosts } from "~/domain/organization/employment-store.server";
import { endUnit } from "~/domain/organization/unit-store.server";
import { db } from "~/platform/db.server";
import { viewUndo } from "~/use-cases/hr/undo-change";
import { withdrawAssignment } from "~/use-cases/hr/withdraw-assignment";
import { startCourse } from "~/use-cases/learner/start-course";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildLearner, buildOfficial, buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";
import {
  type Agency,
  agency,
  assign,
  countsOf,
  move,
  NOW,
  recordOf,
  TODAY,
  undo,
  wrongCounts,
} from "./staff-changes-case";

useDatabase();

const BEFORE = new Date("2026-11-22T03:00:00Z");

let at: Agency;
beforeEach(async () => {
  at = await agency();
});

const official = (id: string) => db.official.findUniqueOrThrow({ where: { id } });
const view = (officialId: string, viewer = at.hr) =>
  viewUndo({ viewer, officialId, scope: viewer.roles.map(({ unitPath }) => unitPath), now: NOW });
async function revisionOf(officialId: string): Promise<string> {
  const { answer } = await view(officialId);
  if (answer.kind === "refused") throw new Error(answer.reason);
  return answer.change.revision;
}
const turnOf = (officialId: string, course: { courseId: string }) =>
  db.enrolment.findFirst({ where: { officialId, courseId: course.courseId } });

describe("A transfer that is taken back", () => {
  test("never was: post, position and staff category are those before, and the trail alone keeps what it said", async () => {
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    const before = await listPosts(db, id);
    await move(at.hr, id, { unit: "P-B-VP", staffCategory: "cadre" }, { now: BEFORE });
    const { answer } = await view(id);
    expect(answer).toMatchObject({
      kind: "preview",
      staffCategory: "public_employee",
      change: { kind: "transfer", taken: { unitName: at.bOffice.name }, again: { unitName: at.aOffice.name } },
    });

    expect(await undo(at.hr, id)).toMatchObject({ kind: "undone", coursesTaken: 0, coursesGiven: 0, account: "none" });

    expect(await listPosts(db, id)).toEqual(before);
    expect(await official(id)).toMatchObject({
      unitId: at.aOffice.id,
      positionTitle: "Chuyên viên",
      staffCategory: "public_employee",
      leftOn: null,
      changedAt: NOW,
    });
    expect(await wrongCounts()).toEqual([]);
    expect(await db.auditEvent.findFirstOrThrow({ where: { action: "official.change-undone" } })).toMatchObject({
      unitPath: at.aOffice.path,
      before: {
        undone: "transfer",
        unit: at.bOffice.name,
        positionTitle: "Kế toán",
        staffCategory: "cadre",
        from: "2026-11-20",
        decisionNumber: "125/QĐ-SNV",
        decidedOn: "2026-11-18",
      },
      after: { unit: at.aOffice.name, staffCategory: "public_employee", reason: "Ghi nhầm người cùng tên" },
    });
  });

  test("takes along what was asked because of it and not begun, leaves what was, gives what is asked meanwhile", async () => {
    await assign(at.a, at.ofA);
    await assign(at.b, at.ofB);
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    const mai = await buildLearner(at.aOffice, "Lê Thị Mai");
    const units = [at.root, at.a, at.aOffice, at.b, at.bOffice];
    for (const { official: each } of [lan, mai]) await move(at.hr, each.id, { unit: "P-B-VP" }, { now: BEFORE });
    await startCourse({ officialId: mai.official.id, courseSlug: at.ofB.slug, now: BEFORE });
    // Assigned to the whole of A while both were listed in B.
    await assign(at.aOffice, at.ofA, "2026-12-01");
    expect(await countsOf(units, at.ofA)).toEqual(["4 1/0", "1 1/0", "1 1/0", "3 0/0", "3 0/0"]);
    expect(await countsOf(units, at.ofB)).toEqual(["4 3/0", "1 0/0", "1 0/0", "3 3/0", "3 3/0"]);

    const { answer } = await view(mai.official.id);
    expect(answer).toMatchObject({
      turns: { taken: [], stay: [{ courseTitle: "Khóa của B", progress: "begun" }], asked: [] },
      asked: [{ dueOn: "2026-12-01" }, { dueOn: "2026-12-15" }],
    });
    expect((await view(lan.official.id)).answer).toMatchObject({
      turns: { taken: [{ courseTitle: "Khóa của B" }], stay: [] },
    });
    expect(await undo(at.hr, lan.official.id)).toMatchObject({ coursesTaken: 1, coursesGiven: 1 });
    expect(await undo(at.hr, mai.official.id)).toMatchObject({ coursesTaken: 0, coursesGiven: 1 });

    expect(await turnOf(lan.official.id, at.ofB)).toBeNull();
    expect(await turnOf(mai.official.id, at.ofB)).toMatchObject({ required: false, dueOn: null, assignmentId: null });
    expect(await countsOf(units, at.ofA)).toEqual(["4 3/0", "3 3/0", "3 3/0", "1 0/0", "1 0/0"]);
    expect(await countsOf(units, at.ofB)).toEqual(["4 1/0", "3 0/0", "3 0/0", "1 1/0", "1 1/0"]);
    expect(await wrongCounts()).toEqual([]);
  });

  test("touches no fact: what was finished in the wrong unit is kept with its certificate and that unit's name", async () => {
    await assign(at.b, at.ofB);
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    await move(at.hr, lan.official.id, { unit: "P-B-VP" }, { now: BEFORE });
    const there = { ...lan, official: { ...lan.official, unitId: at.bOffice.id, unitPath: at.bOffice.path } };
    await readAllLessons(there, at.ofB.slug, NOW);
    const attemptId = await beginTest(there, at.ofB.slug, NOW);
    await answerAll(there, attemptId, true, NOW);
    await submitTest({ viewer: there, officialId: lan.official.id, attemptId, form: null, now: NOW });
    const before = await recordOf(lan.official.id);
    expect((await view(lan.official.id)).answer).toMatchObject({ turns: { stay: [{ progress: "completed" }] } });

    expect(await undo(at.hr, lan.official.id)).toMatchObject({ kind: "undone", coursesTaken: 0 });

    expect(await recordOf(lan.official.id)).toEqual(before);
    expect(await db.completion.findFirstOrThrow()).toMatchObject({ unitName: at.bOffice.name });
    expect(await countsOf([at.root, at.a, at.b], at.ofB)).toEqual(["3 2/1", "2 1/1", "1 1/0"]);
    expect(await wrongCounts()).toEqual([]);
  });

  test("hands a course that both units ask back to the one that asked first, with its day", async () => {
    await assign(at.a, at.ofA, "2026-12-20");
    await assign(at.b, at.ofA, "2026-12-05");
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    await assign(at.aOffice, at.ofA, "2026-12-18");
    const before = await turnOf(id, at.ofA);
    await move(at.hr, id, { unit: "P-B-VP" }, { now: new Date("2026-11-23T03:06:00Z") });
    expect(await turnOf(id, at.ofA)).toMatchObject({ dueOn: new Date("2026-12-05") });
    expect((await view(id)).answer).toMatchObject({ turns: { asked: [{ dueOn: "2026-12-18" }], taken: [] } });
    // Also when its day has passed in the meantime: it was owed before.
    expect(await undo(at.hr, id, { now: new Date("2026-12-19T02:00:00Z") })).toMatchObject({ kind: "undone" });
    expect(await turnOf(id, at.ofA)).toEqual(before);
    expect(await wrongCounts()).toEqual([]);
  });

  test("leaves nothing to do where the earlier assignment was withdrawn in between", async () => {
    await assign(at.b, at.ofA, "2026-12-05");
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    await assign(at.aOffice, at.ofA, "2026-12-18");
    await move(at.hr, id, { unit: "P-B-VP" }, { now: new Date("2026-11-23T03:06:00Z") });
    const first = await db.assignment.findFirstOrThrow({ where: { unitId: at.aOffice.id } });
    await withdrawAssignment({ actor: SYSTEM_ACTOR, scope: ["AG"], assignmentId: first.id, now: NOW });
    expect(await undo(at.hr, id)).toMatchObject({ coursesTaken: 1 });
    expect(await turnOf(id, at.ofA)).toBeNull();
    expect(await wrongCounts()).toEqual([]);
  });

  test("to another position only changes the position, and one after the other leads back to the first post", async () => {
    await assign(at.a, at.ofA);
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    const first = await listPosts(db, id);
    await move(at.hr, id, { unit: "P-A-VP", positionTitle: "Phó Chánh Văn phòng", from: "2026-11-10" });
    await move(at.hr, id, { unit: "P-B-VP" });
    expect(await undo(at.hr, id)).toMatchObject({ change: { again: { positionTitle: "Phó Chánh Văn phòng" } } });
    expect(await wrongCounts()).toEqual([]);
    expect(await undo(at.hr, id)).toMatchObject({ kind: "undone", coursesGiven: 0 });
    expect(await listPosts(db, id)).toEqual(first);
    expect(await undo(at.hr, id)).toEqual({ kind: "refused", reason: "nothing-to-undo" });
    expect(await wrongCounts()).toEqual([]);
    // Entered anew from the very day.
    expect(await move(at.hr, id, { unit: "P-B", from: "2026-11-10" })).toMatchObject({ kind: "done" });
  });

  test("needs both units within the scope and standing, and nobody takes their own back", async () => {
    const lan = await buildOfficial(at.aOffice, "Lê Thị Lan");
    await move(at.hr, lan.id, { unit: "P-B-VP" });
    await expect(undo(at.hrOfA, lan.id)).rejects.toMatchObject({ code: "not-found" });
    const hrOfB = await buildViewer({ unit: at.b, roles: [{ role: "hr", unit: at.b }] });
    const entry = await revisionOf(lan.id);
    expect(await undo(hrOfB, lan.id, { entry })).toEqual({ kind: "refused", reason: "other-unit-elsewhere" });
    const herself = { ...(await buildViewer({ unit: at.a, official: lan })), roles: at.hr.roles };
    expect(await undo(herself, lan.id, { entry })).toEqual({ kind: "refused", reason: "for-oneself" });
    const other = await db.official.findFirstOrThrow({ where: { unitId: at.aOffice.id } });
    await move(at.hr, other.id, { unit: "P-B-VP" });
    expect(await endUnit(db, { code: "P-A-VP", scope: ["AG"], validTo: TODAY })).toBe(true);
    expect(await undo(at.hr, lan.id, { entry })).toEqual({ kind: "refused", reason: "other-unit-dissolved" });
    expect(await db.employment.count({ where: { officialId: lan.id } })).toBe(2);
  });

  test("is the one that was shown: a later change refuses it, and of two at once one is made", async () => {
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    await move(at.hr, id, { unit: "P-B-VP", from: "2026-11-10" }, { now: BEFORE });
    const entry = await revisionOf(id);
    await move(at.hr, id, { unit: "P-B", from: "2026-11-20" });
    expect(await undo(at.hr, id, { entry })).toEqual({ kind: "refused", reason: "overtaken" });
    expect(await db.employment.count({ where: { officialId: id } })).toBe(3);

    const now = await revisionOf(id);
    const both = await Promise.all([undo(at.hr, id, { entry: now }), undo(at.hr, id, { entry: now })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["refused", "undone"]);
    expect(both.find(({ kind }) => kind === "refused")).toMatchObject({ reason: "overtaken" });
    expect(await db.employment.count({ where: { officialId: id } })).toBe(2);
    expect(await wrongCounts()).toEqual([]);
  });

  test("misses no course that is assigned or begun at the same moment, and every count is right", async () => {
    await assign(at.b, at.ofB);
    const learners = await Promise.all("abcdef".split("").map((each) => buildLearner(at.aOffice, `Lê Thị Số ${each}`)));
    for (const { official: each } of learners) await move(at.hr, each.id, { unit: "P-B-VP" }, { now: BEFORE });
    await Promise.all([
      ...learners.slice(0, 3).map(({ official: each }) => undo(at.hr, each.id)),
      assign(at.a, at.ofA),
      // Who begins what was taken away a moment before does not find it.
      ...learners.map(({ official: each }) =>
        startCourse({ officialId: each.id, courseSlug: at.ofB.slug, now: NOW }).catch(() => null),
      ),
      ...learners.slice(3).map(({ official: each }) => undo(at.hr, each.id)),
    ]);
    const ids = learners.map(({ official: each }) => each.id);
    const asked = await db.enrolment.count({
      where: { officialId: { in: ids }, courseId: at.ofA.courseId, required: true },
    });
    expect(asked).toBe(6);
    const duties = await db.enrolment.count({
      where: { officialId: { in: ids }, courseId: at.ofB.courseId, required: true },
    });
    expect(duties).toBe(0);
    expect(await countsOf([at.root, at.a, at.b], at.ofB)).toEqual(["8 1/0", "7 0/0", "1 1/0"]);
    expect(await wrongCounts()).toEqual([]);
  });
});
