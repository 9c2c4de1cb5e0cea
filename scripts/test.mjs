import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBuilt, ensureGenerated } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { alone, inProject, refuse, root } from "./project.mjs";

// npm test            everything: types, rules, form, tests without and with a database, the build, pages in a browser
// npm test -- static  a part of it, or several: static, unit, routes (use cases and routes, on PostgreSQL), e2e
const PARTS = ["static", "unit", "routes", "e2e"];

process.chdir(root);
const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  refuse(
    `Không có phần "${unknown[0]}"; các phần có: ${PARTS.join(", ")}.`,
    `There is no part "${unknown[0]}"; there are: ${PARTS.join(", ")}.`,
  );
}
const wants = (part) => asked.length === 0 || asked.includes(part);
const results = inProject(".cache/test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await alone(() => {
  ensureInstalled();
  ensureGenerated();
});

let passed = 0;
let failed = 0;

// Two at a time: the longest first, the checks beside it.
const queue = [];
if (wants("unit") || wants("routes")) queue.push(runVitest);
if (wants("static")) queue.push(...staticChecks());
await Promise.all([worker(), worker()]);

// The browser and the server that it visits want the machine for themselves.
if (wants("e2e")) await runPlaywright();

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function worker() {
  for (let job = queue.shift(); job; job = queue.shift()) await job();
}

function staticChecks() {
  const checks = [
    ["types", "typescript", "bin/tsc", ["--noEmit"]],
    ["lint", "eslint", "bin/eslint.js", ["."]],
    ["format", "prettier", "bin/prettier.cjs", ["--check", "--log-level", "warn", "."]],
  ];
  return checks.map(([name, packageName, program, args]) => async () => {
    const outcome = await run(packageName, program, args);
    tell(name, outcome, outcome.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  });
}

async function runVitest() {
  const file = `${results}/vitest.json`;
  const projects = [wants("unit") && "--project=unit", wants("routes") && "--project=database"].filter(Boolean);
  const args = ["run", ...projects, "--passWithNoTests", "--reporter=json", `--outputFile.json=${file}`];
  const outcome = await run("vitest", "vitest.mjs", args);
  const report = readReport(file);
  const failures = (report?.testResults ?? []).filter(({ status }) => status === "failed").flatMap(failuresOf);
  // The run itself may break: no report, or a fault outside of any test.
  if (outcome.code !== 0 && failures.length === 0) failures.push(outcome.output);
  tell(
    "tests",
    { ...outcome, output: failures.join("\n\n") },
    { passed: report?.numPassedTests ?? 0, failed: failures.length },
  );
}

/** What went wrong in a test file; one that cannot be read at all holds no test that could fail. */
function failuresOf({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === "failed");
  if (failed.length === 0) return [`${name}\n${message}`];
  return failed.map(({ fullName, failureMessages }) => `${name}\n${fullName}\n${failureMessages.join("\n")}`);
}

async function runPlaywright() {
  const specs = readdirSync(inProject("tests/e2e"), { recursive: true }).filter((name) => /\.spec\.ts$/.test(name));
  if (specs.length === 0) return;
  await alone(ensureBuilt);
  const file = `${results}/playwright.json`;
  const outcome = await run("@playwright/test", "cli.js", ["test", "--reporter=dot,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const stats = readReport(file)?.stats;
  const counts = { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 };
  if (outcome.code !== 0 && counts.failed === 0) counts.failed = 1;
  tell("pages", outcome, counts);
}

function tell(name, { code, output, seconds }, counts) {
  passed += counts.passed;
  failed += counts.failed;
  const count = counts.passed + counts.failed > 1 ? ` (${counts.passed} passed, ${counts.failed} failed)` : "";
  console.log(`${counts.failed === 0 ? "ok    " : "FAILED"} ${name}${count}, ${seconds} s`);
  if (counts.failed > 0 || code !== 0) console.log(output.trim().replace(/^/gm, "       "));
}

/** Runs the program of a package and keeps what it says. */
function run(packageName, program, args, environment) {
  const start = Date.now();
  const child = spawn(process.execPath, [inProject("node_modules", packageName, program), ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, output, seconds: Math.round((Date.now() - start) / 1000) }));
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
