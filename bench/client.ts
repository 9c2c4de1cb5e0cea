/** A process of its own: drives a server in a closed loop, each connection asking again when it has its answer. */
import { type Answer, headOf, openConnection, plainBodyOf } from "./raw-http";
import { type Expectation, RISING, type WireRequest } from "./requests";

export interface Job {
  port: number;
  requests: WireRequest[];
  connections: number;
  seconds: number;
  /** Each request is sent once at most; the round ends when there is none left. */
  once: boolean;
  /** The floor sends the same bytes each time: status and length are compared, nothing is unpacked. */
  floor: boolean;
}

/** People who act at their own pace: each on a connection of their own, one request every so often. */
export interface Crowd {
  port: number;
  seconds: number;
  /** Milliseconds between two requests of one person. */
  every: number;
  people: WireRequest[][];
}

export interface CrowdRound {
  answers: number;
  latencies: Float64Array;
  faults: string[];
  /** Of each person, by the place of the request: the number that was put for `RISING` and was answered last. */
  acknowledged: Record<number, number>[];
}

export interface Round {
  answers: number;
  seconds: number;
  /** Milliseconds of each answer. */
  latencies: Float64Array;
  /** What was wrong with answers, a few of them. */
  faults: string[];
  /** One whole answer. */
  sample: Uint8Array;
}

let rising = Date.now();

async function drive(job: Job): Promise<Round> {
  const { requests, floor } = job;
  const connections = await Promise.all(Array.from({ length: job.connections }, () => openConnection(job.port)));
  const latencies: number[] = [];
  const received: { answer: Answer; expect: Expectation }[] = [];
  let next = 0;
  let length = 0;
  let sample: Answer | null = null;
  const faults: string[] = [];
  const start = performance.now();
  const end = start + job.seconds * 1000;

  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < end && !(job.once && next >= requests.length)) {
        const { text, expect } = requests[next++ % requests.length]!;
        const sent = performance.now();
        const answer = await connection.send(text.replace(RISING, String(++rising)));
        latencies.push(performance.now() - sent);
        sample ??= answer;
        if (!floor) received.push({ answer, expect });
        else if (answer.status !== sample.status || answer.raw.length !== (length ||= answer.raw.length)) {
          faults.push(`the floor sent other bytes: ${answer.raw.length} for ${length}`);
        }
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const connection of connections) connection.close();
  // After the clock has stopped: what is unpacked here took none of the machine from the platform.
  for (const { answer, expect } of received) {
    const fault = faultOf(answer, expect);
    if (fault && faults.push(fault) >= 5) break;
  }
  return {
    answers: latencies.length,
    seconds,
    latencies: Float64Array.from(latencies),
    faults,
    sample: (sample as Answer | null)?.raw ?? new Uint8Array(),
  };
}

async function walk({ port, seconds, every, people }: Crowd): Promise<CrowdRound> {
  const connections = await Promise.all(people.map(() => openConnection(port)));
  const latencies: number[] = [];
  const faults: string[] = [];
  const end = performance.now() + seconds * 1000;
  const acknowledged = await Promise.all(
    people.map(async (requests, person) => {
      const last: Record<number, number> = {};
      // Spread over the first turn: nobody has a common clock.
      await pause((every * person) / people.length);
      for (let turn = 0; performance.now() < end; turn++) {
        const { text, expect } = requests[turn % requests.length]!;
        const number = ++rising;
        const sent = performance.now();
        try {
          const answer = await connections[person]!.send(text.replace(RISING, String(number)));
          latencies.push(performance.now() - sent);
          const fault = faultOf(answer, expect);
          if (fault) faults.push(fault);
          else last[turn % requests.length] = number;
        } catch (error) {
          faults.push(String(error));
          break;
        }
        await pause(every - (performance.now() - sent));
      }
      return last;
    }),
  );
  for (const connection of connections) connection.close();
  return { answers: latencies.length, latencies: Float64Array.from(latencies), faults, acknowledged };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

function faultOf(answer: Answer, expect: Expectation): string | null {
  if (answer.status !== expect.status) {
    return `status ${answer.status} for ${expect.status}: ${headOf(answer).slice(0, 200)} ${plainBodyOf(answer).toString().slice(0, 300)}`;
  }
  if (expect.head && !headOf(answer).toLowerCase().includes(expect.head.toLowerCase())) {
    return `no "${expect.head}" in ${headOf(answer)}`;
  }
  if (!expect.contains) return null;
  const body = plainBodyOf(answer).toString();
  const missing = expect.contains.find((text) => !body.includes(text));
  return missing === undefined ? null : `"${missing}" does not stand in the page (${body.length} signs)`;
}

process.on("message", (job: Job | Crowd) => {
  const work = "people" in job ? walk(job).then((crowd) => ({ crowd })) : drive(job).then((round) => ({ round }));
  work.then(
    (done) => process.send!(done),
    (error: Error) => process.send!({ error: error.stack }),
  );
});
