import type { RequestHandler, Response } from "express";
import { isPackageAddress, PACKAGE_ROOT } from "~/domain/courses/scorm/package-address";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import runtime from "./scorm-runtime.js?raw";

interface PackageFile {
  path: string;
  bytes: Uint8Array;
}

/** What the pages of a package are answered with, by the pass in their address. */
export interface PackageDoors {
  openFile(input: { pass: string; path: string; now: Date }): Promise<PackageFile | null>;
  readState(input: { pass: string; now: Date }): Promise<object | null>;
  keepState(input: {
    pass: string;
    message: { session: string; sequence: number; values: unknown; ended: boolean };
    now: Date;
  }): Promise<{ kind: string }>;
}

/**
 * The files of SCORM packages (docs/decisions/016): a stranger's pages, so every one of them is sandboxed by its own headers, also
 * when it is opened by itself; it loads and tells nothing but what lies below its own address.
 */
export function packagePages(doors: PackageDoors): RequestHandler {
  return (request, response, next) => {
    const [, pass, path] = /^\/scorm\/([\w.-]{20,1000})\/(.*)$/.exec(request.path) ?? [];
    if (!isPackageAddress(request.path)) return next();
    if (pass === undefined || path === undefined) return void refuse(response, 404);
    const base = `${PACKAGE_ROOT}/${pass}/`;
    const own = [...new Set([env().origin, `${request.protocol}://${request.get("host")}`])];
    headers(response, own.map((origin) => origin + base).join(" "));
    const run = async () => {
      if (path === "~state" && request.method === "POST") {
        const message = readMessage(await bodyOf(request));
        const answer = message && (await doors.keepState({ pass, message, now: now() }));
        if (!answer || answer.kind === "refused") return refuse(response, 400);
        return void response.json(answer);
      }
      if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
      if (path === "~api.js") {
        const state = await doors.readState({ pass, now: now() });
        if (!state) return refuse(response, 404);
        // The text of a script: nothing in it may end the string or the element.
        const start = JSON.stringify(state).replace(/[<\u2028\u2029]/g, (sign) => `\\u${hex(sign)}`);
        return void response
          .set("Cache-Control", "no-store")
          .type("text/javascript")
          .send(runtime.replace(/\/\* start \*\/ \{.*\}/, () => start));
      }
      const file = await doors.openFile({ pass, path: decoded(path), now: now() });
      if (!file) return refuse(response, 404);
      sendFile(response, file, base, request.get("range"));
    };
    run().catch(next);
  };
}

function headers(response: Response, own: string): void {
  for (const name of ["X-Frame-Options", "Cross-Origin-Opener-Policy"]) response.removeHeader(name);
  const policy = [
    "sandbox allow-scripts allow-forms allow-modals",
    `default-src ${own} data: blob: 'unsafe-inline' 'unsafe-eval'`,
    "object-src 'none'",
    `base-uri ${own}`,
    `form-action ${own}`,
  ];
  response.set({
    "Content-Security-Policy": policy.join("; "),
    // An opaque origin is another one, also for its own files.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=3600",
  });
}

const TYPES: Record<string, string> = {
  html: "text/html",
  htm: "text/html",
  xhtml: "application/xhtml+xml",
  css: "text/css",
  js: "text/javascript",
  mjs: "text/javascript",
  json: "application/json",
  xml: "text/xml",
  xsd: "text/xml",
  txt: "text/plain",
  vtt: "text/vtt",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
  ico: "image/x-icon",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  wav: "audio/wav",
  ogg: "audio/ogg",
  mp4: "video/mp4",
  m4v: "video/mp4",
  webm: "video/webm",
  pdf: "application/pdf",
  woff: "font/woff",
  woff2: "font/woff2",
  ttf: "font/ttf",
  otf: "font/otf",
};

function sendFile(response: Response, { path, bytes }: PackageFile, base: string, range: string | undefined): void {
  const type = TYPES[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";
  response.set("Content-Type", type);
  if (type === "text/html") return void response.send(withRuntime(Buffer.from(bytes), `${base}~api.js`));
  // Films are asked for in parts.
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  const whole = Buffer.from(bytes);
  response.set("Accept-Ranges", "bytes");
  if (from === "" && to === "") return void response.send(whole);
  const start = from === "" ? Math.max(0, whole.length - Number(to)) : Number(from);
  const end = from === "" || to === "" ? whole.length - 1 : Math.min(Number(to), whole.length - 1);
  if (start > end) return void response.status(416).set("Content-Range", `bytes */${whole.length}`).end();
  response.status(206).set("Content-Range", `bytes ${start}-${end}/${whole.length}`);
  response.send(whole.subarray(start, end + 1));
}

/** Puts the runtime before everything that the page runs; its other bytes stay as they are, in whatever encoding. */
export function withRuntime(page: Buffer, address: string): Buffer {
  const text = page.toString("latin1");
  const script = `<script src="${address}"></script>`;
  const head =
    /<head(\s[^>]*)?>/i.exec(text) ??
    /<html(\s[^>]*)?>/i.exec(text) ??
    /^\s*(\xef\xbb\xbf)?<!doctype[^>]*>/i.exec(text);
  const at = head ? head.index + head[0].length : 0;
  return Buffer.from(text.slice(0, at) + script + text.slice(at), "latin1");
}

function readMessage(body: string) {
  try {
    const said = JSON.parse(body) as Record<string, unknown> | null;
    const { session, sequence, values, ended } = said ?? {};
    if (typeof session !== "string" || !/^[\w.-]{8,64}$/.test(session)) return null;
    if (typeof sequence !== "number" || !Number.isSafeInteger(sequence) || sequence < 0 || sequence > 2e9) return null;
    if (typeof values !== "object" || values === null) return null;
    return { session, sequence, values, ended: ended === true };
  } catch {
    return null;
  }
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const hex = (sign: string) => sign.charCodeAt(0).toString(16).padStart(4, "0");

function refuse(response: Response, status: 400 | 404 | 405): void {
  response.status(status).set("Cache-Control", "no-store").type("text/plain").send("");
}
