import { ensureGenerated } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { alone, root } from "./project.mjs";

process.chdir(root);
await alone(() => {
  ensureInstalled();
  ensureGenerated();
});

process.env.NODE_ENV ??= "development";
const { createServer } = await import("vite");
const vite = await createServer({ server: { middlewareMode: true } });
const { runServer } = await vite.ssrLoadModule("/server.ts");
await runServer({ vite });
