/**
 * Saving an answer beside what the same PostgreSQL needs for a bare upsert of such a row, and with many people answering at
 * their own pace: does anything get lost, and how much longer does a save take than on an idle platform?
 */
import pg from "pg";
import { type Bench, drive, median, quantile, rateOf } from "./measure";
import type { WireRequest } from "./requests";
import type { Stage } from "./stage";
import { savesOf } from "./works";

export interface SavingFigures {
  /** People who save at once, each waiting for the answer; and connections of the bare upserts. */
  atOnce: number;
  /** Upserts a second through `pg`. */
  bare: number;
  /** Median over the rounds of saves / bare upserts. */
  ofBare: number;
  crowd: {
    people: number;
    everySeconds: number;
    answers: number;
    errors: number;
    /** Saves that were acknowledged and are not in the database. */
    lost: number;
    p95: number;
    unloadedP95: number;
  };
}

const EVERY = 3_000;
/** A room of people at a test; saves that come together share statements (docs/decisions/013). */
const AT_ONCE = 32;

export async function measureSaving(
  bench: Bench,
  input: { stage: Stage; databaseUrl: string },
): Promise<SavingFigures> {
  const { stage } = input;
  const requests = savesOf(stage, bench.app.port);
  const pool = new pg.Pool({ connectionString: input.databaseUrl, max: AT_ONCE });
  try {
    await pool.query("CREATE TABLE bench_answer (LIKE answer INCLUDING ALL)");
    await bareRate(pool, bench, stage, bench.warmUpSeconds / 2);
    const rounds: { bare: number; saves: number }[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      const bare = await bareRate(pool, bench, stage, bench.seconds);
      const saves = rateOf(
        await drive(bench, { port: bench.app.port, requests, seconds: bench.seconds, connections: AT_ONCE }),
      );
      rounds.push({ bare, saves });
    }
    const alone = await drive(bench, { port: bench.app.port, requests, seconds: bench.seconds, connections: 1 });
    return {
      atOnce: AT_ONCE,
      bare: median(rounds.map(({ bare }) => bare)),
      ofBare: median(rounds.map(({ bare, saves }) => saves / bare)),
      crowd: await crowdOf(bench, { stage, pool, unloadedP95: quantile(alone.latencies.sort(), 0.95) }),
    };
  } finally {
    await pool.query("DROP TABLE IF EXISTS bench_answer").catch(() => undefined);
    await pool.end();
  }
}

const UPSERT = `INSERT INTO bench_answer (attempt_id, question_id, sequence, response, marked, saved_at) VALUES ($1, $2, $3, $4, false, now())
ON CONFLICT (attempt_id, question_id) DO UPDATE SET sequence = excluded.sequence, response = excluded.response, saved_at = excluded.saved_at`;

async function bareRate(pool: pg.Pool, bench: Bench, { savers }: Stage, seconds: number): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < end) {
        const turn = done++;
        const { attemptId, answers } = savers[turn % savers.length]!;
        const { question } = answers[Math.floor(turn / savers.length) % answers.length]!;
        const values = [attemptId, question, turn, '{"option":"a"}'];
        await pool.query({ name: "bare-upsert", text: UPSERT, values });
      }
    }),
  );
  return done / ((performance.now() - start) / 1000);
}

async function crowdOf(
  bench: Bench,
  { stage, pool, unloadedP95 }: { stage: Stage; pool: pg.Pool; unloadedP95: number },
): Promise<SavingFigures["crowd"]> {
  const people: WireRequest[][] = stage.savers.map((saver) => savesOf({ ...stage, savers: [saver] }, bench.app.port));
  const seconds = Math.max(12, bench.seconds * 10);
  const answer = await bench.client.ask({ port: bench.app.port, seconds, every: EVERY, people });
  if (!("crowd" in answer)) throw new Error("error" in answer ? answer.error : "the client did something else");
  const { answers, latencies, faults, acknowledged } = answer.crowd;
  const { rows } = await pool.query<{ key: string; sequence: string }>(
    "SELECT attempt_id || ' ' || question_id AS key, sequence FROM answer WHERE attempt_id = ANY($1::uuid[])",
    [stage.savers.map(({ attemptId }) => attemptId)],
  );
  const stored = new Map(rows.map(({ key, sequence }) => [key, Number(sequence)]));
  const lost = acknowledged.flatMap((own, person) => {
    const { attemptId, answers: given } = stage.savers[person]!;
    return Object.entries(own).filter(
      ([place, number]) => (stored.get(`${attemptId} ${given[Number(place)]!.question}`) ?? 0) < number,
    );
  }).length;
  return {
    people: people.length,
    everySeconds: EVERY / 1000,
    answers,
    errors: faults.length,
    lost,
    p95: quantile(latencies.sort(), 0.95),
    unloadedP95,
  };
}
