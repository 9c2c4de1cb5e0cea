/**
 * What a PDF may not hold: code, actions that start something, attached files, forms that send, films of other players. The document
 * is not interpreted; names are looked for, where they stand open and in the compressed streams of objects.
 */
import { inflateSync } from "node:zlib";

export type PdfFault = { kind: "active"; found: string } | { kind: "locked" } | { kind: "damaged" };

const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm|GoToE|GoToR|Movie|Sound|3D|Rendition)(?![A-Za-z0-9_.#-])/;
// Long enough not to stand by chance among the bytes of a picture. An object may hide in a stream that only a table points into.
const HIDDEN = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm)(?![A-Za-z0-9_.#-])/;
const STREAM = /stream(?:\r\n|\n|\r)/g;
const OBJECTS_LIMIT = 32 * 1024 * 1024;

export function scanPdf(bytes: Uint8Array): PdfFault | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!/^%PDF-\d/.test(text.slice(0, 8)) || !text.slice(-2048).includes("%%EOF")) return { kind: "damaged" };
  const { open, streams } = apart(text);
  const structure = plainNames(open);
  if (/\/Encrypt(?![A-Za-z])/.test(structure)) return { kind: "locked" };
  const found = ACTIVE.exec(structure)?.[1] ?? HIDDEN.exec(plainNames(text))?.[1];
  if (found) return { kind: "active", found };
  let left = OBJECTS_LIMIT;
  for (const { dictionary, from, to } of streams) {
    if (!/\/ObjStm(?![A-Za-z])/.test(plainNames(dictionary))) continue;
    const objects = unpack(plainNames(dictionary), bytes.subarray(from, to), left);
    if (objects === null) return { kind: "damaged" };
    left -= objects.length;
    const inside = plainNames(objects);
    const name = ACTIVE.exec(inside)?.[1];
    if (name) return { kind: "active", found: name };
  }
  return null;
}

/** "/J#61vaScript" says the same as "/JavaScript". */
const plainNames = (text: string) =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

interface Stream {
  dictionary: string;
  from: number;
  to: number;
}

/** What stands between the streams, and the streams with the dictionaries before them. */
function apart(text: string): { open: string; streams: Stream[] } {
  const open: string[] = [];
  const streams: Stream[] = [];
  let at = 0;
  STREAM.lastIndex = 0;
  for (let match = STREAM.exec(text); match; match = STREAM.exec(text)) {
    const from = match.index + match[0].length;
    const before = text.slice(at, match.index);
    // "endstream" ends one; a word within a string begins none.
    if (before.endsWith("end") || !/>>\s*$/.test(before)) continue;
    const end = text.indexOf("endstream", from);
    const to = end < 0 ? text.length : end;
    open.push(before);
    streams.push({ dictionary: before.slice(Math.max(0, before.lastIndexOf(" obj"))), from, to });
    at = to;
    STREAM.lastIndex = to + "endstream".length;
  }
  open.push(text.slice(at));
  return { open: open.join("\n"), streams };
}

/** A stream of objects in the one form that programs write; null: another one, which is not looked through and not taken. */
function unpack(dictionary: string, bytes: Uint8Array, limit: number): string | null {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1];
  if (filter === undefined) return Buffer.from(bytes).toString("latin1");
  if (filter.replace(/[[\]\s]/g, "") !== "/FlateDecode" || /\/Predictor\s+(?!1\b)/.test(dictionary)) return null;
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(limit, 1) }).toString("latin1");
  } catch {
    return null;
  }
}
