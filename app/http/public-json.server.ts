import { createHash } from "node:crypto";

/**
 * JSON for anybody and from anywhere: other sites' verifiers may read it. Kept for `seconds`, and told apart by its ETag; whoever has it
 * already gets no second copy.
 */
export function publicJson(request: Request, json: string, seconds: number, type = "application/json"): Response {
  const etag = `"${createHash("sha256").update(json).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Content-Type": type,
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": `public, max-age=${seconds}`,
    "X-Robots-Tag": "noindex",
    ETag: etag,
  };
  const known = request.headers.get("If-None-Match")?.split(/\s*,\s*/) ?? [];
  if (known.some((each) => each.replace(/^W\//, "") === etag)) return new Response(null, { status: 304, headers });
  return new Response(json, { headers });
}

/** What is not there, for programs. */
export function publicJsonNotFound(english: string): Response {
  return new Response(`${JSON.stringify({ error: english })}\n`, {
    status: 404,
    headers: { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" },
  });
}
