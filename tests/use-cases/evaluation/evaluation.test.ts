import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import excel from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { readEvidencePage, readSnapshot } from "~/domain/evaluation/evidence-store.server";
import { evidenceFileResponse } from "~/http/evidence-sheet.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { forgetEnv } from "~/platform/env.server";
import { verifySignature } from "~/platform/platform-key.server";
import { closePeriod, viewClosing } from "~/use-cases/hr/close-period";
import { openPeriod } from "~/use-cases/hr/evaluation-periods";
import { exportEvidence } from "~/use-cases/hr/export-evidence";
import { listAmendments } from "~/use-cases/hr/list-amendments";
import { answerObjection, listPeriodObjections } from "~/use-cases/hr/objections";
import { viewEvidence } from "~/use-cases/hr/view-evidence";
import { objectToEvidence } from "~/use-cases/learner/object-to-evidence";
import { viewMyEvaluation } from "~/use-cases/learner/view-my-evaluation";
import { runJob } from "~/use-cases/system/run-job";
import { buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";
import { ACTOR, letSomeLearn, NOW, provinceWithCourse } from "../hr/province";

useDatabase();

const SCOPE = ["AG"];
const AFTER_CUT_OFF = new Date("2026-12-02T02:00:00Z");
const LATER = new Date("2026-12-20T02:00:00Z");
let periodId: string;
let hr: Viewer;
let done: EvidencePerson;
let owing: EvidencePerson;

beforeAll(async () => {
  process.env["DATA_DIR"] = mkdtempSync(path.join(tmpdir(), "evaluation-"));
  forgetEnv();
  forgetVersions();
  await provinceWithCourse(300);
  await letSomeLearn({ everyBegins: 4, everyCompletes: 2, at: new Date("2026-11-12T02:00:00Z") });
  const root = (await db.unit.findUnique({ where: { code: "AG" } }))!;
  hr = await buildViewer({ unit: root as never, roles: [{ role: "hr", unit: root as never }] });
  const opened = await openPeriod({
    actor: ACTOR,
    scope: SCOPE,
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
  const everybody = await allPeople();
  done = everybody.find(({ rows }) => rows.some(({ status }) => status === "completed"))!;
  owing = everybody.find(({ rows }) => rows.some(({ status }) => status === "overdue"))!;
}, 120_000);

async function allPeople(scope = SCOPE, now = NOW): Promise<EvidencePerson[]> {
  const people: EvidencePerson[] = [];
  let after: string | null = null;
  do {
    const page: NonNullable<Awaited<ReturnType<typeof readEvidencePage>>> = (await readEvidencePage(db, {
      periodId,
      scope,
      after,
      limit: 70,
      now,
    }))!;
    people.push(...page.people);
    after = page.next;
  } while (after !== null);
  return people;
}

async function viewerOf(person: EvidencePerson): Promise<OfficialViewer> {
  const account = await db.account.findFirstOrThrow({ where: { officialId: person.officialId } });
  const { officialId: id, fullName, unitId, unitName, unitPath } = person;
  const official = { id, fullName, positionTitle: "", unitId, unitName, unitPath };
  return { ...hr, accountId: account.id, roles: [], official };
}

async function fileOf(format: "csv" | "xlsx" | "json", now: Date): Promise<Buffer> {
  const file = await exportEvidence({ actor: ACTOR, periodId, scope: SCOPE, format, now });
  return Buffer.from(await evidenceFileResponse({ file, format }).arrayBuffer());
}

const jobOf = async (closed: Awaited<ReturnType<typeof closePeriod>>) => {
  if (closed.kind !== "begun") throw new Error(closed.reason);
  await runJob(closed.jobId);
  return db.longJob.findUniqueOrThrow({ where: { id: closed.jobId } });
};

describe("The evidence of an open period", () => {
  test("has everybody of the staff list once, page by page, with all that was asked and finished", async () => {
    const people = await allPeople();
    expect(people).toHaveLength(await db.official.count());
    expect(new Set(people.map(({ officialId }) => officialId)).size).toBe(people.length);
    const row = done.rows[0]!;
    expect(row).toMatchObject({
      courseTitle: "Khóa thử",
      cycle: "2026",
      versionNumber: 1,
      required: true,
      completedOn: "2026-11-12",
    });
    expect(row.certificateNumber).toMatch(/GCN/);
    expect(owing.rows[0]).toMatchObject({ status: "overdue", onTime: false, completedOn: null, criteria: [] });
    expect(done.personalIdMasked).toMatch(/^xxx xxx xxx \d{3}$/);
  });

  test("is the same for HR, in the file and for the official themselves", async () => {
    const file = JSON.parse((await fileOf("json", NOW)).toString("utf8")) as {
      people: EvidencePerson[];
      snapshot: null;
    };
    expect(file.snapshot).toBeNull();
    const mine = await viewMyEvaluation({ periodId, official: (await viewerOf(done)).official, now: NOW });
    expect(mine.people).toEqual([done]);
    expect(file.people.filter(({ officialId }) => officialId === done.officialId)).toEqual(mine.people);
    const seen = await viewEvidence({
      periodId,
      scope: SCOPE,
      filter: { status: null, text: done.staffNumber },
      after: null,
      now: NOW,
    });
    expect(seen.people).toEqual(mine.people);
  });

  test("shows a head only the part of their own unit, and nobody a period of somebody else's agency", async () => {
    const path = done.unitPath;
    const own = await allPeople([path]);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ unitPath }) => unitPath === path || unitPath.startsWith(`${path}/`))).toBe(true);
    expect(await readEvidencePage(db, { periodId, scope: ["XX"], limit: 10, now: NOW })).toBeNull();
  });

  test("can be asked for what has changed since", async () => {
    const since = new Date("2026-11-12T00:00:00Z");
    const ask = async (at: Date) =>
      (await readEvidencePage(db, { periodId, scope: SCOPE, limit: 500, since: at, now: NOW }))!.people;
    const changed = await ask(since);
    expect(changed.some(({ officialId }) => officialId === done.officialId)).toBe(true);
    expect(changed.length).toBeLessThan(300);
    expect(await ask(new Date("2026-11-22T00:00:00Z"))).toEqual([]);
  });

  test("is contested until HR has answered, and everybody sees it", async () => {
    const viewer = await viewerOf(owing);
    const rowKey = owing.rows[0]!.key;
    const object = (now: Date) =>
      objectToEvidence({ periodId, viewer, rowKey, reason: "Tôi đã nghỉ thai sản trong thời gian này.", now });
    expect(await object(new Date("2026-11-29T00:00:00Z"))).toEqual({ kind: "refused", reason: "too-late" });
    expect(await object(NOW)).toEqual({ kind: "noted" });
    expect(await object(NOW)).toEqual({ kind: "refused", reason: "already-objected" });
    const contested = await viewEvidence({
      periodId,
      scope: SCOPE,
      filter: { status: "contested", text: "" },
      after: null,
      now: NOW,
    });
    expect(contested.people.map(({ officialId }) => officialId)).toEqual([owing.officialId]);
    expect((await fileOf("csv", NOW)).toString("utf8").match(/Đang có ý kiến/g)).toHaveLength(1);

    const { objections } = await listPeriodObjections({ periodId, scope: SCOPE, answered: false, after: null });
    const answer = {
      periodId,
      objectionId: objections[0]!.id,
      scope: SCOPE,
      verdict: "rejected" as const,
      answer: "Hạn đã được gia hạn một lần.",
      now: NOW,
    };
    expect(await answerObjection({ ...answer, viewer: { ...hr, official: viewer.official } })).toMatchObject({
      reason: "own-objection",
    });
    await expect(answerObjection({ ...answer, scope: ["AG/XX"], viewer: hr })).rejects.toThrow();
    expect(await answerObjection({ ...answer, viewer: hr })).toEqual({ kind: "answered" });
    expect(await answerObjection({ ...answer, viewer: hr })).toMatchObject({ reason: "already-answered" });
    const mine = await viewMyEvaluation({ periodId, official: viewer.official, now: NOW });
    expect(mine.people[0]!.rows[0]!.contested).toBe(false);
    expect(mine.log[0]).toMatchObject({ answer: { verdict: "rejected" } });
    expect(await object(NOW)).toEqual({ kind: "noted" });
  });
});

