import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkBook } from "~/domain/certificates/register-store.server";
import { isGapless } from "~/domain/certificates/register";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildLearner, buildUnit } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const courseSlug = "khoa-thu";
let folder: string;
let program: string;

beforeAll(async () => {
  forgetVersions();
  await publishSmallCourse();
  // Inside the repository, so that it finds the packages.
  await mkdir("node_modules/.cache", { recursive: true });
  folder = await mkdtemp(path.resolve("node_modules/.cache/crashes-"));
  program = path.join(folder, "crashing-process.mjs");
  await build({
    entryPoints: ["tests/support/crashing-process.ts"],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    tsconfig: "tsconfig.json",
    logLevel: "error",
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the process; says whether it was killed. */
async function run(after: number, works: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [program, String(after), ...works], {
    env: { ...process.env, NODE_ENV: "test", HAND_IN_AT: now.toISOString() },
  });
  let wrong = "";
  child.stderr.on("data", (chunk: Buffer) => (wrong += chunk.toString()));
  child.stdout.resume();
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (signal === "SIGKILL") return true;
  if (code !== 0) throw new Error(wrong);
  return false;
}

const PEOPLE = 8;
/** Two and two at the same time, each killed after another statement: of the papers, the locks, the book, the commit. */
const KILLED_AFTER = [5, 18, 27, 40, 14, 33, 9, 48];

test("killed between statements again and again, the book has no gap and no double, and nothing that was earned is lost", async () => {
  const unit = await buildUnit({ code: "AG" });
  const papers: { officialId: string; attemptId: string }[] = [];
  for (let number = 0; number < PEOPLE; number++) {
    const learner = await buildLearner(unit, `Người Thứ ${number}`);
    await readAllLessons(learner, courseSlug, now);
    const attemptId = await beginTest(learner, courseSlug, now);
    await answerAll(learner, attemptId, true, now);
    papers.push({ officialId: learner.official.id, attemptId });
  }
  const handIn = ({ officialId, attemptId }: (typeof papers)[number]) => `${officialId}:${attemptId}`;
  let killed = 0;
  // Two have theirs already: those are issued again while processes die.
  for (const { officialId, attemptId } of papers.slice(-2)) {
    await submitTest({ viewer: null, officialId, attemptId, form: null, now });
  }
  for (let round = 0; round < KILLED_AFTER.length; round += 2) {
    const issued = await db.certificateTurn.findMany({
      select: { certificate: { select: { serial: true } } },
      take: 2,
    });
    const again = round >= 4 ? issued.map(({ certificate }) => `reissue:${certificate.serial}`) : [];
    // Both want the same papers: they wait for each other's locks while they are killed.
    const works = [...papers.slice(round / 2, round / 2 + 5).map(handIn), ...again];
    const ends = await Promise.all([
      run(KILLED_AFTER[round]!, works),
      run(KILLED_AFTER[round + 1]!, [...works].reverse()),
    ]);
    killed += ends.filter(Boolean).length;
    const check = await settledCheck();
    expect(check === null || isGapless(check), JSON.stringify(check)).toBe(true);
    await everyCompletionHasItsCertificate();
  }
  expect(killed, "processes that were really killed in the middle").toBeGreaterThanOrEqual(5);

  // Whoever comes after goes on: what was rolled back is handed in again, and nothing is done twice.
  for (const { officialId, attemptId } of papers) {
    await submitTest({ viewer: null, officialId, attemptId, form: null, now });
  }
  const check = (await settledCheck())!;
  expect(isGapless(check), JSON.stringify(check)).toBe(true);
  const numbers = await db.certificate.findMany({
    select: { registerNumber: true },
    orderBy: { registerNumber: "asc" },
  });
  expect(numbers.map(({ registerNumber }) => registerNumber)).toEqual(numbers.map((_, index) => index + 1));
  expect(await db.completion.count()).toBe(PEOPLE);
  expect(await db.certificateTurn.count()).toBe(PEOPLE);
  expect(await db.certificate.count()).toBe(
    PEOPLE + (await db.certificateEvent.count({ where: { kind: "reissued" } })),
  );
  await everyCompletionHasItsCertificate();
}, 240_000);

/** The server notices that a process is gone when it next speaks to it: until then its transaction may still hold a lock. */
async function settledCheck() {
  for (;;) {
    const [row] = await db.$queryRaw<{ open: number }[]>`
      SELECT count(*)::int AS open FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
    if (row!.open === 0) return checkBook(db, { issuerCode: "CHUACAUHINH", year: 2026 });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function everyCompletionHasItsCertificate() {
  const [row] = await db.$queryRaw<{ bare: number; turnless: number; eventless: number }[]>`
    SELECT (SELECT count(*)::int FROM completion k WHERE NOT EXISTS (SELECT FROM certificate c WHERE c.completion_id = k.id)) AS bare,
      (SELECT count(*)::int FROM completion k WHERE NOT EXISTS (
        SELECT FROM certificate_turn t WHERE t.official_id = k.official_id AND t.course_id = k.course_id AND t.cycle = k.cycle)) AS turnless,
      (SELECT count(*)::int FROM certificate c WHERE NOT EXISTS (
        SELECT FROM certificate_event e WHERE e.certificate_id = c.id AND e.kind = 'issued')) AS eventless`;
  expect(row).toEqual({ bare: 0, turnless: 0, eventless: 0 });
}
