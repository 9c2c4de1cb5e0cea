import { Readable } from "node:stream";
import { askedRange, type ByteRange } from "./byte-range";

export interface MediaToSend {
  sha256: string;
  name: string;
  type: string;
  size: number;
  open(range?: ByteRange): Promise<Uint8Array | Readable>;
}

/**
 * A medium as an answer: whole or the part that a player asks for, to be kept for ever. Whatever its bytes were, a browser shows
 * it as what its name says and runs nothing of it.
 */
export async function mediaResponse(request: Request, media: MediaToSend): Promise<Response> {
  const { sha256, name, type, size } = media;
  const etag = `"${sha256}"`;
  const headers = new Headers({
    ETag: etag,
    // As it is: a part of it could not be compressed on the way.
    "Cache-Control": "private, max-age=31536000, immutable, no-transform",
  });
  if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", type);
  headers.set("Accept-Ranges", "bytes");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Content-Security-Policy", "default-src 'none'; img-src 'self'; media-src 'self'; sandbox");
  if (type === "application/pdf") headers.set("Content-Disposition", `attachment; filename="${name}"`);
  const whole = request.headers.has("if-range") && request.headers.get("if-range") !== etag;
  const range = askedRange(whole ? null : request.headers.get("range"), size);
  if (range.kind === "beyond") {
    headers.set("Content-Range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const part = range.kind === "part" ? { from: range.from, to: range.to } : undefined;
  headers.set("Content-Length", String(part ? part.to - part.from + 1 : size));
  if (part) headers.set("Content-Range", `bytes ${part.from}-${part.to}/${size}`);
  const status = part ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const body = await media.open(part);
  return new Response(body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : new Uint8Array(body), {
    status,
    headers,
  });
}
