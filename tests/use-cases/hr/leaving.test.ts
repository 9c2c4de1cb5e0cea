import { beforeEach, describe, expect, test } from "vitest";
import { listStaff } from "~/domain/enrolment/staff-list-store.server";
import { listPosts } from "~/domain/organization/employment-store.server";
import { db } from "~/platform/db.server";
import { listLeftStaff } from "~/use-cases/hr/list-left-staff";
import { viewPerson } from "~/use-cases/hr/view-person";
import { submitTest } from "~/use-cases/learner/submit-test";
import { verifyCertificate } from "~/use-cases/public/verify-certificate";
import type { OfficialViewer } from "~/http/viewer.server";
import { buildLearner, buildOfficial, buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";
import {
  type Agency,
  agency,
  assign,
  countsOf,
  leave,
  move,
  NOW,
  recordOf,
  TODAY,
  wrongCounts,
} from "./staff-changes-case";

useDatabase();

let at: Agency;
beforeEach(async () => {
  at = await agency();
});

async function finish(learner: OfficialViewer, slug: string): Promise<void> {
  await readAllLessons(learner, slug, NOW);
  const attemptId = await beginTest(learner, slug, NOW);
  await answerAll(learner, attemptId, true, NOW);
  await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now: NOW });
}

const account = (accountId: string) => db.account.findUniqueOrThrow({ where: { id: accountId } });

