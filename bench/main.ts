import { verify, hash } from "@node-rs/argon2";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import type { Crowd, Job } from "./client";
import { type Server, startServer } from "./database";
import type { FloorAnswer } from "./floor";
import { type Bench, type ClientReply, compare, measure } from "./measure";
import { HELP, type Options, readOptions, WrongOption } from "./options";
import { type App, memoryOf, startApp, startHelper } from "./processes";
import { readProfile } from "./profile";
import { measurePreview } from "./preview";
import { asMarkdown, type Figures, machine, previewLines } from "./report";
import type { Plan, Stage } from "./stage";
import { measureSaving } from "./saving";
import { transfers } from "./transfer";
import { overviewRequest, WORK_NAMES, worksFor } from "./works";

const PASSWORD = "do-hieu-nang-2026";
const FIRST_PORT = 3310;

/** Things to be ended, the last one first, however the run ends. */
const endings: (() => unknown)[] = [];
const say = (text: string) => void process.stderr.write(`${text}\n`);

/** `bundles` holds the helper processes beside this file. */
export async function main(input: { args: string[]; bundles: string; root: string }): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void end().then(() => process.exit(1)));
  }
  let code = 0;
  try {
    const options = readOptions(input.args);
    if (options === "help") process.stdout.write(HELP);
    else await run(options, input);
  } catch (error) {
    code = 1;
    say(error instanceof WrongOption || !(error instanceof Error) ? String(error) : `\n${error.stack}`);
  } finally {
    await end();
  }
  process.exit(code);
}

let ended: Promise<void> | null = null;

/** Once, whether the run is over or somebody has had enough of it: the platform must be gone before its database. */
function end(): Promise<void> {
  return (ended ??= (async () => {
    for (let ending = endings.pop(); ending; ending = endings.pop()) {
      await Promise.resolve(ending()).catch(() => undefined);
    }
  })());
}

async function run(options: Options, { bundles, root }: { bundles: string; root: string }): Promise<void> {
  const known: readonly string[] = [...WORK_NAMES, "preview"];
  const wanted = options.only ?? known;
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown) throw new WrongOption(`--only ${unknown}: known are ${known.join(", ")}`);
  const preview = wanted.includes("preview") ? await measurePreview({ root, rounds: options.quick ? 5 : 30 }) : null;
  if (preview) say(`preview: ${preview.preview.toFixed(0)} ms, ${preview.ratio.toFixed(2)} × a bare compile`);
  // It needs neither people nor a database.
  if (preview && wanted.length === 1) return void process.stdout.write(`\n${previewLines(preview).join("\n")}\n`);
  const loadBefore = loadavg()[0]!;
  const dataDir = mkdtempSync(path.join(tmpdir(), "chuan-muc-bench-"));
  endings.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir, databaseUrl: options.databaseUrl });
  endings.push(() => server.stop());
  say(server.description);

  const province = (people: number, port: number, nodeFlags: string[] = []) =>
    openProvince({
      server,
      bundles,
      root,
      dataDir,
      plan: { people, password: PASSWORD, crowd: options.crowd },
      port,
      nodeFlags,
    });
  const other = options.compare === null ? null : await province(options.compare, FIRST_PORT + 1);
  const profile = options.profile && path.resolve(root, options.profile);
  if (profile) mkdirSync(profile, { recursive: true });
  const { app, stage, database, databaseUrl } = await province(
    options.people,
    FIRST_PORT,
    profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [],
  );

  const client = startHelper<Job | Crowd, ClientReply>(path.join(bundles, "client.mjs"));
  endings.push(() => client.stop());
  const floor = startHelper<FloorAnswer, { port: number } | { set: true }>(path.join(bundles, "floor.mjs"));
  endings.push(() => floor.stop());
  const { port: floorPort } = (await floor.first) as { port: number };
  const bench: Bench = { app, server, database, client, floor, floorPort, ...options };

  const startTook = (performance.now() - app.startedAt) / 1000;
  const memoryAtStart = memoryOf(app.pid).now;
  const works: Figures["works"] = [];
  for (const work of worksFor({ stage, port: app.port, password: PASSWORD }).filter(({ name }) =>
    wanted.includes(name),
  )) {
    const figures = await measure(bench, work);
    say(`${work.name}: ${figures.perSecond.toFixed(0)}/s, 1/${(1 / figures.ofFloor).toFixed(1)} of the floor`);
    works.push(figures);
  }
  const saving = wanted.includes("save-answer") ? await measureSaving(bench, { stage, databaseUrl }) : null;
  const comparison = other && {
    people: [options.people, options.compare!] as [number, number],
    ...(await compare(
      bench,
      { port: app.port, request: overviewRequest({ stage, port: app.port }) },
      { port: other.app.port, request: overviewRequest({ stage: other.stage, port: other.app.port }) },
    )),
  };
  const { now: memoryAtEnd, most } = memoryOf(app.pid);
  const pages = await transfers({ stage, port: app.port });
  if (profile) await app.stop();
  const figures: Figures = {
    at: new Date().toISOString().slice(0, 16).replace("T", " "),
    machine: machine(server.description, loadBefore),
    options,
    works,
    passwordCpu: await passwordTime(),
    saving,
    preview,
    comparison,
    transfers: pages,
    memory: { start: memoryAtStart, end: memoryAtEnd, most },
    profile: profile ? readProfile(profile, startTook) : null,
  };
  const markdown = asMarkdown(figures);
  process.stdout.write(`\n${markdown}`);
  if (options.markdown) writeFileSync(path.resolve(root, options.markdown), markdown);
  if (options.json) writeFileSync(path.resolve(root, options.json), `${JSON.stringify(figures, null, 2)}\n`);
}

/** A filled database of its own, and the platform running on it. */
async function openProvince(input: {
  server: Server;
  bundles: string;
  root: string;
  dataDir: string;
  plan: Plan;
  port: number;
  nodeFlags: string[];
}): Promise<{ app: App; stage: Stage; database: string; databaseUrl: string }> {
  const { server, plan, port } = input;
  const began = performance.now();
  const database = `chuan_muc_bench_${plan.people}_${process.pid}`;
  const databaseUrl = await server.createDatabase(database);
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: input.dataDir,
    SECRET_KEY: "only-for-a-benchmark-on-invented-people",
    DEMO: "0",
    LOG_LEVEL: "warn",
  };
  const helper = startHelper<Plan, { stage: Stage } | { error: string }>(path.join(input.bundles, "prepare.mjs"), env);
  endings.push(() => helper.stop());
  const prepared = await helper.ask(plan);
  if ("error" in prepared) throw new Error(prepared.error);
  await server.settle();
  const entry = path.join(input.root, "bench/app.mjs");
  const app = await startApp({ entry, port, env, nodeFlags: input.nodeFlags });
  endings.push(() => app.stop());
  say(`${plan.people} people are ready after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return { app, stage: prepared.stage, database, databaseUrl };
}

/** One password check as the platform does it, in processor milliseconds. */
async function passwordTime(): Promise<number> {
  const stored = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const start = process.cpuUsage();
  const times = 10;
  for (let time = 0; time < times; time++) await verify(stored, PASSWORD);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / times;
}
