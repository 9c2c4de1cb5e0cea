import type { Crowd, CrowdRound, Job, Round } from "./client";
import type { Server } from "./database";
import type { FloorAnswer } from "./floor";
import { type App, nodeTime, type Helper, postgresTime } from "./processes";
import { bodyOf, headOf, readAnswer } from "./raw-http";
import type { WireRequest } from "./requests";
import type { Work } from "./works";

export interface WorkFigures {
  name: string;
  requests: number;
  perSecond: number;
  /** (highest − lowest) / median of the rounds: how far to trust the line. */
  spread: number;
  p50: number;
  p95: number;
  /** Processor milliseconds a request, of the platform and of PostgreSQL. */
  appCpu: number;
  postgresCpu: number | null;
  /** SQL statements a request, without those that open and close transactions. */
  statements: number | null;
  transactions: number | null;
  /** Bytes of one answer on the wire, head included. */
  bytes: number;
  floorPerSecond: number;
  /** Median over the rounds of platform / floor, each round beside its own. */
  ofFloor: number;
  /** Processor milliseconds of a request to the floor: what it costs here and now to send these bytes at all. */
  floorCpu: number;
}

export type ClientReply = { round: Round } | { crowd: CrowdRound } | { error: string };

export interface Bench {
  app: App;
  server: Server;
  database: string;
  client: Helper<Job | Crowd, ClientReply>;
  floor: Helper<FloorAnswer, { port: number } | { set: true }>;
  floorPort: number;
  connections: number;
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
}

export async function measure(bench: Bench, work: Work): Promise<WorkFigures> {
  const { app, server, rounds, seconds } = bench;
  const parts = work.once ? inParts(work.requests, rounds + 1) : null;
  const requestsOf = (round: number) => parts?.[round] ?? work.requests;
  const warm = await drive(bench, {
    port: app.port,
    requests: requestsOf(0),
    seconds: bench.warmUpSeconds,
    once: work.once,
  });
  await bench.floor.ask(floorAnswerOf(warm.sample));
  const toFloor = { port: bench.floorPort, requests: work.requests, floor: true };
  await drive(bench, { ...toFloor, seconds: bench.warmUpSeconds / 4 });
  await server.settle();

  const before = await server.statements(bench.database);
  const cpu = { app: 0, postgres: 0, floor: 0 };
  const done: { app: Round; floor: Round }[] = [];
  for (let round = 1; round <= rounds; round++) {
    const start = clocks(bench);
    const onApp = await drive(bench, { port: app.port, requests: requestsOf(round), seconds, once: work.once });
    const end = clocks(bench);
    cpu.app += end.app - start.app;
    cpu.postgres += end.postgres - start.postgres;
    const onFloor = await drive(bench, { ...toFloor, seconds: seconds / 2 });
    cpu.floor += clocks(bench).floor - end.floor;
    done.push({ app: onApp, floor: onFloor });
  }
  const after = await server.statements(bench.database);

  const requests = done.reduce((sum, round) => sum + round.app.answers, 0);
  const rates = done.map((round) => rateOf(round.app));
  const latencies = Float64Array.from(done.flatMap((round) => [...round.app.latencies])).sort();
  const counted =
    before && after ? { work: after.work - before.work, transactions: after.transactions - before.transactions } : null;
  return {
    name: work.name,
    requests,
    perSecond: median(rates),
    spread: (Math.max(...rates) - Math.min(...rates)) / median(rates),
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    appCpu: cpu.app / requests,
    postgresCpu: server.postmaster === null ? null : cpu.postgres / requests,
    statements: counted && counted.work / requests,
    transactions: counted && counted.transactions / requests,
    bytes: warm.sample.length,
    floorPerSecond: median(done.map((round) => rateOf(round.floor))),
    ofFloor: median(done.map((round) => rateOf(round.app) / rateOf(round.floor))),
    floorCpu: cpu.floor / done.reduce((sum, round) => sum + round.floor.answers, 0),
  };
}

export interface Comparison {
  /** Median milliseconds of one request, one at a time. */
  small: number;
  large: number;
  /** Median over the rounds of large / small. */
  ratio: number;
}

/** The same page of two provinces, turn by turn, one request at a time: how long it takes, not how many fit in a second. */
export async function compare(bench: Bench, small: PageOf, large: PageOf): Promise<Comparison> {
  const medianTime = async ({ port, request }: PageOf, seconds: number) => {
    const round = await drive(bench, { port, requests: [request], seconds, connections: 1 });
    return quantile(round.latencies.sort(), 0.5);
  };
  for (const page of [small, large]) await medianTime(page, bench.warmUpSeconds);
  const rounds: [number, number][] = [];
  for (let round = 0; round < bench.rounds * 2; round++) {
    rounds.push([await medianTime(small, bench.seconds / 2), await medianTime(large, bench.seconds / 2)]);
  }
  return {
    small: median(rounds.map(([time]) => time)),
    large: median(rounds.map(([, time]) => time)),
    ratio: median(rounds.map(([one, other]) => other / one)),
  };
}

export interface PageOf {
  port: number;
  request: WireRequest;
}

export async function drive(
  bench: Bench,
  job: Partial<Job> & Pick<Job, "port" | "requests" | "seconds">,
): Promise<Round> {
  const answer = await bench.client.ask({ connections: bench.connections, once: false, floor: false, ...job });
  if ("error" in answer) throw new Error(answer.error);
  if (!("round" in answer)) throw new Error("the client did something else");
  const { round } = answer;
  if (round.faults.length > 0) throw new Error(`an answer was not what it should be: ${round.faults[0]}`);
  if (round.answers === 0) throw new Error("a round had no request to send");
  return round;
}

function clocks({ app, server, floor }: Bench): { app: number; postgres: number; floor: number } {
  const postgres = server.postmaster === null ? 0 : postgresTime(server.postmaster);
  return { app: nodeTime(app.pid), postgres, floor: nodeTime(floor.pid) };
}

// What Node's own server writes into every answer by itself.
const OWN_HEADERS = ["date", "connection", "keep-alive"];

/** A captured answer for the floor to send: the same status, headers and body, byte for byte. */
function floorAnswerOf(sample: Uint8Array): FloorAnswer {
  const answer = readAnswer(Buffer.from(sample))!;
  const headers: Record<string, string[]> = {};
  for (const line of headOf(answer).trimEnd().split("\r\n").slice(1)) {
    const colon = line.indexOf(": ");
    const name = line.slice(0, colon);
    if (!OWN_HEADERS.includes(name.toLowerCase())) (headers[name] ??= []).push(line.slice(colon + 2));
  }
  return { status: answer.status, headers, body: bodyOf(answer) };
}

function inParts<T>(items: readonly T[], count: number): T[][] {
  const size = Math.floor(items.length / count);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

export const rateOf = (round: Round) => round.answers / round.seconds;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}
