import { findMedia } from "~/domain/courses/course-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

const TYPES: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
};

/** An image of a published lesson, by the hash of its bytes: what stands at such an address never changes. */
export async function openMedia(input: { sha256: string; name: string }): Promise<{ bytes: Uint8Array; type: string }> {
  const type = TYPES[input.name.split(".").at(-1) ?? ""];
  const bytes = type && /^[0-9a-f]{64}$/.test(input.sha256) ? await findMedia(db, input) : null;
  if (!type || !bytes) throw notFound(`image ${input.sha256}/${input.name}`);
  return { bytes, type };
}
