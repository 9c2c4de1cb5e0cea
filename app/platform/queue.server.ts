import PgBoss from "pg-boss";

/** A line of messages that somebody works through, on the same PostgreSQL (schema pgboss). */
export interface Queue {
  name: string;
  /** Throws when the message is to come again, at most `retries` times, later each time. */
  work: (data: object) => Promise<void>;
  retries: number;
  /** Before it comes again the first time; doubled each time. */
  retryAfterSeconds: number;
  /** Longest that one message may take before it is thought to be lost. */
  expireInSeconds: number;
}

export interface QueueMessage {
  queue: string;
  data: object;
  /** While one with this key waits, no second one is put beside it. */
  onceKey?: string;
}

const holder = globalThis as typeof globalThis & { chuanMucQueue?: PgBoss };

/** Starts working through the queues; returns what ends it after the messages at hand. */
export async function startQueues(input: {
  databaseUrl: string;
  queues: readonly Queue[];
  onFault: (error: unknown) => void;
}): Promise<() => Promise<void>> {
  // Nothing of ours is sent by the calendar (docs/decisions/009): without it the queue asks a third less while it is idle.
  const boss = new PgBoss({
    connectionString: input.databaseUrl,
    application_name: "chuan-muc-queue",
    max: 3,
    schedule: false,
  });
  boss.on("error", input.onFault);
  await boss.start();
  for (const { name, work, retries, retryAfterSeconds, expireInSeconds } of input.queues) {
    const options = { name, retryLimit: retries, retryDelay: retryAfterSeconds, retryBackoff: true, expireInSeconds };
    // A queue keeps the options that it was made with, and those of a newer release differ.
    await ((await boss.getQueue(name)) ? boss.updateQueue(name, options) : boss.createQueue(name, options));
    await boss.work<object>(name, { batchSize: 1, pollingIntervalSeconds: 2 }, async (messages) => {
      for (const { data } of messages) await work(data);
    });
  }
  holder.chuanMucQueue = boss;
  return async () => {
    delete holder.chuanMucQueue;
    await boss.stop({ graceful: true, timeout: 10_000 });
  };
}

/**
 * Puts a message into its queue; to be called after the transaction that it tells of. False when this process works no queues: what
 * must not be lost stands in a row of its own that is looked for by timed work.
 */
export async function enqueue({ queue, data, onceKey }: QueueMessage): Promise<boolean> {
  const boss = holder.chuanMucQueue;
  if (!boss) return false;
  await boss.send(queue, data, onceKey === undefined ? {} : { singletonKey: onceKey });
  return true;
}
