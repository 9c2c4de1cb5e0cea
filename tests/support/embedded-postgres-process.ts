// Run by itself: an app that holds the PostgreSQL of the folder it is given, until it is told to stop or is killed.
import { startEmbeddedPostgres } from "../../app/platform/embedded-postgres.server";

const dataDir = process.argv[2] ?? "";
const settings = { fsync: "off", shared_buffers: "16MB" };

try {
  const postgres = await startEmbeddedPostgres({
    dataDir,
    settings,
    onNotice: (message) => report({ notice: message }),
  });
  process.once("SIGTERM", () => void postgres.stop().then(() => process.exit(0)));
  // The process has nothing else to do, and must not end for that.
  setInterval(() => undefined, 60_000);
  report({ url: postgres.url, pid: postgres.pid });
} catch (error) {
  report({ refused: (error as Error).message });
  process.exit(1);
}

function report(message: { url?: string; pid?: number; notice?: string; refused?: string }): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
