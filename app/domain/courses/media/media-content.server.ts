/** What a medium really is: told by its bytes, whatever its name says. */
import { endingOf, mediaRule, type MediaKind } from "./media-kind";

/** Endings that are one kind of file. */
const SAME: Record<string, string> = { jpeg: "jpg", apng: "png", oga: "ogg", opus: "ogg", ogv: "ogv" };

export type ContentType = { kind: MediaKind; ending: string } | { kind: "svg" } | { kind: "other"; found: string };

export async function contentType(bytes: Uint8Array, name: string): Promise<ContentType> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  // Told before anything else: it may begin with a comment, a document type or nothing at all.
  if (/<svg[\s>]/i.test(head) || endingOf(name.toLowerCase()) === "svg") return { kind: "svg" };
  if (/^(?:\u00ef\u00bb\u00bf)?WEBVTT(?:\s|$)/.test(head)) return { kind: "captions", ending: "vtt" };
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const ending = found && (SAME[found.ext] ?? found.ext);
  const rule = ending ? mediaRule(`x.${ending}`) : null;
  if (!ending || !rule) return { kind: "other", found: found?.mime ?? "?" };
  return { kind: rule.kind, ending };
}

/** Whether a file with this ending may hold that. */
export const agrees = (name: string, type: ContentType): boolean =>
  "ending" in type && (SAME[endingOf(name)] ?? endingOf(name)) === type.ending;
