import { beforeAll, describe, expect, test } from "vitest";
import { createDemoProvince } from "~/use-cases/system/create-demo-province";
import { checkRecord } from "~/use-cases/system/check-record";
import { sealRecord } from "~/use-cases/system/seal-record";
import { publishContent } from "~/use-cases/system/publish-content";
import { db } from "~/platform/db.server";
import { useDatabase } from "../../support/database";

useDatabase();

const NOW = new Date("2026-11-23T02:00:00Z");

describe("some weeks in the demo province", () => {
  beforeAll(async () => {
    await publishContent({ contentDir: "content", now: NOW });
    await createDemoProvince({ password: "mot-mat-khau-de-thu", now: NOW });
  }, 60_000);

  test("everybody has the course to do, most until three weeks from now, one office until last week", async () => {
    expect(await db.enrolment.count({ where: { required: true, cycle: "2026" } })).toBe(400);
    const dueDays = await db.enrolment.groupBy({ by: ["dueOn"], _count: true, orderBy: { dueOn: "asc" } });
    expect(dueDays.map((each) => each.dueOn!.toISOString().slice(0, 10))).toEqual(["2026-11-17", "2026-12-14"]);
    expect(dueDays[1]!._count).toBeGreaterThan(dueDays[0]!._count);
  });

  test("some have finished, some are under way, some are late, and most have not begun", async () => {
    const finished = await db.enrolment.count({ where: { completedAt: { not: null } } });
    const underWay = await db.enrolment.count({ where: { startedAt: { not: null }, completedAt: null } });
    const late = await db.enrolment.count({ where: { dueOn: { lt: NOW }, completedAt: null } });
    expect(finished).toBeGreaterThan(30);
    expect(underWay).toBeGreaterThan(15);
    expect(late).toBeGreaterThan(20);
    expect(await db.completion.count({ where: { onTime: false } })).toBeGreaterThan(0);
    expect(await db.attempt.count({ where: { status: "open" } })).toBe(0);
    expect(await db.attempt.count({ where: { passed: false } })).toBeGreaterThan(4);
  });

  test("the six have nothing done", async () => {
    const six = await db.enrolment.findMany({
      where: {
        official: {
          account: { identifier: { in: ["hocvien", "canbodaotao", "nhansu", "lanhdao", "quantri", "thamdinh"] } },
        },
      },
    });
    expect(six).toHaveLength(6);
    expect(six.every((enrolment) => enrolment.startedAt === null && enrolment.required)).toBe(true);
    expect(await db.account.findUniqueOrThrow({ where: { identifier: "hocvien" } })).toMatchObject({
      lastSignInAt: null,
    });
  });

  test("the nightly comparison finds nothing that does not fit, and the record is sealed", async () => {
    expect(await checkRecord({ clock: () => NOW })).toMatchObject({ turns: 400, mismatches: 0 });
    expect((await sealRecord({ now: NOW })).entries).toBe(await db.recordEntry.count());
  });

  test("every completion has its certificate, numbered in the order of the days of issue", async () => {
    const certificates = await db.certificate.findMany({
      orderBy: { registerNumber: "asc" },
      select: { issuedAt: true, registerNumber: true },
    });
    expect(certificates).toHaveLength(await db.completion.count());
    expect(certificates.map((each) => each.registerNumber)).toEqual(certificates.map((_, index) => index + 1));
    const days = certificates.map((each) => each.issuedAt.getTime());
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days.at(-1)!).toBeLessThan(NOW.getTime());
  });

  test("the counts of each unit are those of its people", async () => {
    const wrong = await db.$queryRaw`
      SELECT unit_id, due_on, sum(required) AS required, sum(completed) AS completed FROM (
        SELECT unit_id, due_on, required, completed FROM unit_standing
        UNION ALL
        SELECT o.unit_id, e.due_on, -count(*), -count(e.completed_at) FROM enrolment e JOIN official o ON o.id = e.official_id GROUP BY 1, 2
      ) t GROUP BY unit_id, due_on HAVING sum(required) <> 0 OR sum(completed) <> 0`;
    expect(wrong).toEqual([]);
  });

  test("who has learnt has signed in, and what happened stands in the trail", async () => {
    expect(
      await db.account.count({
        where: { lastSignInAt: null, official: { enrolments: { some: { startedAt: { not: null } } } } },
      }),
    ).toBe(0);
    const count = (action: string) => db.auditEvent.count({ where: { action } });
    expect(await count("assignment.created")).toBe(2);
    expect(await count("certificate.issued")).toBe(await db.certificate.count());
    expect(await count("attempt.submitted")).toBe(await db.attempt.count());
  });
});
