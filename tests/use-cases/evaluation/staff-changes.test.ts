import { beforeEach, describe, expect, test } from "vitest";
import type { OfficialViewer } from "~/http/viewer.server";
import { readEvidencePage } from "~/domain/evaluation/evidence-store.server";
import { db } from "~/platform/db.server";
import { closePeriod } from "~/use-cases/hr/close-period";
import { correctOfficial } from "~/use-cases/hr/correct-official";
import { openPeriod } from "~/use-cases/hr/evaluation-periods";
import { exportEvidence } from "~/use-cases/hr/export-evidence";
import { evidenceFileResponse } from "~/http/evidence-sheet.server";
import { listAmendments } from "~/use-cases/hr/list-amendments";
import { viewStaffChange } from "~/use-cases/hr/view-staff-change";
import { submitTest } from "~/use-cases/learner/submit-test";
import { runJob } from "~/use-cases/system/run-job";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { buildLearner } from "../../support/build";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";
import { type Agency, agency, assign, leave, move, NOW, recordOf, undo } from "../hr/staff-changes-case";

useDatabase();

const DONE_AT = new Date("2026-11-12T02:00:00Z");
const CLOSED_AT = new Date("2026-12-01T02:00:00Z");
const LATER = new Date("2026-12-05T02:00:00Z");
const SCOPE = ["AG"];

let at: Agency;
let periodId: string;
let lan: OfficialViewer;

async function setUp(): Promise<void> {
  at = await agency();
  lan = await buildLearner(at.aOffice, "Lê Thị Lan");
  await assign(at.a, at.ofA, "2026-12-15");
  // Due before November is over, and finished by nobody.
  await assign(at.a, at.ofB, "2026-11-27");
  await readAllLessons(lan, at.ofA.slug, DONE_AT);
  const attemptId = await beginTest(lan, at.ofA.slug, DONE_AT);
  await answerAll(lan, attemptId, true, DONE_AT);
  await submitTest({ viewer: lan, officialId: lan.official.id, attemptId, form: null, now: DONE_AT });
  const opened = await openPeriod({
    actor: SYSTEM_ACTOR,
    scope: SCOPE,
    unitCode: "AG",
    periodKind: "month",
    title: "Tháng 11",
    fromOn: "2026-11-01",
    toOn: "2026-11-30",
    cutOffOn: "2026-11-30",
    objectUntil: "2026-11-30",
    now: NOW,
  });
  if (opened.kind !== "opened") throw new Error(opened.kind);
  periodId = opened.periodId;
}

async function close(): Promise<void> {
  const begun = await closePeriod({ periodId, scope: SCOPE, viewer: at.hr, now: CLOSED_AT });
  if (begun.kind !== "begun") throw new Error(begun.reason);
  await runJob(begun.jobId);
}

/** Per unit of hers: the days there, and each duty with where it stands. */
async function partsOf(now: Date, scope = SCOPE): Promise<unknown[]> {
  const page = (await readEvidencePage(db, { periodId, scope, after: null, limit: 100, now }))!;
  return page.people
    .filter(({ officialId }) => officialId === lan.official.id)
    .map(({ unitPath, parts, rows }) => [
      unitPath,
      ...parts.map(({ from, to }) => `${from}–${to}`),
      ...rows.map(({ courseTitle, status }) => `${courseTitle}: ${status}`),
    ]);
}

const rename = (fullName: string, now: Date, more: object = {}) =>
  correctOfficial({
    viewer: at.hr,
    scope: SCOPE,
    officialId: lan.official.id,
    values: {
      fullName,
      staffNumber: "CB-LAN",
      recruitedOn: "2026-11-01",
      reason: "Ghi sai tên khi nhập",
      evidence: "Căn cước công dân, bản gốc",
      ...more,
    },
    now,
  });

const sinceClosing = async () =>
  (await listAmendments({ periodId, scope: SCOPE, after: null, now: LATER })).amendments.filter(
    ({ officialId }) => officialId === lan.official.id,
  );

