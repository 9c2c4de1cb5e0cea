import { Readable } from "node:stream";

/** A file of the store to be kept by the reader; it never opens as a page of this site. */
export function attachment(file: { name: string; type: string; body: Readable }): Response {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return new Response(Readable.toWeb(file.body) as ReadableStream, {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
