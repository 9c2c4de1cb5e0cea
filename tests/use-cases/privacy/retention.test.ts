import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { noteBulkAccess } from "~/domain/privacy/access-store.server";
import { readPlan, type TimedClassName } from "~/domain/privacy/retention";
import { carryOut } from "~/domain/privacy/retention-store.server";
import { db } from "~/platform/db.server";
import { changeRetention, viewRetention } from "~/use-cases/admin/retention";
import { carryOutRetention } from "~/use-cases/system/carry-out-retention";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";
import { readAllLessons } from "../../support/learner";

useDatabase();

/** Two days after the other: what is old is due on the second and not on the first. */
const begun = new Date("2026-01-10T03:00:00Z");
const day = (count: number, hour = 0) => new Date(begun.getTime() + (count * 24 + hour) * 3_600_000);
const HASH = "a".repeat(64);

let admin: Viewer;
let root: Awaited<ReturnType<typeof buildUnit>>;

/** The first day on which each is due, by the plan as it comes. */
const DUE: Record<TimedClassName, number> = {
  sessions: 1,
  throttling: 8,
  presence: 2,
  imports: 31,
  jobFiles: 8,
  jobs: 181,
  journals: 366,
  reading: 366,
  accesses: 731,
};

beforeAll(async () => {
  root = await buildUnit({ code: "AG" });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
  const { slug } = await publishSmallCourse();
  const learner = await buildLearner(root);
  await readAllLessons(learner, slug, begun);
  await db.lessonProgress.updateMany({ data: { checks: { c: "a" }, resumeAt: "b-1" } });
  await db.enrolment.updateMany({ data: { completedAt: begun } });
  // Who is still reading keeps everything, however long ago.
  const reading = await buildLearner(root);
  await readAllLessons(reading, slug, begun);
  const open = await db.enrolment.findFirstOrThrow({ where: { officialId: reading.official.id } });
  await db.lessonProgress.updateMany({ where: { enrolmentId: open.id }, data: { resumeAt: "b-1" } });
  await db.session.create({ data: { idHash: "x", accountId: admin.accountId, expiresAt: day(0, 1), ip: "10.0.0.1" } });
  await db.session.create({ data: { idHash: "y", accountId: admin.accountId, expiresAt: day(9999) } });
  await db.signInThrottle.create({ data: { key: "k", failures: 3, updatedAt: begun } });
  const draft = await db.courseDraft.create({
    data: { slug, createdAt: begun, createdByName: "x", state: "discarded", closedAt: begun },
  });
  const underWay = await db.courseDraft.create({ data: { slug: "khac", createdAt: begun, createdByName: "x" } });
  await db.draftPresence.create({
    data: { draftId: underWay.id, accountId: admin.accountId, name: "x", path: "a", seenAt: begun },
  });
  for (const { id } of [draft, underWay])
    await db.draftFileRevision.create({
      data: { draftId: id, path: "a", revision: 1, savedAt: begun, savedByName: "x" },
    });
  await db.contentImport.create({
    data: { fileName: "a.zip", bytes: new Uint8Array([1]), uploadedAt: begun, uploadedByName: "x" },
  });
  await db.longJob.create({
    data: {
      kind: "x",
      label: "x",
      input: {},
      state: "done",
      requestedByName: "x",
      requestedAt: begun,
      finishedAt: begun,
      fileSha256: HASH,
    },
  });
  await noteBulkAccess(db, {
    actor: { accountId: null, name: "x" },
    how: "staff-export",
    unitPaths: [root.path],
    rows: 1,
    now: begun,
  });
}, 60_000);

describe("the plan is carried out", () => {
  test("each class on its day and not one day before, once a day, and the record stays", async () => {
    const count = async () => ({
      progress: await db.lessonProgress.count(),
      enrolments: await db.enrolment.count(),
      audit: await db.auditEvent.count({ where: { action: { not: "retention.carried-out" } } }),
      officials: await db.official.count(),
    });
    const before = await count();
    const done = new Map<TimedClassName, number>();
    for (const on of [...new Set(Object.values(DUE))].sort((x, y) => x - y)) {
      for (const which of [on - 1, on]) {
        for (const [name, rows] of Object.entries((await carryOutRetention({ clock: () => day(which) })) ?? {})) {
          expect([name, which], `${rows}`).toEqual([name, DUE[name as TimedClassName]]);
          done.set(name as TimedClassName, rows);
        }
      }
    }
    expect(Object.fromEntries(done)).toEqual({
      sessions: 1,
      throttling: 1,
      presence: 1,
      imports: 1,
      jobFiles: 1,
      jobs: 1,
      journals: 1,
      reading: 2,
      accesses: 1,
    });
    expect(await count()).toEqual(before);
    const progress = await db.lessonProgress.findMany({ include: { enrolment: true } });
    expect(
      new Set(progress.map(({ enrolment, resumeAt }) => [enrolment.completedAt !== null, resumeAt].join())),
    ).toEqual(new Set(["true,", "false,b-1"]));
    expect(progress.every(({ finishedAt }) => finishedAt !== null)).toBe(true);
    expect(await db.session.count()).toBe(1);
    // Of a draft that is being written every step is there.
    expect(await db.draftFileRevision.count()).toBe(1);
  });

  test("of two processes one does it, and one that was broken off is taken up an hour later", async () => {
    const both = await Promise.all([1, 2].map(() => carryOutRetention({ clock: () => day(800) })));
    expect(both.filter((done) => done !== null)).toHaveLength(1);
    await db.retentionRun.create({
      data: { day: new Date("2029-01-01"), startedAt: new Date("2028-12-31T18:10:00Z") },
    });
    expect(await carryOutRetention({ clock: () => new Date("2028-12-31T18:30:00Z") })).toBeNull();
    expect(await carryOutRetention({ clock: () => new Date("2028-12-31T19:20:00Z") })).toEqual({});
    expect((await viewRetention({ now: new Date("2028-12-31T20:00:00Z") })).nextRunAt).toEqual(
      new Date("2029-01-01T18:00:00Z"),
    );
  });

  test("in batches, until nothing is left", async () => {
    await db.$executeRaw`INSERT INTO record_access (at, actor_name, roles, how, unit_path)
      SELECT ${begun}, 'x', '[]', 'staff-export', 'AG' FROM generate_series(1, 12000)`;
    expect(await carryOut(db, { name: "accesses", before: day(1), now: day(1) })).toBe(12_000);
  });
});

describe("the administrator's page", () => {
  test("says what is due by the plan as it stands, and a change is audited", async () => {
    await db.signInThrottle.create({ data: { key: "z", failures: 1, updatedAt: begun } });
    expect((await viewRetention({ now: day(6) })).due.throttling).toBe(0);
    const plan = readPlan(null);
    plan.days.throttling = 2;
    plan.rules.audit = "Quyết định của cơ quan";
    await changeRetention({ viewer: admin, scope: [root.path], plan, now: day(6) });
    const page = await viewRetention({ now: day(6) });
    expect([page.due.throttling, page.plan.rules.audit]).toEqual([1, "Quyết định của cơ quan"]);
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "retention.changed" } });
    expect([event.before, event.after]).toMatchObject([{ days: { throttling: 7 } }, { days: { throttling: 2 } }]);
  });

  test("belongs to the root", async () => {
    const change = changeRetention({ viewer: admin, scope: ["AG/P-A"], plan: readPlan(null), now: day(6) });
    await expect(change).rejects.toMatchObject({ code: "not-found" });
  });
});