const bytes = async () => {
  const file = await exportEvidence({ actor: SYSTEM_ACTOR, periodId, scope: SCOPE, format: "json", now: LATER });
  return Buffer.from(await evidenceFileResponse({ file, format: "json" }).arrayBuffer()).toString("utf8");
};

beforeEach(setUp);

describe("An open period", () => {
  test("is split between the two units by a transfer: each has its own days and what fell into them", async () => {
    await move(at.hr, lan.official.id, { unit: "P-B-VP", from: "2026-11-20" });
    expect(await partsOf(CLOSED_AT)).toEqual([
      [at.aOffice.path, "2026-11-01–2026-11-19", "Khóa thử: completed"],
      [at.bOffice.path, "2026-11-20–2026-11-30", "Khóa của B: overdue"],
    ]);
  });

  test("ends for somebody who leaves with their last day: what became due later is not owed by them", async () => {
    await leave(at.hr, lan.official.id, { lastDay: "2026-11-20" });
    expect(await partsOf(CLOSED_AT)).toEqual([[at.aOffice.path, "2026-11-01–2026-11-20", "Khóa thử: completed"]]);
  });

  test("names nobody who had left before its first day", async () => {
    await db.official.update({ where: { id: lan.official.id }, data: { recruitedOn: null } });
    await db.employment.updateMany({
      where: { officialId: lan.official.id },
      data: { validFrom: new Date("2025-07-01") },
    });
    await leave(at.hr, lan.official.id, { lastDay: "2026-10-31" });
    expect(await partsOf(CLOSED_AT)).toEqual([]);
  });
});

describe("A closed period with a transfer in it", () => {
  test("stays as it is when the transfer is taken back; both units read the difference as an amendment", async () => {
    await move(at.hr, lan.official.id, { unit: "P-B-VP", from: "2026-11-20" });
    await close();
    const before = await bytes();
    expect(before).toContain(at.bOffice.path);
    expect(await sinceClosing()).toEqual([]);
    expect(await undo(at.hr, lan.official.id, { now: LATER })).toMatchObject({ kind: "undone" });

    expect(await bytes()).toBe(before);
    const amendments = await sinceClosing();
    expect(amendments.map(({ unitName, kind }) => [unitName, kind])).toEqual(
      expect.arrayContaining([
        [at.bOffice.name, "removed"],
        [at.aOffice.name, "added"],
      ]),
    );
    expect(amendments.some(({ cause }) => cause === "staff-list")).toBe(true);
    const readIn = async (scope: string[]) =>
      (await listAmendments({ periodId, scope, after: null, now: LATER })).amendments.length;
    expect(await readIn([at.b.path])).toBeGreaterThan(0);
  });
});

describe("A closed period", () => {
  beforeEach(close);

  test("stays as it is when a transfer is recorded late; what would be different is an amendment", async () => {
    const before = await bytes();
    const record = (await recordOf(lan.official.id)) as object;
    expect(await sinceClosing()).toEqual([]);
    await move(at.hr, lan.official.id, { unit: "P-B-VP", from: "2026-11-20" }, { now: LATER });
    expect(await bytes()).toBe(before);
    const amendments = await sinceClosing();
    expect(amendments.map(({ unitName, kind }) => [unitName, kind])).toEqual(
      expect.arrayContaining([
        [at.aOffice.name, "removed"],
        [at.bOffice.name, "added"],
      ]),
    );
    expect(amendments.some(({ cause }) => cause === "staff-list")).toBe(true);
    expect(await recordOf(lan.official.id)).toMatchObject(record);
  });

  test("has a bare rename as an amendment, and keeps the old name in its own lines", async () => {
    await db.official.update({ where: { id: lan.official.id }, data: { staffNumber: "CB-LAN" } });
    const before = await bytes();
    expect(await rename("Lê Thị Lan Anh", LATER)).toEqual({ kind: "corrected", fullName: "Lê Thị Lan Anh" });
    expect(await bytes()).toBe(before);
    expect((await sinceClosing()).find(({ rowKey }) => rowKey === null)).toMatchObject({
      kind: "changed",
      cause: "staff-list",
      changes: expect.arrayContaining([
        { field: "fullName", before: "Lê Thị Lan", after: "Lê Thị Lan Anh" },
      ]) as unknown,
    });
  });
});

