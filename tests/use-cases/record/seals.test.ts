import { beforeAll, describe, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { readEntries } from "~/domain/seals/seal-store.server";
import { rowHash } from "~/domain/seals/seal-hash.server";
import { readRowTexts } from "~/domain/seals/record-rows-store.server";
import { isRecordTable, RECORD_TABLES } from "~/domain/seals/seal";
import { verifyDump } from "~/domain/seals/verify-dump.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db, inTransaction } from "~/platform/db.server";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { submitTest } from "~/use-cases/learner/submit-test";
import { checkRecord, checkRecordDaily } from "~/use-cases/system/check-record";
import { exportRecord } from "~/use-cases/system/export-record";
import { sealRecord } from "~/use-cases/system/seal-record";
import { buildLearner, buildUnit } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-26T03:00:00Z");
const nextDay = new Date("2026-11-27T03:00:00Z");
let learner: OfficialViewer;

beforeAll(async () => {
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  const { slug } = await publishSmallCourse();
  learner = await buildLearner(await buildUnit({ code: "P-A", parent: root }));
  await readAllLessons(learner, slug, now);
  const attemptId = await beginTest(learner, slug, now);
  await answerAll(learner, attemptId, true, now);
  await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now });
});

const tell = (text: string) =>
  recordAudit(db, {
    actor: SYSTEM_ACTOR,
    action: "setting.changed",
    subject: { type: "setting", id: text, label: text },
    at: now,
  });

async function exported(): Promise<Buffer> {
  const parts: string[] = [];
  for await (const line of exportRecord({ now })) parts.push(line);
  return Buffer.from(parts.join(""));
}

/** As somebody with the rights of the database's owner could. */
const behindTheTriggers = (statement: string) =>
  db.$transaction([
    db.$executeRawUnsafe("set local session_replication_role = replica"),
    db.$executeRawUnsafe(statement),
  ]);