describe("Somebody who leaves", () => {
  test("is in no count and on no list of the overdue; record, certificate and its verification stay", async () => {
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    await assign(at.a, at.ofA);
    await assign(at.a, at.ofB, "2026-11-23");
    await finish(lan, at.ofA.slug);
    const before = await recordOf(lan.official.id);
    const { serial } = await db.certificate.findFirstOrThrow();

    expect(await leave(at.hr, lan.official.id)).toEqual({ kind: "left", fullName: "Lê Thị Lan", account: "locked" });

    expect(await countsOf([at.root, at.a, at.aOffice], at.ofA)).toEqual(["2 1/0", "1 1/0", "1 1/0"]);
    expect(await countsOf([at.root, at.a, at.aOffice], at.ofB)).toEqual(["2 1/0", "1 1/0", "1 1/0"]);
    expect(await wrongCounts()).toEqual([]);
    const turn = { courseId: at.ofB.courseId, cycle: "2026" };
    const late = await listStaff({ scope: ["AG"], turn, status: "overdue", text: "", today: "2026-11-24" });
    expect(late.people.map(({ fullName }) => fullName)).toEqual(["Trần Văn Ở Lại"]);
    expect(await recordOf(lan.official.id)).toEqual(before);
    expect(await verifyCertificate({ typed: serial, now: NOW })).toMatchObject({ kind: "valid" });
    const { record } = await viewPerson({ viewer: at.hr, officialId: lan.official.id, scope: ["AG"], now: NOW });
    expect(record).toMatchObject({ leftOn: "2026-11-21", unitName: at.aOffice.name });
    expect(record.posts).toMatchObject([
      { lastDay: "2026-11-20", end: { reason: "retired", decisionNumber: "99/QĐ-SNV", decidedOn: "2026-11-02" } },
    ]);
    const { people } = await listLeftStaff({ scope: ["AG/P-A"], text: "lan", after: null });
    expect(people.map(({ id }) => id)).toEqual([lan.official.id]);
    expect((await listLeftStaff({ scope: ["AG/P-B"], text: "", after: null })).people).toEqual([]);
  });

  test("has the account locked and its sessions ended, unless it administers the platform", async () => {
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    await db.session.create({
      data: { idHash: "x", accountId: lan.accountId, expiresAt: new Date("2026-12-01T00:00:00Z") },
    });
    await leave(at.hr, lan.official.id);
    expect((await account(lan.accountId)).disabledAt).toEqual(NOW);
    expect(await db.session.count({ where: { accountId: lan.accountId } })).toBe(0);
    expect(await db.auditEvent.count({ where: { action: "account.disabled", subjectId: lan.accountId } })).toBe(1);

    const admin = await buildOfficial(at.aOffice, "Võ Thị Quản");
    const its = await buildViewer({
      unit: at.aOffice,
      official: admin,
      roles: [{ role: "administrator", unit: at.root }],
    });
    expect(await leave(at.hr, admin.id)).toMatchObject({ kind: "left", account: "administers" });
    expect((await account(its.accountId)).disabledAt).toBeNull();
    const nobody = await buildOfficial(at.aOffice, "Võ Thị Không");
    expect(await leave(at.hr, nobody.id)).toMatchObject({ kind: "left", account: "none" });
  });

  test("does so once, after the last day, in the scope, and not by their own hand", async () => {
    const lan = await buildLearner(at.bOffice, "Lê Thị Lan");
    expect(await leave(at.hr, lan.official.id, { lastDay: TODAY })).toMatchObject({ reason: "last-day-not-over" });
    await expect(leave(at.hrOfA, lan.official.id)).rejects.toMatchObject({ code: "not-found" });
    const herself = { ...at.hr, official: lan.official };
    expect(await leave(herself, lan.official.id)).toMatchObject({ reason: "for-oneself" });
    const both = await Promise.all([leave(at.hr, lan.official.id), leave(at.hr, lan.official.id)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["left", "refused"]);
    expect(await move(at.hr, lan.official.id, { unit: "P-A" })).toMatchObject({ reason: "has-left" });
    expect(await wrongCounts()).toEqual([]);
  });

  test("with a paper under way is not counted when time hands it in", async () => {
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    await assign(at.a, at.ofA);
    await readAllLessons(lan, at.ofA.slug, NOW);
    const attemptId = await beginTest(lan, at.ofA.slug, NOW);
    await answerAll(lan, attemptId, true, NOW);
    await leave(at.hr, lan.official.id);
    await submitTest({ viewer: lan, officialId: lan.official.id, attemptId, form: null, now: NOW });
    expect(await db.completion.count({ where: { officialId: lan.official.id } })).toBe(1);
    expect(await countsOf([at.a], at.ofA)).toEqual(["1 1/0"]);
    expect(await wrongCounts()).toEqual([]);
  });
});

describe("Somebody who comes back", () => {
  const back = (officialId: string, from = TODAY) =>
    move(at.hr, officialId, { unit: "P-B-VP", positionTitle: "Chuyên viên", from }, { kind: "return" });

  test("has a new post after the gap, is counted and asked again, and the account waits for the administrator", async () => {
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    await assign(at.a, at.ofA);
    await finish(lan, at.ofA.slug);
    await assign(at.b, at.ofB);
    const before = (await recordOf(lan.official.id)) as { completions: unknown[]; certificates: unknown[] };
    expect(await back(lan.official.id)).toMatchObject({ kind: "refused", reason: "is-there" });
    await leave(at.hr, lan.official.id);
    expect(await back(lan.official.id, "2026-11-20")).toMatchObject({ kind: "refused", reason: "before-leaving" });

    expect(await back(lan.official.id)).toMatchObject({ kind: "done", coursesGiven: 1, account: { disabled: true } });

    expect(await listPosts(db, lan.official.id)).toMatchObject([
      { unitName: at.bOffice.name, from: TODAY, lastDay: null, end: null },
      { unitName: at.aOffice.name, lastDay: "2026-11-20", end: { reason: "retired" } },
    ]);
    expect(await countsOf([at.root, at.a, at.b], at.ofA)).toEqual(["3 2/1", "1 1/0", "2 1/1"]);
    expect(await countsOf([at.root, at.a, at.b], at.ofB)).toEqual(["3 2/0", "1 0/0", "2 2/0"]);
    expect(await wrongCounts()).toEqual([]);
    const { completions, certificates } = before;
    expect(await recordOf(lan.official.id)).toMatchObject({ completions, certificates });
    expect(await db.auditEvent.findFirstOrThrow({ where: { action: "official.returned" } })).toMatchObject({
      before: { leftOn: "2026-11-21" },
      after: { from: TODAY, unit: at.bOffice.name },
    });
  });

  test("does so once when two officers record it at the same moment", async () => {
    const { id } = await buildOfficial(at.aOffice, "Lê Thị Lan");
    await leave(at.hr, id);
    const both = await Promise.all([back(id), back(id)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["done", "refused"]);
    expect(await wrongCounts()).toEqual([]);
  });
});
