import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.stubEnv("LOG_LEVEL", "info");
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("passwords, cookies and personal numbers never reach the log", async () => {
  const { log, logFault } = await freshLog();
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const secrets = { password: "bi-mat", cookie: "session=bi-mat", personalId: "089012345678" };
  log().info(
    { ...secrets, form: secrets, request: { headers: { cookie: "bi-mat", authorization: "bi-mat" } } },
    "a form",
  );
  logFault(new Error("boom"), { requestId: "r-1", method: "POST", url: "http://localhost/staff?q=089012345678" });
  const lines = written.mock.calls.map(([line]) => String(line)).join("");
  expect(lines).toContain("a form");
  expect(lines).toContain("boom");
  expect(lines).not.toMatch(/bi-mat|089012345678/);
});

async function freshLog() {
  const { forgetEnv } = await import("~/platform/env.server");
  forgetEnv();
  return import("~/platform/log.server");
}
