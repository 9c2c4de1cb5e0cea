/**
 * An evaluation run over a whole province for a year, measured: `npx tsx bench/evaluation-run.ts [people]`. People, duties, attempts,
 * completions and certificates are made by the database; the period is closed by the very work that a press of the button starts, and
 * exported as the page does it; then the official report, the seal, the nightly comparison and the export of the record. Says how long each took and how much memory this process had at most.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../app/platform/embedded-postgres.server";
import { applyMigrations } from "../app/platform/migrations.server";
import { measureRecord, measureReport } from "./record-of-province";

const PEOPLE = Number(process.argv[2] ?? 75_000);
const NOW = new Date("2026-12-02T02:00:00Z");
const MB = 1024 * 1024;
const say = (text: string) => void process.stdout.write(`${text}\n`);

let peak = 0;
const watch = () => (peak = Math.max(peak, process.memoryUsage().rss));

async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  peak = before;
  const timer = setInterval(watch, 50);
  const began = performance.now();
  const made = await work();
  clearInterval(timer);
  watch();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${what}: ${seconds} s, memory ${(before / MB).toFixed(0)} MB before, ${(peak / MB).toFixed(0)} MB at most`);
  return made;
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "evaluation-run-"));
  process.env["DATA_DIR"] = dataDir;
  const postgres = await startEmbeddedPostgres({ dataDir, settings: { fsync: "off", synchronous_commit: "off" } });
  try {
    process.env["DATABASE_URL"] = postgres.url;
    await applyMigrations({ directory: path.resolve("prisma/migrations"), databaseUrl: postgres.url });
    await run();
  } finally {
    const { closeDatabase } = await import("../app/platform/db.server");
    await closeDatabase();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function run(): Promise<void> {
  const { db, inTransaction, LONG_WORK, query } = await import("../app/platform/db.server");
  const { recountStandings } = await import("../app/domain/enrolment/standing-store.server");
  const { createDemoProvince } = await import("../app/use-cases/system/create-demo-province");
  const { publishSmallCourse } = await import("../tests/support/course");
  const { assignCourse } = await import("../app/use-cases/hr/assign-course");
  const { openPeriod } = await import("../app/use-cases/hr/evaluation-periods");
  const { closePeriod } = await import("../app/use-cases/hr/close-period");
  const { exportEvidence } = await import("../app/use-cases/hr/export-evidence");
  const { listAmendments } = await import("../app/use-cases/hr/list-amendments");
  const { viewEvidence } = await import("../app/use-cases/hr/view-evidence");
  const { evidenceFileResponse } = await import("../app/http/evidence-sheet.server");
  const { runJob } = await import("../app/use-cases/system/run-job");
  const { proposedDays } = await import("../app/domain/evaluation/period");
  const { SYSTEM_ACTOR } = await import("../app/domain/audit/audit-event");

  await measured(`making ${PEOPLE} people`, () =>
    createDemoProvince({ password: "do-hieu-nang-2026", now: NOW, size: "province", people: PEOPLE }),
  );
  const { slug } = await publishSmallCourse();
  const wish = { actor: SYSTEM_ACTOR, scope: ["AG"], courseSlug: slug, note: null, unitCode: "AG" };
  await assignCourse({ ...wish, dueOn: "2026-06-30", cycle: "2026", now: new Date("2026-03-01T02:00:00Z") });
  await assignCourse({ ...wish, dueOn: "2026-11-15", cycle: "2026-2", now: new Date("2026-09-01T02:00:00Z") });
  await query("bench-learn", LEARN, []);
  await query("bench-certify", CERTIFY, []);
  const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug } });
  for (const cycle of ["2026", "2026-2"])
    await inTransaction((tx) => recountStandings(tx, { courseId, cycle, unitPath: "AG" }), LONG_WORK);
  await query("bench-analyze", "ANALYZE", []);

  const opened = await openPeriod({
    ...proposedDays("year", 2026),
    actor: SYSTEM_ACTOR,
    scope: ["AG"],
    unitCode: "AG",
    periodKind: "year",
    title: "Năm 2026",
    now: NOW,
  });
  if (opened.kind !== "opened") throw new Error(opened.kind);
  const { periodId } = opened;
  const account = await db.account.findFirstOrThrow();
  const root = await db.unit.findUniqueOrThrow({ where: { code: "AG" } });
  const role = { role: "hr" as const, unitId: root.id, unitPath: root.path, unitName: root.name };
  const viewer = {
    accountId: account.id,
    sessionIdHash: "",
    displayName: "Đo hiệu năng",
    identifier: "x",
    mustChangePassword: false,
    official: null,
    roles: [role],
    ip: null,
  };
  const page = (status: "contested" | "without" | null, text = "") =>
    viewEvidence({ periodId, scope: ["AG"], filter: { status, text }, after: null, now: NOW });
  await measured("first page, open", () => page(null));
  await measured("search by name, open", () => page(null, "nguyen van an"));
  await measured("filter that finds nobody, open", () => page("without"));
  const closed = await measured("confirmation and start of closing", () =>
    closePeriod({ periodId, scope: ["AG"], viewer, now: NOW }),
  );
  if (closed.kind !== "begun") throw new Error(closed.reason);
  await measured("CLOSING (snapshot of everybody)", () => runJob(closed.jobId));
  const job = await db.longJob.findUniqueOrThrow({ where: { id: closed.jobId } });
  say(JSON.stringify({ state: job.state, tries: job.tries, outcome: job.outcome }));
  const { _sum } = await db.evaluationSnapshotChunk.aggregate({ _sum: { size: true } });
  say(`snapshot: ${((_sum.size ?? 0) / MB).toFixed(0)} MB in ${await db.evaluationSnapshotChunk.count()} pieces`);
  await measured("first page, closed", () => page(null));
  await measured("amendments, first page", () => listAmendments({ periodId, scope: ["AG"], after: null, now: NOW }));
  for (const format of ["csv", "json", "xlsx"] as const) {
    await measured(`export of everybody as ${format}`, async () => {
      const file = await exportEvidence({ actor: SYSTEM_ACTOR, periodId, scope: ["AG"], format, now: NOW });
      let bytes = 0;
      const reader = evidenceFileResponse({ file, format }).body!.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
      say(`  ${(bytes / MB).toFixed(1)} MB`);
    });
  }
  await measureReport({ measured, say, viewer, periodId, now: NOW });
  await measureRecord({ measured, say, folder: process.env["DATA_DIR"]!, now: NOW });
}

// Two of three have begun, six of ten have passed and finished: every tenth of those too late.
const LEARN = `
WITH begun AS (
  UPDATE enrolment e SET started_at = e.created_at + interval '3 days',
    completed_at = CASE WHEN abs(hashtext(e.id::text)) % 10 < 6 THEN e.due_on + time '02:00' +
      CASE WHEN abs(hashtext(e.id::text)) % 100 < 6 THEN interval '4 days' ELSE - interval '9 days' END END
  WHERE abs(hashtext(e.id::text)) % 10 < 7
  RETURNING e.*
), lessons AS (
  INSERT INTO lesson_progress (enrolment_id, lesson_id, opened_at, last_seen_at, finished_at)
  SELECT b.id, l.lesson_id, b.started_at, b.completed_at - interval '1 hour', b.completed_at - interval '1 hour'
  FROM begun b JOIN lesson_version l ON l.version_id = b.version_id WHERE b.completed_at IS NOT NULL
), attempts AS (
  INSERT INTO attempt (enrolment_id, official_id, version_id, number, seed, question_ids, status, started_at, deadline_at, submitted_at,
    points, max_points, percent, passed)
  SELECT b.id, b.official_id, b.version_id, n, 's', '{}', 'submitted', b.completed_at - interval '20 minutes', b.completed_at, b.completed_at,
    8, 10, CASE WHEN n = 2 THEN 80 ELSE 60 END, n = 2
  FROM begun b, generate_series(1, 2) n WHERE b.completed_at IS NOT NULL
)
INSERT INTO completion (official_id, course_id, cycle, version_id, completed_at, recorded_at, full_name, staff_number, staff_category,
  position_title, unit_id, unit_name, unit_path_names, course_title, started_at, assigned_at, due_on, on_time, score_percent, attempts_used, because)
SELECT b.official_id, b.course_id, b.cycle, b.version_id, b.completed_at, b.completed_at, o.full_name, o.staff_number, o.staff_category,
  o.position_title, u.id, u.name, u.name, 'Khóa thử', b.started_at, b.created_at, b.due_on, b.completed_at::date <= b.due_on, 80, 2, '[]'
FROM begun b JOIN official o ON o.id = b.official_id JOIN unit u ON u.id = o.unit_id WHERE b.completed_at IS NOT NULL`;

const CERTIFY = `
INSERT INTO certificate (serial, issuer_code, year, register_number, number, completion_id, official_id, course_id, version_id, cycle, issued_at,
  template_version, facts)
SELECT 'S' || row_number() OVER (), 'SNV', 2026, row_number() OVER (), row_number() OVER () || '/GCN-SNV', k.id, k.official_id, k.course_id,
  k.version_id, k.cycle, k.completed_at, 1, '{}' FROM completion k
RETURNING id`;

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
