import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";

interface StaticFile {
  type: string;
  etag: string;
  /** File names under assets/ hold a hash of their content. */
  immutable: boolean;
  bytes: Record<Encoding, Buffer | null>;
}

type Encoding = "br" | "gzip" | "identity";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * The files of the client build, read once and served from memory in the forms that the build has compressed
 * (`.br`, `.gz` beside them).
 */
export function staticFiles(folder: string): RequestHandler {
  const files = readFiles(folder);
  return (request, response, next) => {
    const file = files.get(request.path);
    if (!file) {
      // A page of an older build asks for a file that is gone: no page, and not to be remembered.
      if (request.path.startsWith("/assets/")) return void response.status(404).set("Cache-Control", "no-store").end();
      return next();
    }
    if (request.method !== "GET" && request.method !== "HEAD")
      return void response.status(405).set("Allow", "GET, HEAD").end();
    response.set({
      "Content-Type": file.type,
      "Cache-Control": file.immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      ETag: file.etag,
      Vary: "Accept-Encoding",
    });
    if (request.headers["if-none-match"]?.includes(file.etag)) return void response.status(304).end();
    const encoding = chooseEncoding(request.headers["accept-encoding"], file);
    const body = file.bytes[encoding] ?? file.bytes.identity;
    if (encoding !== "identity") response.set("Content-Encoding", encoding);
    response.set("Content-Length", String(body?.length ?? 0));
    response.end(request.method === "HEAD" ? undefined : body);
  };
}

function chooseEncoding(accepted: string | undefined, file: StaticFile): Encoding {
  const names = (accepted ?? "").split(",").map((part) => part.trim());
  const wants = (name: string) => names.some((part) => part.split(";")[0] === name && !/;\s*q=0(\.0*)?$/.test(part));
  if (file.bytes.br && wants("br")) return "br";
  if (file.bytes.gzip && wants("gzip")) return "gzip";
  return "identity";
}

function readFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const file = path.join(folder, name);
    if (name.startsWith(".") || /\.(br|gz)$/.test(name) || !statSync(file).isFile()) continue;
    const type = TYPES[path.extname(name)] ?? "application/octet-stream";
    const identity = readFileSync(file);
    files.set(`/${name.split(path.sep).map(encodeURIComponent).join("/")}`, {
      type,
      etag: `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`,
      immutable: name.startsWith(`assets${path.sep}`),
      bytes: { identity, br: readIfThere(`${file}.br`), gzip: readIfThere(`${file}.gz`) },
    });
  }
  return files;
}

function readIfThere(file: string): Buffer | null {
  return existsSync(file) ? readFileSync(file) : null;
}
