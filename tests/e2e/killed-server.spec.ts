import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { answerOneByOne, beginTest, readCourseQuickly } from "./support/learning";
import { freshLearner, signIn } from "./support/people";

// A server of this test's own, on a data folder of its own, so that it can be killed without disturbing the others.
const dataDir = mkdtempSync(path.join(tmpdir(), "chuan-muc-killed-"));
let server: ChildProcess | undefined;

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function start(port: number): Promise<void> {
  const origin = `http://localhost:${port}`;
  server = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      ORIGIN: origin,
      DATABASE_URL: "",
      DATA_DIR: dataDir,
      CONTENT_DIR: path.resolve(".cache/e2e-content"),
      DEMO: "1",
    },
    stdio: "ignore",
  });
  await expect
    .poll(async () => (await fetch(`${origin}/readyz`).catch(() => null))?.status ?? 0, { timeout: 200_000 })
    .toBe(200);
}

function ended(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

test.afterAll(async () => {
  if (server && server.exitCode === null && server.signalCode === null) await ended(server, "SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
});

test("the server is killed between two saves: every answer given is there @desktop", async ({ browser }) => {
  test.setTimeout(420_000);
  const port = await freePort();
  await start(port);
  const baseURL = `http://localhost:${port}`;
  const context = await browser.newContext({ baseURL, locale: "vi-VN" });
  const page = await context.newPage();
  const { identifier } = await freshLearner(baseURL, 0);
  await signIn(page, identifier);
  await readCourseQuickly(page, baseURL);
  await beginTest(page);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  await answerOneByOne(page, 1, 4);

  await ended(server!, "SIGKILL");
  await answerOneByOne(page, 5, 9);
  await expect(page.getByText("Mất kết nối.")).toBeVisible();
  await start(port);
  await expect(page.getByText("Mọi câu trả lời đã được lưu.")).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(page.getByText("Đã trả lời 9/20 câu")).toBeVisible();
  await context.close();
});
