import { deleteExpiredSessions } from "~/domain/auth/session-store.server";
import { minutes, seconds } from "~/domain/time";
import { deleteOldDeliveries } from "~/domain/integrations/webhook-store.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { logFault } from "~/platform/log.server";
import { checkRecordDaily } from "./check-record";
import { carryOutRetention } from "./carry-out-retention";
import { deleteUnnamedFiles } from "./delete-unnamed-files";
import { makeDocuments } from "./make-documents";
import { runForgottenJobs } from "./run-job";
import { runPublishJobs } from "./run-publish-jobs";
import { sealRecord } from "./seal-record";
import { runWebhooks } from "./send-webhooks";
import { sweepExpiredAttempts } from "./sweep-expired-attempts";

export const TIMED_WORK: { name: string; every: number; run: () => Promise<unknown> }[] = [
  { name: "sweep-expired-attempts", every: seconds(30), run: () => sweepExpiredAttempts({ now: now() }) },
  // Somebody watches it: the step from the button to the first sign of work is short.
  { name: "publish", every: seconds(2), run: () => runPublishJobs({ clock: now }) },
  { name: "make-documents", every: seconds(5), run: () => makeDocuments({ now: now() }) },
  { name: "make-all-documents", every: minutes(10), run: () => makeDocuments({ now: now(), all: true }) },
  { name: "webhooks", every: seconds(2), run: () => runWebhooks({ clock: now }) },
  { name: "delete-old-deliveries", every: minutes(60), run: () => deleteOldDeliveries(db, now()) },
  { name: "delete-expired-sessions", every: minutes(60), run: () => deleteExpiredSessions(now()) },
  // Once a day, by whoever looks first after its hour.
  { name: "retention", every: minutes(10), run: () => carryOutRetention({ clock: now }) },
  { name: "forgotten-jobs", every: seconds(45), run: runForgottenJobs },
  { name: "delete-unnamed-files", every: minutes(360), run: () => deleteUnnamedFiles({ now: now() }) },
  // Once a day, by whoever looks first after midnight: first what does not fit is found, then the day is closed over.
  { name: "check-and-seal-record", every: minutes(10), run: checkAndSealRecord },
];

async function checkAndSealRecord(): Promise<void> {
  await checkRecordDaily({ clock: now });
  await sealRecord({ now: now() });
}

/** What comes seldom comes for the first time soon after the start: a platform that was switched off overnight is not behind for long. */
const FIRST_ROUND = seconds(30);

/**
 * What happens without a request, on every process: harmless to repeat and safe side by side (docs/decisions/009). Returns the
 * function that ends it and waits for what is under way.
 */
export function startTimedWork(): () => Promise<void> {
  const underWay = new Set<Promise<void>>();
  const timers = TIMED_WORK.flatMap(({ name, every, run }) => {
    let busy = false;
    const round = () => {
      if (busy) return;
      busy = true;
      const work = run()
        .catch((error: unknown) => logFault(error, { method: "timed work", url: name }))
        .then(() => {
          busy = false;
          underWay.delete(work);
        });
      underWay.add(work);
    };
    return [setInterval(round, every), ...(every > FIRST_ROUND ? [setTimeout(round, FIRST_ROUND)] : [])];
  });
  timers.forEach((timer) => timer.unref());
  return async () => {
    timers.forEach((timer) => clearTimeout(timer));
    await Promise.all(underWay);
  };
}