describe("the sealed record", () => {
  test("every row is noted with its hash as it is written, and the database and the verifier hash alike", async () => {
    const entries = await readEntries({ seal: null, after: null, limit: 1000 });
    expect(new Set(entries.map(({ table }) => table))).toEqual(
      new Set(["audit_event", "certificate", "certificate_event", "completion"]),
    );
    for (const { table, key, hash } of entries) {
      const text = isRecordTable(table) ? (await readRowTexts(table, [key])).get(key)! : "";
      expect(rowHash(table, key, text)).toBe(hash);
    }
  });

  test("a day is sealed once, also by several at the same time; the next day follows on it, with nothing in it if nothing came", async () => {
    const made = await Promise.all([sealRecord({ now }), sealRecord({ now }), sealRecord({ now })]);
    expect(made.map(({ seals }) => seals).sort()).toEqual([0, 0, 1]);
    expect(await sealRecord({ now: nextDay })).toEqual({ seals: 1, entries: 0 });
    expect(await db.recordEntry.count({ where: { sealNumber: null } })).toBe(0);
  });

  test("what commits after a seal goes into the next one, and nobody who writes waits for the sealing", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const late = inTransaction(async (tx) => {
      await recordAudit(tx, {
        actor: SYSTEM_ACTOR,
        action: "setting.changed",
        subject: { type: "setting", id: "late", label: "x" },
        at: now,
      });
      written();
      await held;
    });
    await isWritten;
    await tell("in time");
    expect(await sealRecord({ now: nextDay, again: true })).toEqual({ seals: 1, entries: 1 });
    release();
    await late;
    expect(await sealRecord({ now: nextDay, again: true })).toEqual({ seals: 1, entries: 1 });
  });

  test("an export is intact, with what is not sealed yet", async () => {
    await tell("after the seals");
    expect(await verifyDump([await exported()])).toMatchObject({ ok: true, summary: { seals: 4, unsealed: 1 } });
  });

  test("no table of the record can be changed, emptied or thinned out, nor can the seals", async () => {
    for (const table of [...RECORD_TABLES, "record_entry", "record_seal"]) {
      for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
        const rows = await db.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`);
        if (statement.startsWith("DELETE") && rows[0]!.count === 0) continue;
        await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/append-only/);
      }
    }
    await expect(db.$executeRaw`UPDATE completion SET score_percent = 100`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`UPDATE record_entry SET seal_number = 99`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`UPDATE record_entry SET row_hash = '\\x00' WHERE seal_number IS NULL`).rejects.toThrow(
      /append-only/,
    );
    await expect(db.$executeRaw`UPDATE record_seal SET root = ''`).rejects.toThrow(/append-only/);
  });

  test("the nightly comparison finds nothing, and is made once a day", async () => {
    expect(await checkRecord({ clock: () => now })).toMatchObject({ mismatches: 0, turns: 1 });
    expect(await checkRecordDaily({ clock: () => now })).toBeNull();
    expect(await checkRecordDaily({ clock: () => nextDay })).toMatchObject({ mismatches: 0 });
  });

  test("a mark that somebody changed is found, and so is a count", async () => {
    await db.enrolment.updateMany({ data: { completedAt: null } });
    const { checkId } = await checkRecord({ clock: () => now });
    expect(await found(checkId)).toEqual(["mark-missing"]);
    await db.enrolment.updateMany({ data: { completedAt: now, required: true, dueOn: new Date("2026-12-01") } });
    expect(await found((await checkRecord({ clock: () => now })).checkId)).toEqual(["unit-count"]);
    await db.enrolment.updateMany({ data: { required: false, dueOn: null } });
    expect(await checkRecord({ clock: () => now })).toMatchObject({ mismatches: 0 });
  });

  test("a row that was changed behind the triggers is named by the comparison and by the verifier", async () => {
    const { id } = await db.completion.findFirstOrThrow();
    const before = await db.completion.findFirstOrThrow();
    await behindTheTriggers("UPDATE completion SET score_percent = 99.5");
    expect(await found((await checkRecord({ clock: () => now })).checkId)).toEqual(["row-altered"]);
    expect(await verifyDump([await exported()])).toMatchObject({
      fault: { kind: "row-altered", table: "completion", key: id },
    });
    // Together with what is noted of it: only the seal still knows.
    await behindTheTriggers(
      `UPDATE record_entry SET row_hash = (SELECT record_hash('completion', id::text, record_text(to_jsonb(k))) FROM completion k) WHERE table_name = 'completion'`,
    );
    expect(await verifyDump([await exported()])).toMatchObject({
      fault: { kind: "row-altered", table: "completion", key: id, seal: 1 },
    });
    await behindTheTriggers(`UPDATE completion SET score_percent = ${Number(before.scorePercent)}`);
    await behindTheTriggers(
      `UPDATE record_entry SET row_hash = (SELECT record_hash('completion', id::text, record_text(to_jsonb(k))) FROM completion k) WHERE table_name = 'completion'`,
    );
    expect(await verifyDump([await exported()])).toMatchObject({ ok: true });
  });

  test("a row that is gone, and one that came in past the triggers, are named", async () => {
    const { id } = await db.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
    await behindTheTriggers(`DELETE FROM audit_event WHERE id = ${id}`);
    expect(await found((await checkRecord({ clock: () => now })).checkId)).toEqual(["row-missing"]);
    expect(await verifyDump([await exported()])).toMatchObject({
      fault: { kind: "row-missing", table: "audit_event", key: String(id) },
    });
    await behindTheTriggers(`DELETE FROM record_entry WHERE table_name = 'audit_event' AND row_key = '${id}'`);
    await behindTheTriggers(
      `INSERT INTO audit_event (id, at, actor_name, action, subject_type, subject_id, subject_label) VALUES (900, now(), 'x', 'x', 'x', 'x', 'x')`,
    );
    expect(await found((await checkRecord({ clock: () => now })).checkId)).toEqual(["row-unnoted"]);
    expect(await verifyDump([await exported()])).toMatchObject({
      fault: { kind: "row-added", table: "audit_event", key: "900" },
    });
  });
});

async function found(checkId: string): Promise<string[]> {
  const rows = await db.recordMismatch.findMany({ where: { checkId }, orderBy: { position: "asc" } });
  return rows.map(({ kind }) => kind);
}
