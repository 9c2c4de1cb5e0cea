import { expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { certificateProblem } from "~/domain/certificates/public-view";
import { newSerial } from "~/domain/certificates/serial";
import { loader } from "~/routes/_public.api.v1.certificates.$serial";
import { randomBytes } from "node:crypto";
import { useDatabase } from "../support/database";
import { buildArgs } from "../support/request";

useDatabase();

const ask = (serial: string, at = new Date("2026-11-26T05:00:00Z")) =>
  loader(
    buildArgs({
      viewer: null as unknown as Viewer,
      url: `/api/v1/certificates/x`,
      params: { serial },
      now: at,
    }) as never,
  );

test("what is no serial, and what was never issued, is a problem with a code; anybody's program may ask", async () => {
  for (const [serial, status, code] of [
    ["CM26-XXXX", 400, "malformed-serial"],
    [newSerial({ year: 2026, randomBytes }), 404, "unknown-serial"],
  ] as const) {
    const answer = await ask(serial);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(certificateProblem.parse(await answer.json())).toMatchObject({ status, code });
  }
});

test("who asks too often is told when to come again", async () => {
  const at = new Date("2026-11-26T06:00:00Z");
  let answer = await ask("CM26-XXXX", at);
  for (let asked = 1; asked <= 120; asked++) answer = await ask("CM26-XXXX", at);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});
