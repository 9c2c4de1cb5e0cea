import { ensureBuilt, ensureGenerated } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { alone, root } from "./project.mjs";

process.chdir(root);
await alone(() => {
  ensureInstalled();
  ensureGenerated();
  ensureBuilt();
});
