import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./tests/support/chromium";

// Read again by every worker: what the first reading has chosen is handed down in the environment.
const chromium = (process.env["PLAYWRIGHT_CHROMIUM_PATH"] ??= await findChromium());
const port = (process.env["E2E_PORT"] ??= String(await freePort()));
/** Of every account of the demonstration province that the server makes at its first start. */
const demoPassword = (process.env["DEMO_PASSWORD"] ??= "mat-khau-thu-nghiem-2026");
const origin = `http://localhost:${port}`;

/** A spec runs on both screens, unless its title or file says one: `@desktop`, `@phone`. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: Number(process.env["E2E_WORKERS"] ?? 2),
  fullyParallel: false,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 30_000,
  expect: { timeout: 7_500 },
  reporter: [["list"]],
  use: {
    baseURL: origin,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: chromium, args: CHROMIUM_FLAGS },
  },
  projects: [
    { name: "desktop", grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: "node tests/support/e2e-server.mjs",
    url: `${origin}/readyz`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: process.env["E2E_SHOW_SERVER"] ? "pipe" : "ignore",
    stderr: "pipe",
    env: {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: port,
      ORIGIN: origin,
      DATABASE_URL: "",
      DEMO: "1",
      DEMO_PASSWORD: demoPassword,
    },
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
