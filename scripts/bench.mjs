import { mkdirSync, rmSync } from "node:fs";
import { ensureBuilt, ensureGenerated } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWithNpm } from "./follow-npm.mjs";
import { alone, inProject, root } from "./project.mjs";

// npm run bench -- --help: measures the built platform as in production; docs/benchmark.md says what the figures mean.
process.chdir(root);
await alone(() => {
  ensureInstalled();
  ensureGenerated();
  ensureBuilt();
});

endWithNpm();
process.env.LOG_LEVEL ??= "warn";
const { build } = await import("esbuild");
const bundles = inProject(".cache", `bench-${process.pid}`);
mkdirSync(bundles, { recursive: true });
process.once("exit", () => rmSync(bundles, { recursive: true, force: true }));
await build({
  entryPoints: ["main", "prepare", "client", "floor"].map((name) => inProject("bench", `${name}.ts`)),
  outdir: bundles,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  jsx: "automatic",
  packages: "external",
  logLevel: "warning",
});
const { main } = await import(`${bundles}/main.mjs`);
await main({ args: process.argv.slice(2), bundles, root });
