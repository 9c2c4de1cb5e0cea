import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { ensureGenerated } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { alone, inProject, refuse, root } from "./project.mjs";

// node scripts/run.mjs <command> [arguments]: runs app/commands/<command>.ts, bundled in a moment, without building the site.
process.chdir(root);
const [command = "", ...args] = process.argv.slice(2);
const entry = inProject("app/commands", `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(entry)) {
  const names = readdirSync(inProject("app/commands"))
    .map((name) => name.replace(/\.ts$/, ""))
    .join(", ");
  refuse(
    `Không có lệnh "${command}"; các lệnh có: ${names}.`,
    `There is no command "${command}"; there are: ${names}.`,
  );
}
await alone(() => {
  ensureInstalled();
  ensureGenerated();
});

process.env.NODE_ENV ??= "production";
// A command says what it did; how the platform came to stand is of no interest.
process.env.LOG_LEVEL ??= "warn";
const { build } = await import("esbuild");
const folder = inProject(".cache/commands");
mkdirSync(folder, { recursive: true });
const bundle = `${folder}/${command}-${process.pid}.mjs`;
process.once("exit", () => rmSync(bundle, { force: true }));
await build({
  entryPoints: [entry],
  outfile: bundle,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  jsx: "automatic",
  packages: "external",
  logLevel: "warning",
});
// The command sees its own arguments where any program does.
process.argv = [process.argv[0], entry, ...args];
await import(bundle);