describe("A period that is closed", () => {
  test("is closed once the cut-off day is over, by work that can break off in the middle", async () => {
    expect(await closePeriod({ periodId, scope: SCOPE, viewer: hr, now: NOW })).toEqual({
      kind: "refused",
      reason: "before-cut-off",
    });
    const before = await viewClosing({ periodId, scope: SCOPE, viewer: hr, now: AFTER_CUT_OFF });
    expect(before.open).toMatchObject({ people: await db.official.count(), objections: 1 });
    const begun = await closePeriod({ periodId, scope: SCOPE, viewer: hr, now: AFTER_CUT_OFF });
    if (begun.kind !== "begun") throw new Error(begun.reason);
    // What a run that ended in the middle leaves behind.
    const { snapshotId } = await db.evaluationPeriod.findUniqueOrThrow({ where: { id: periodId } });
    await db.evaluationSnapshotChunk.create({
      data: { snapshotId: snapshotId!, position: 0, sha256: "a".repeat(64), size: 1, lines: 1 },
    });
    const job = await jobOf(begun);
    expect(job).toMatchObject({ state: "done", outcome: { counts: { people: before.open.people, contested: 1 } } });
    const snapshot = (await readSnapshot(db, periodId))!;
    expect(snapshot.manifest.chunks).toHaveLength(1);
    expect(createHash("sha256").update(snapshot.manifestText).digest("hex")).toBe(snapshot.root);
    const signed = {
      publicKeyMultibase: snapshot.publicKey,
      bytes: Buffer.from(snapshot.root, "hex"),
      signature: Buffer.from(snapshot.signature, "base64"),
    };
    expect(verifySignature(signed)).toBe(true);
    const counted = await db.evaluationSnapshotLine.count({ where: { snapshotId: snapshot.id } });
    expect(counted).toBe(snapshot.manifest.people);
  });

  test("is fixed: neither its days nor its lines can be changed, not even by a mistake in the code", async () => {
    const snapshot = (await readSnapshot(db, periodId))!;
    for (const change of [
      "UPDATE evaluation_period SET title = 'Khác'",
      "DELETE FROM evaluation_period",
      "UPDATE evaluation_snapshot SET people = 1",
      `DELETE FROM evaluation_snapshot_line WHERE snapshot_id = '${snapshot.id}'`,
      "UPDATE evaluation_snapshot_chunk SET sha256 = ''",
      "DELETE FROM evaluation_objection_answer",
    ])
      await expect(db.$executeRawUnsafe(change), change).rejects.toThrow(/refused/);
    expect(await closePeriod({ periodId, scope: SCOPE, viewer: hr, now: LATER })).toEqual({
      kind: "refused",
      reason: "closed",
    });
  });

  test("gives the same bytes for ever, whatever changes; what changes is an amendment with its day and cause", async () => {
    const formats = ["csv", "json", "xlsx"] as const;
    const hashes = async (now: Date) =>
      Promise.all(
        formats.map(async (format) =>
          createHash("sha256")
            .update(await fileOf(format, now))
            .digest("hex"),
        ),
      );
    const first = await hashes(AFTER_CUT_OFF);
    const frozen = await allPeople();

    await letSomeLearn({ everyBegins: 1, everyCompletes: 1e9, at: new Date("2026-12-10T02:00:00Z") });
    await db.official.update({ where: { id: done.officialId }, data: { fullName: "Tên Đã Sửa" } });
    const { id } = await db.completion.findFirstOrThrow({ where: { officialId: done.officialId } });
    await db.$executeRaw`
      INSERT INTO completion (official_id, course_id, cycle, revision, corrects_id, version_id, completed_at, recorded_at, full_name, staff_number,
        staff_category, position_title, unit_id, unit_name, unit_path_names, course_title, started_at, attempts_used, because, reason, on_time, score_percent)
      SELECT official_id, course_id, cycle, 1, id, version_id, completed_at, ${LATER}, full_name, staff_number, staff_category, position_title,
        unit_id, unit_name, unit_path_names, course_title, started_at, attempts_used, because, 'Nhập nhầm kết quả', on_time, 92
      FROM completion WHERE id = ${id}::uuid`;

    expect(await hashes(LATER)).toEqual(first);
    expect(await allPeople(SCOPE, LATER)).toEqual(frozen);
    const { amendments } = await listAmendments({ periodId, scope: SCOPE, after: null, now: LATER });
    const mine = amendments.filter(({ officialId }) => officialId === done.officialId);
    expect(mine).toContainEqual(
      expect.objectContaining({
        kind: "changed",
        cause: "corrected",
        note: "Nhập nhầm kết quả",
        at: LATER.toISOString(),
      }),
    );
    expect(mine.find(({ cause }) => cause === "staff-list")?.changes).toEqual([
      { field: "fullName", before: done.fullName, after: "Tên Đã Sửa" },
    ]);
    expect(amendments.some(({ cause }) => cause === "completed-later")).toBe(true);
  });

  test("names its snapshot on the printed sheet, which is A4 across with its head on each page", async () => {
    const book = new excel.Workbook();
    await book.xlsx.load((await fileOf("xlsx", LATER)) as never);
    const sheet = book.worksheets[0]!;
    const snapshot = (await readSnapshot(db, periodId))!;
    const words = JSON.stringify(sheet.getSheetValues().slice(0, 12));
    expect(words).toContain(snapshot.id);
    expect(words).toContain(snapshot.root);
    expect(words).toContain("Độc lập - Tự do - Hạnh phúc");
    expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", paperSize: 9, fitToWidth: 1 });
    expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
    const head = sheet.getRow(Number(sheet.pageSetup.printTitlesRow!.split(":")[0]));
    expect(head.getCell(2).value).toBe("Họ và tên");
    expect(head.getCell(27).value).toBe("Nhận xét của người đánh giá");
  });
});
