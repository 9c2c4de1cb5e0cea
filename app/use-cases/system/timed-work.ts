import { deleteExpiredSessions } from "~/domain/auth/session-store.server";
import { minutes, seconds } from "~/domain/time";
import { now } from "~/platform/clock.server";
import { logFault } from "~/platform/log.server";
import { carryOutRetention } from "./carry-out-retention";
import { deleteUnnamedFiles } from "./delete-unnamed-files";
import { runForgottenJobs } from "./run-job";
import { runPublishJobs } from "./run-publish-jobs";
import { sweepExpiredAttempts } from "./sweep-expired-attempts";

const WORK: { name: string; every: number; run: () => Promise<unknown> }[] = [
  { name: "sweep-expired-attempts", every: seconds(30), run: () => sweepExpiredAttempts({ now: now() }) },
  // Somebody watches it: the step from the button to the first sign of work is short.
  { name: "publish", every: seconds(2), run: () => runPublishJobs({ clock: now }) },
  { name: "delete-expired-sessions", every: minutes(60), run: () => deleteExpiredSessions(now()) },
  // Once a day, by whoever looks first after its hour.
  { name: "retention", every: minutes(10), run: () => carryOutRetention({ clock: now }) },
  { name: "forgotten-jobs", every: seconds(45), run: runForgottenJobs },
  { name: "delete-unnamed-files", every: minutes(360), run: () => deleteUnnamedFiles({ now: now() }) },
];

/**
 * What happens without a request, on every process: harmless to repeat and safe side by side (docs/decisions/009). Returns the
 * function that ends it and waits for what is under way.
 */
export function startTimedWork(): () => Promise<void> {
  const underWay = new Set<Promise<void>>();
  const timers = WORK.map(({ name, every, run }) => {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      const work = run()
        .catch((error: unknown) => logFault(error, { method: "timed work", url: name }))
        .then(() => {
          busy = false;
          underWay.delete(work);
        });
      underWay.add(work);
    }, every);
    timer.unref();
    return timer;
  });
  return async () => {
    timers.forEach((timer) => clearInterval(timer));
    await Promise.all(underWay);
  };
}
