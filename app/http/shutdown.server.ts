import type { Server } from "node:http";
import { log } from "~/platform/log.server";

const PATIENCE_MS = 10_000;
/** npm and the terminal may both pass the same Ctrl-C on; a second one this late is a person losing patience. */
const SAME_SIGNAL_MS = 1_500;

/**
 * On SIGINT or SIGTERM: no new connections, the requests in hand are finished (10 s at most), then everything that
 * `close` closes, then exit code 0. A second signal does not wait for requests.
 */
export function closeOnSignal(server: Server, close: () => Promise<void>): void {
  let since: number | null = null;

  async function leave(signal: NodeJS.Signals): Promise<void> {
    if (since !== null) {
      if (Date.now() - since > SAME_SIGNAL_MS) server.closeAllConnections();
      return;
    }
    since = Date.now();
    log().info({ signal }, "stopping");
    const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    // A connection that has just had its answer stays open for the next request, which will not come.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    clearInterval(sweep);
    clearTimeout(impatient);
    try {
      await close();
    } catch (error) {
      log().error({ error }, "could not stop cleanly");
      process.exit(1);
    }
    log().info("stopped");
    process.exit(0);
  }

  process.on("SIGINT", (signal) => void leave(signal));
  process.on("SIGTERM", (signal) => void leave(signal));
}
