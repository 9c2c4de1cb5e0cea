import { beforeAll, expect, test } from "vitest";
import { choicesOf } from "~/domain/assessment/statistics/choices";
import { sumPapers } from "~/domain/assessment/statistics-store.server";
import { statisticsOf } from "~/domain/assessment/statistics/statistics";
import { db } from "~/platform/db.server";
import { publishSmallCourse } from "../../support/course";
import { single } from "../../support/questions";
import { useDatabase } from "../../support/database";
useDatabase();
let versionId: string;
beforeAll(async () => {
  versionId = (await publishSmallCourse()).versionId;
  await db.$transaction([
    db.$executeRawUnsafe("set local session_replication_role = replica"),
    db.$executeRawUnsafe(`insert into attempt (id, enrolment_id, official_id, version_id, number, seed, question_ids, status, started_at, deadline_at, submitted_at, points, max_points, percent, passed)
      select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '${versionId}', 1, 's', (select array_agg('b-' || ((i + k * 3) % 60)) from generate_series(0, 19) k), 'submitted', now(), now(), now(), 16, 20, 80, true from generate_series(1, 75000) i`),
    db.$executeRawUnsafe(`insert into answer (attempt_id, question_id, sequence, response, saved_at, points)
      select t.id, q, 1, case when random() < 0.8 then '{"option":"b"}'::jsonb else '{"option":"a"}' end, now(), case when random() < 0.8 then 1 when random() < 0.5 then 0.3333 else 0.25 end from attempt t, unnest(question_ids) q`),
  ], { timeout: 300000 } as never);
  await db.$executeRawUnsafe("analyze");
}, 400_000);
test("scale", async () => {
  const choices = Array.from({ length: 60 }, (_, i) => single(`b-${i}`)).flatMap(choicesOf);
  for (let i = 0; i < 1; i++) {
    const before = Date.now();
    const heap = process.memoryUsage().heapUsed;
    const sums = await sumPapers({ versionId, attempts: "first", from: null, to: null, choices });
    const took = Date.now() - before;
    const s = statisticsOf(sums);
    console.log("took", took, "compute", Date.now() - before - took, "n", s.n, "rest bars", sums.questions.reduce((a, q) => a + q.rest.length, 0), "heap MB", (process.memoryUsage().heapUsed - heap) / 1e6, s.internalConsistency, s.questions[0]!.discriminationIndex);
  }
  const { readFileSync } = await import("node:fs");
  const src = readFileSync("app/domain/assessment/statistics-store.server.ts", "utf8");
  const sql = src.slice(src.indexOf("const SUMS = `") + 14, src.indexOf("`;", src.indexOf("const SUMS"))).replaceAll("${UNIT}", "10000");
  const c = JSON.stringify(choices.map((x) => x.questionId)).slice(1, -1).replaceAll('"', "'");
  const p = JSON.stringify(choices.map((x) => x.part)).slice(1, -1).replaceAll('"', "'");
  const v = JSON.stringify(choices.map((x) => x.value)).slice(1, -1).replaceAll('"', "'");
  const filled = sql.replaceAll("$1", `'${versionId}'::uuid`).replaceAll("$2", "true").replaceAll("$3", "null").replaceAll("$4", "null").replaceAll("$5", `array[${c}]`).replaceAll("$6", `array[${p}]`).replaceAll("$7", `array[${v}]`);
  const plan = await db.$queryRawUnsafe<Record<string, string>[]>("explain (analyze, costs off, buffers off) " + filled);
  console.log(plan.map((r) => Object.values(r)[0]).join("\n").slice(0, 6000));
}, 300_000);