describe("A corrected name", () => {
  const changedSince = async (since: Date, now: Date) =>
    (await readEvidencePage(db, { periodId, scope: SCOPE, limit: 100, since, now }))!.people.map(
      ({ fullName }) => fullName,
    );

  test("is seen by whoever asks what has changed since, although nothing else has", async () => {
    await db.official.update({ where: { id: lan.official.id }, data: { staffNumber: "CB-LAN" } });
    const [since, renamedAt, asked] = ["2026-11-25T00:00:00Z", "2026-11-25T01:00:00Z", "2026-11-25T02:00:00Z"].map(
      (text) => new Date(text),
    ) as [Date, Date, Date];
    expect(await changedSince(since, asked)).toEqual([]);
    await rename("Lê Thị Lan Anh", renamedAt);
    expect(await changedSince(since, asked)).toEqual(["Lê Thị Lan Anh"]);
    expect(await changedSince(asked, asked)).toEqual([]);
  });

  test("is everywhere in the present; certificates and completions keep the old one and are named", async () => {
    const before = await recordOf(lan.official.id);
    const { serial, number } = await db.certificate.findFirstOrThrow();
    await rename("Đặng Thị Lan", NOW, { email: "lan@angiang.gov.vn" });
    expect(await db.official.findUniqueOrThrow({ where: { id: lan.official.id } })).toMatchObject({
      fullName: "Đặng Thị Lan",
      searchName: "dang thi lan",
      givenName: "Lan",
      staffNumber: "CB-LAN",
      email: "lan@angiang.gov.vn",
    });
    expect((await db.account.findUniqueOrThrow({ where: { id: lan.accountId } })).displayName).toBe("Đặng Thị Lan");
    expect(await recordOf(lan.official.id)).toEqual(before);
    const view = await viewStaffChange({ viewer: at.hr, scope: SCOPE, officialId: lan.official.id, now: NOW });
    expect(view.otherNames).toEqual([{ serial, number, printedName: "Lê Thị Lan" }]);
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "official.corrected" } });
    expect(event).toMatchObject({
      before: { fullName: "Lê Thị Lan", email: null },
      after: { fullName: "Đặng Thị Lan", reason: "Ghi sai tên khi nhập", evidence: "Căn cước công dân, bản gốc" },
    });
    expect(JSON.stringify(event.after)).not.toMatch(/personalId/i);
  });

  test("is refused out of scope, by one's own hand, with somebody else's number, and when nothing differs", async () => {
    const { staffNumber: taken } = await db.official.findFirstOrThrow({ where: { id: { not: lan.official.id } } });
    expect(await rename("Lê Thị Lan", NOW, { staffNumber: taken })).toMatchObject({ reason: "staff-number-taken" });
    const wish = { officialId: lan.official.id, now: NOW };
    const { staffNumber } = await db.official.findUniqueOrThrow({ where: { id: lan.official.id } });
    const same = { fullName: "Lê Thị Lan", staffNumber, recruitedOn: "2026-11-01", reason: "x", evidence: "y" };
    expect(await correctOfficial({ ...wish, viewer: at.hr, scope: SCOPE, values: same })).toMatchObject({
      reason: "no-details-change",
    });
    const values = { ...same, fullName: "Khác" };
    await expect(correctOfficial({ ...wish, viewer: at.hr, scope: [at.b.path], values })).rejects.toMatchObject({
      code: "not-found",
    });
    const herself = { ...at.hr, official: lan.official };
    expect(await correctOfficial({ ...wish, viewer: herself, scope: SCOPE, values })).toMatchObject({
      reason: "for-oneself",
    });
  });
});
