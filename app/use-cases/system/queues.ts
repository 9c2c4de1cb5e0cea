import { env } from "~/platform/env.server";
import { logFault } from "~/platform/log.server";
import { type Queue, startQueues } from "~/platform/queue.server";
import { runJob } from "./run-job";
import { LONG_WORK_QUEUE } from "./start-job";

const QUEUES: Queue[] = [
  {
    name: LONG_WORK_QUEUE,
    work: (data) => runJob((data as { id: string }).id),
    // A job knows itself how often it was tried; here the message is only passed on.
    retries: 2,
    retryAfterSeconds: 5,
    expireInSeconds: 4 * 3600,
  },
];

/** Begins to work through every queue; returns what ends it. */
export function startWorkingQueues(): Promise<() => Promise<void>> {
  const onFault = (error: unknown) => logFault(error, { method: "queue", url: "pg-boss" });
  return startQueues({ databaseUrl: env().databaseUrl, queues: QUEUES, onFault });
}
