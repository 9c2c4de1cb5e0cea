import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { hashOf, inProject, readStamp, refuse, root, say, writeStamp } from "./project.mjs";

const CLIENT = "app/platform/generated/prisma";
const CLIENT_STAMP = "app/platform/generated/made-from";
const BUILD_STAMP = "build/made-from";
const SOURCES = [
  "app",
  "public",
  "server.ts",
  "vite.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "package-lock.json",
  "prisma/schema.prisma",
  "scripts/ensure-built.mjs",
];

/** Makes the Prisma client when it is missing or the schema has changed since. */
export function ensureGenerated() {
  const wanted = hashOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (existsSync(inProject(CLIENT, "client.ts")) && readStamp(CLIENT_STAMP) === wanted) return;
  say("Đang tạo phần truy cập cơ sở dữ liệu …", "Generating the database client …");
  // It looks for news on the network otherwise.
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  run("prisma", "build/index.js", ["generate"], quiet);
  writeStamp(CLIENT_STAMP, wanted);
}

/** Builds the site when there is no build or a source has changed since. */
export function ensureBuilt() {
  const wanted = hashOf(SOURCES, (name) => name === "app/platform/generated");
  if (existsSync(inProject("build/server/main.js")) && readStamp(BUILD_STAMP) === wanted) return;
  build(wanted);
}

function build(wanted) {
  say("Đang biên dịch trang web …", "Building the site …");
  const start = Date.now();
  rmSync(inProject(BUILD_STAMP), { force: true });
  run("@remix-run/dev", "dist/cli.js", ["vite:build", "--logLevel", "warn"], { NODE_ENV: "production" });
  compress(inProject("build/client"));
  writeStamp(BUILD_STAMP, wanted);
  say(`Biên dịch xong sau ${seconds(start)} giây.`, `Built in ${seconds(start)} s.`);
}

const seconds = (start) => ((Date.now() - start) / 1000).toFixed(1);

/** The server hands out `.br` and `.gz` as they are: pressed once, as small as they get. */
function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!/\.(css|js|json|svg|ttf|txt|html|map|webmanifest)$/.test(name)) continue;
    const bytes = readFileSync(file);
    if (bytes.length < 512) continue;
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Runs the program of a package as a process of its own; what it says is shown when it fails. */
function run(packageName, program, args, environment) {
  const file = inProject("node_modules", packageName, program);
  const result = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 64e6,
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  refuse(
    `${packageName} ${args[0]} không thành công; lý do ở ngay trên.`,
    `${packageName} ${args[0]} failed; the reason stands above.`,
  );
}
