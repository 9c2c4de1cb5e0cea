import { beforeEach, describe, expect, test, vi } from "vitest";
import { listStaff } from "~/domain/enrolment/staff-list-store.server";
import { lockStandings, recountUnits } from "~/domain/enrolment/standing-store.server";
import { listPosts } from "~/domain/organization/employment-store.server";
import { transferOfficial } from "~/domain/organization/transfer-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { previewPost } from "~/use-cases/hr/transfer-official";
import { viewMyRecord } from "~/use-cases/learner/view-my-record";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildLearner, buildOfficial, buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";
import { type Agency, agency, assign, countsOf, move, NOW, recordOf, TODAY, wrongCounts } from "./staff-changes-case";

useDatabase();

let at: Agency;
beforeEach(async () => {
  at = await agency();
});

describe("A transfer", () => {
  test("closes the post on the day before, opens the next by its decision, and shows where the person was when", async () => {
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    expect(await move(at.hr, lan.official.id, { unit: "P-B-VP" })).toMatchObject({
      kind: "done",
      unitName: at.bOffice.name,
    });
    expect(await db.official.findUniqueOrThrow({ where: { id: lan.official.id } })).toMatchObject({
      unitId: at.bOffice.id,
      positionTitle: "Kế toán",
      changedAt: NOW,
    });
    const posts = [
      {
        unitName: at.bOffice.name,
        positionTitle: "Kế toán",
        from: "2026-11-20",
        lastDay: null,
        decision: { number: "125/QĐ-SNV", decidedOn: "2026-11-18" },
        end: null,
      },
      {
        unitName: at.aOffice.name,
        positionTitle: "Chuyên viên",
        from: "2026-11-01",
        lastDay: "2026-11-19",
        decision: null,
        end: null,
      },
    ];
    expect(await listPosts(db, lan.official.id)).toEqual(posts);
    const there = { ...lan.official, unitId: at.bOffice.id, unitPath: at.bOffice.path };
    expect((await viewMyRecord({ official: there, now: NOW })).posts).toEqual(posts);
    expect(await db.auditEvent.findFirstOrThrow({ where: { action: "official.transferred" } })).toMatchObject({
      unitPath: at.bOffice.path,
      before: { unit: at.aOffice.name, positionTitle: "Chuyên viên" },
      after: { unit: at.bOffice.name, positionTitle: "Kế toán", from: "2026-11-20", decisionNumber: "125/QĐ-SNV" },
    });
  });

  test("takes along what was asked, begun and finished, gives what the new unit asks, and every count is right", async () => {
    await assign(at.a, at.ofA);
    await assign(at.b, at.ofB);
    const learner = await buildLearner(at.aOffice, "Lê Thị Lan");
    await assign(at.aOffice, at.ofA, "2026-12-01");
    await readAllLessons(learner, at.ofA.slug, NOW);
    const attemptId = await beginTest(learner, at.ofA.slug, NOW);
    await answerAll(learner, attemptId, true, NOW);
    await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now: NOW });
    const units = [at.root, at.a, at.aOffice, at.b, at.bOffice];
    expect(await countsOf(units, at.ofA)).toEqual(["3 2/1", "2 2/1", "2 2/1", "1 0/0", "1 0/0"]);
    const before = (await recordOf(learner.official.id)) as { turns: unknown[] };

    expect(await move(at.hr, learner.official.id, { unit: "P-B-VP" })).toMatchObject({ coursesGiven: 1 });

    expect(await countsOf(units, at.ofA)).toEqual(["3 2/1", "1 1/0", "1 1/0", "2 1/1", "2 1/1"]);
    expect(await countsOf(units, at.ofB)).toEqual(["3 2/0", "1 0/0", "1 0/0", "2 2/0", "2 2/0"]);
    expect(await wrongCounts()).toEqual([]);
    const after = (await recordOf(learner.official.id)) as { turns: unknown[] };
    expect(after).toMatchObject({ ...before, turns: expect.arrayContaining(before.turns) as unknown });
    expect(after.turns).toHaveLength(2);
    // A paper begun before goes on afterwards as well, and is counted where the person is now.
    await readAllLessons(learner, at.ofB.slug, NOW);
    const next = await beginTest(learner, at.ofB.slug, NOW);
    await answerAll(learner, next, true, NOW);
    expect(await move(at.hr, learner.official.id, { unit: "P-A", from: TODAY })).toMatchObject({ kind: "done" });
    await submitTest({ viewer: learner, officialId: learner.official.id, attemptId: next, form: null, now: NOW });
    expect(await countsOf(units, at.ofB)).toEqual(["3 2/1", "2 1/1", "1 0/0", "1 1/0", "1 1/0"]);
    expect(await wrongCounts()).toEqual([]);
  });

  test("to another position in the same unit changes neither counts nor what is asked", async () => {
    await assign(at.a, at.ofA);
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    const preview = await previewPost({
      viewer: at.hr,
      scope: ["AG"],
      officialId: id,
      kind: "transfer",
      values: {
        unit: "P-A-VP",
        positionTitle: "Phó Chánh Văn phòng",
        staffCategory: "public_employee",
        from: TODAY,
        decisionNumber: "1/QĐ",
        decidedOn: TODAY,
      },
      now: NOW,
    });
    expect(preview).toMatchObject({ kind: "preview", sameUnit: true, asked: [] });
    expect(await move(at.hr, id, { unit: "P-A-VP", positionTitle: "Phó Chánh Văn phòng" })).toMatchObject({
      kind: "done",
      coursesGiven: 0,
    });
    expect((await listPosts(db, id)).map(({ positionTitle }) => positionTitle)).toEqual([
      "Phó Chánh Văn phòng",
      "Chuyên viên",
    ]);
    expect(await wrongCounts()).toEqual([]);
    const people = await listStaff({ scope: [at.aOffice.path], turn: null, status: null, text: "lan", today: TODAY });
    expect(people.people[0]).toMatchObject({ positionTitle: "Phó Chánh Văn phòng" });
  });

  test("needs both units within the scope, and nobody moves themselves", async () => {
    const lan = await buildOfficial(at.aOffice, "Lê Thị Lan");
    const other = await buildOfficial(at.bOffice, "Võ Thị Hà");
    await expect(move(at.hrOfA, lan.id, { unit: "P-B-VP" })).rejects.toMatchObject({ code: "not-found" });
    await expect(move(at.hrOfA, other.id, { unit: "P-A-VP" })).rejects.toMatchObject({ code: "not-found" });
    await expect(move(at.hrOfA, "x", { unit: "P-A-VP" })).rejects.toMatchObject({ code: "not-found" });
    expect(await move(at.hrOfA, lan.id, { unit: "P-A" })).toMatchObject({ kind: "done" });
    const hrHerself = await buildViewer({ unit: at.a, official: lan, roles: [{ role: "hr", unit: at.root }] });
    expect(await move(hrHerself, lan.id, { unit: "P-B-VP", from: TODAY })).toEqual({
      kind: "refused",
      reason: "for-oneself",
    });
    expect(await db.employment.count({ where: { officialId: lan.id } })).toBe(2);
  });

  test("changes no role: who confirms is told which ones are held, and they stay until an administrator takes them back", async () => {
    const lan = await buildOfficial(at.aOffice, "Lê Thị Lan");
    await buildViewer({ unit: at.aOffice, official: lan, roles: [{ role: "head", unit: at.a }] });
    const answer = await move(at.hr, lan.id, { unit: "P-B-VP" });
    expect(answer).toMatchObject({ account: { roles: [{ role: "head", unitName: at.a.name }], disabled: false } });
    expect(await db.roleGrant.count({ where: { unitId: at.a.id, role: "head", revokedAt: null } })).toBe(1);
    const told = await db.auditEvent.findFirstOrThrow({ where: { action: "official.transferred" } });
    expect(told.after).toMatchObject({ rolesHeld: 1 });
  });

  test("happens once when two officers record one at the same moment", async () => {
    await assign(at.a, at.ofA);
    await assign(at.b, at.ofB);
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    const both = await Promise.all([
      move(at.hr, id, { unit: "P-B-VP" }),
      move(at.hr, id, { unit: "P-B-VP", decisionNumber: "126/QĐ-SNV" }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["done", "refused"]);
    expect(both.find(({ kind }) => kind === "refused")).toMatchObject({ reason: "nothing-changes" });
    expect(await db.employment.count({ where: { officialId: id } })).toBe(2);
    expect(await wrongCounts()).toEqual([]);
  });

  test("and another to a different unit from the same day do not both stand", async () => {
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    const both = await Promise.all([move(at.hr, id, { unit: "P-B-VP" }), move(at.hr, id, { unit: "P-B" })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["done", "refused"]);
    expect(both.find(({ kind }) => kind === "refused")).toMatchObject({ reason: "not-after-present-post" });
    expect(await db.employment.count({ where: { officialId: id, validTo: null } })).toBe(1);
    expect(await wrongCounts()).toEqual([]);
  });

  test("misses no course that is assigned at the same moment", async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, n) => buildOfficial(at.aOffice, `Lê Thị Số ${"abcdef"[n]}`)),
    );
    await Promise.all([
      ...people.slice(0, 3).map(({ id }) => move(at.hr, id, { unit: "P-B-VP" })),
      assign(at.b, at.ofB),
      ...people.slice(3).map(({ id }) => move(at.hr, id, { unit: "P-B" })),
      assign(at.a, at.ofA),
    ]);
    const asked = await db.enrolment.count({
      where: { officialId: { in: people.map(({ id }) => id) }, courseId: at.ofB.courseId, required: true },
    });
    expect(asked).toBe(6);
    expect(await wrongCounts()).toEqual([]);
  });

  test("and a test handed in at the same moment end with the right counts, whichever comes first", async () => {
    await assign(at.a, at.ofA);
    const learners = await Promise.all("abcde".split("").map((each) => buildLearner(at.aOffice, `Lê Thị Số ${each}`)));
    await assign(at.aOffice, at.ofA, "2026-12-01");
    const papers = new Map<string, string>();
    for (const learner of learners) {
      await readAllLessons(learner, at.ofA.slug, NOW);
      const attemptId = await beginTest(learner, at.ofA.slug, NOW);
      await answerAll(learner, attemptId, true, NOW);
      papers.set(learner.official.id, attemptId);
    }
    await Promise.all(
      learners.flatMap((learner) => [
        submitTest({
          viewer: learner,
          officialId: learner.official.id,
          attemptId: papers.get(learner.official.id)!,
          form: null,
          now: NOW,
        }),
        move(at.hr, learner.official.id, { unit: "P-B-VP" }),
      ]),
    );
    expect(await db.completion.count()).toBe(5);
    expect(await countsOf([at.root, at.a, at.bOffice], at.ofA)).toEqual(["7 6/5", "1 1/0", "6 5/5"]);
    expect(await wrongCounts()).toEqual([]);
  });

  test("that ends between the reading and the writing of a completion has it counted in the new unit", async () => {
    await assign(at.a, at.ofA);
    const learner = await buildLearner(at.aOffice, "Lê Thị Nộp Bài");
    await assign(at.aOffice, at.ofA, "2026-12-01");
    await readAllLessons(learner, at.ofA.slug, NOW);
    const attemptId = await beginTest(learner, at.ofA.slug, NOW);
    await answerAll(learner, attemptId, true, NOW);
    const { id: officialId } = learner.official;
    const { courseId } = at.ofA;
    const handingIn = await inTransaction(async (tx) => {
      await lockStandings(tx, { courseId, cycle: "2026" });
      const submitted = submitTest({ viewer: learner, officialId, attemptId, form: null, now: NOW });
      // It has read where the person is, and waits for the counts.
      await vi.waitFor(async () => expect(await waitingForLocks()).toBe(1), { timeout: 10_000 });
      const post = {
        unitId: at.bOffice.id,
        positionTitle: "Kế toán",
        staffCategory: "public_employee" as const,
        from: "2026-11-20",
      };
      await transferOfficial(tx, { officialId, scope: ["AG"], post, decision: null, today: TODAY, now: NOW });
      await recountUnits(tx, { courseId, cycle: "2026", unitIds: [at.aOffice.id, at.bOffice.id] });
      return { submitted };
    });
    await handingIn.submitted;
    expect(await db.completion.count()).toBe(1);
    expect(await countsOf([at.aOffice, at.bOffice], at.ofA)).toEqual(["1 1/0", "2 1/1"]);
    expect(await wrongCounts()).toEqual([]);
  });
});

async function waitingForLocks(): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return row.count;
}
