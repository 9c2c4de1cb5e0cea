import { ensureBuilt, ensureGenerated } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWithNpm } from "./follow-npm.mjs";
import { alone, inProject, root } from "./project.mjs";

process.chdir(root);
await alone(() => {
  ensureInstalled();
  ensureGenerated();
  ensureBuilt();
});

endWithNpm();
process.env.NODE_ENV ??= "production";
const { runServer } = await import(inProject("build/server/main.js"));
await runServer();
