import { ensureGenerated } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWithNpm } from "./follow-npm.mjs";
import { alone, root } from "./project.mjs";

process.chdir(root);
await alone(() => {
  ensureInstalled();
  ensureGenerated();
});

endWithNpm();
process.env.NODE_ENV ??= "development";
const { createServer } = await import("vite");
const vite = await createServer({ server: { middlewareMode: true } });
// Vite would end the process by itself and leave the database behind; our own shutdown closes Vite and all the rest.
process.removeAllListeners("SIGTERM");
process.stdin.removeAllListeners("end").unref?.();
const { runServer } = await vite.ssrLoadModule("/server.ts");
await runServer({ vite });
