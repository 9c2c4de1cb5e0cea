import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApplication } from "~/http/application.server";
import { directAction } from "~/http/direct-action.server";
import { staticFiles } from "~/http/static-files.server";

const folder = mkdtempSync(path.join(tmpdir(), "chuan-muc-client-"));
const script = "export const greeting = 'xin chào';".repeat(30);
let server: Server;
let address: string;
let readiness = { ready: true, reasons: [] as string[] };

beforeAll(async () => {
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "assets/page-abc.js"), script);
  writeFileSync(path.join(folder, "assets/page-abc.js.gz"), gzipSync(script));
  writeFileSync(path.join(folder, "robots.txt"), "User-agent: *");
  const application = createApplication({
    files: staticFiles(folder),
    direct: directAction({
      pattern: /^\/papers\/([^/]+)$/,
      param: "paper",
      action: ({ params }) => Promise.resolve(new Response(params["paper"])),
    }),
    pages: (incoming, response, next) => {
      if (incoming.path === "/fault") return next(new Error("a fault of the test"));
      response.type("html").send(`<p>${response.locals["nonce"] as string}</p>${"Chuẩn mực ".repeat(500)}`);
    },
    readiness: () => Promise.resolve(readiness),
  });
  server = createServer(application);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe("every answer", () => {
  test("has a number and a nonce of its own, which the policy names", async () => {
    const [one, two] = await Promise.all([fetch(address), fetch(address)]);
    expect(one.headers.get("x-request-id")).not.toBe(two.headers.get("x-request-id"));
    const nonce = (await one.text()).match(/<p>(.+?)<\/p>/)?.[1];
    expect(one.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(two.headers.get("content-security-policy")).not.toContain(`'nonce-${nonce}'`);
  });

  test("does not say what the server is made of", async () => {
    expect((await fetch(address)).headers.has("x-powered-by")).toBe(false);
  });

  test("that is a page goes compressed", async () => {
    const response = await fetch(address, { headers: { "accept-encoding": "br" } });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(await response.text()).toContain("Chuẩn mực");
  });

  test("to a fault is a sentence with its number, and no stack", async () => {
    const response = await fetch(`${address}/fault`);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain(response.headers.get("x-request-id"));
    expect(text).not.toContain("a fault of the test");
  });
});

describe("what is refused", () => {
  test("a form from another site", async () => {
    const response = await fetch(address, { method: "POST", body: "a=1", headers: { origin: "https://evil.example" } });
    expect(response.status).toBe(403);
  });

  test("a body of more than a megabyte, and one of unknown length", async () => {
    expect((await fetch(address, { method: "POST", body: "x".repeat(1024 * 1024 + 1) })).status).toBe(413);
    expect(await statusOf({ method: "POST", headers: { "transfer-encoding": "chunked" } })).toBe(411);
  });

  test("an address with a sign that PostgreSQL cannot look for", async () => {
    for (const asked of ["/hr/staff/%00", "/verify?serial=%00"]) {
      expect((await fetch(`${address}${asked}`)).status).toBe(400);
    }
    expect((await fetch(`${address}/verify?serial=%2500`)).status).toBe(200);
  });

  test("a part of an address that is not well-formed is left to the pages", async () => {
    const post = async (paper: string) =>
      (await fetch(`${address}/papers/${paper}`, { method: "POST", headers: { origin: address }, body: "a=1" })).text();
    expect(await post("%C4%91")).toBe("đ");
    expect(await post("%zz")).toContain("Chuẩn mực");
  });

  test("a host that is none", async () => {
    expect(await statusOf({ headers: { host: "[nowhere" } })).toBe(400);
  });
});

describe("files", () => {
  test("under assets may be kept for ever, and go out as the build has compressed them", async () => {
    const response = await fetch(`${address}/assets/page-abc.js`, { headers: { "accept-encoding": "gzip" } });
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(await response.text()).toBe(script);
  });

  test("that the reader has already are not sent again", async () => {
    const etag = (await fetch(`${address}/robots.txt`)).headers.get("etag") ?? "";
    expect((await fetch(`${address}/robots.txt`, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  test("of an older build are not found, and that is not remembered", async () => {
    const response = await fetch(`${address}/assets/page-old.js`);
    expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
  });
});

describe("health", () => {
  test("ready tells why not", async () => {
    readiness = { ready: false, reasons: ["no course has been published"] };
    const response = await fetch(`${address}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "not-ready", reasons: ["no course has been published"] });
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });
});

/** For requests that `fetch` does not let one make. */
function statusOf(options: { method?: string; headers: Record<string, string> }): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(address, options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on("error", reject);
    if (options.method) outgoing.write("a=1");
    outgoing.end();
  });
}
