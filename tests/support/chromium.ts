import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { chromium as playwrightChromium } from "@playwright/test";

/** What Chromium needs to start as root in a container, and to leave the network alone. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser of the end-to-end tests, without downloading one: PLAYWRIGHT_CHROMIUM_PATH, Playwright's own if somebody
 * has installed it, the system's, and at last the one inside the npm package @sparticuz/chromium.
 */
export async function findChromium(): Promise<string> {
  const named = process.env["PLAYWRIGHT_CHROMIUM_PATH"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`PLAYWRIGHT_CHROMIUM_PATH names no file: ${named}`);
  }
  const found = [playwrightChromium.executablePath(), ...SYSTEM].find((file) => existsSync(file));
  if (found) return found;
  // Its own flags switch off what the tests are about (same-origin rules, one process per site): only the file is used.
  const { default: packed } = await import("@sparticuz/chromium");
  return inOwnFolder(() => packed.executablePath());
}

/** It unpacks into the folder for temporary files, under one name for all users of a machine: so into one of the project's. */
async function inOwnFolder<T>(unpack: () => Promise<T>): Promise<T> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = path.resolve(".cache/chromium");
  mkdirSync(process.env["TMPDIR"], { recursive: true });
  try {
    return await unpack();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}
