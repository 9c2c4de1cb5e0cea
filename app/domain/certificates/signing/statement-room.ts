import { join } from "./der";

/**
 * The issued PDF carries a statement about itself, so that anybody can tell without asking the platform whether a file is what was
 * issued: a stream object of a type of our own, added as an incremental update (readers pass it over), in which room is left until the
 * hash of everything else is known.
 */
export const STATEMENT_TYPE = "/Type /ChuanMucStatement";
const ROOM = 3000;

/** From and up to (not including), in bytes of the file. */
export interface Span {
  start: number;
  end: number;
}

/** Adds the object, its room filled with spaces. For files with a plain cross-reference table at the end, as PDFKit writes them. */
export function addStatementRoom(pdf: Uint8Array): { bytes: Uint8Array; room: Span } {
  const text = latin1(pdf);
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const entry = (pattern: RegExp) => {
    const found = pattern.exec(trailer)?.[1];
    if (found === undefined) throw new Error("The trailer of the issued PDF is not as expected");
    return found;
  };
  const object = Number(entry(/\/Size (\d+)/));
  const previous = entry(/startxref\s+(\d+)/);
  const kept = `/Root ${entry(/\/Root (\d+ \d+ R)/)}\n/Info ${entry(/\/Info (\d+ \d+ R)/)}\n/ID ${entry(/\/ID (\[[^\]]*\])/)}`;
  const lead = text.endsWith("\n") ? "" : "\n";
  const head = `${object} 0 obj\n<< ${STATEMENT_TYPE} /Length ${ROOM} >>\nstream\n`;
  const at = pdf.length + lead.length;
  const start = at + head.length;
  const end = start + ROOM;
  const body = `${lead}${head}${" ".repeat(ROOM)}\nendstream\nendobj\n`;
  const xrefAt = pdf.length + body.length;
  const xref = `xref\n${object} 1\n${String(at).padStart(10, "0")} 00000 n \n`;
  const tail = `trailer\n<<\n/Size ${object + 1}\n${kept}\n/Prev ${previous}\n>>\nstartxref\n${xrefAt}\n%%EOF\n`;
  return { bytes: join(pdf, ascii(body + xref + tail)), room: { start, end } };
}

/** Where the room of a file is; null for a file that has none. */
export function findStatementRoom(pdf: Uint8Array): Span | null {
  const text = latin1(pdf);
  const type = text.indexOf(STATEMENT_TYPE);
  const found = type < 0 ? null : /^[^\n]*\/Length (\d{1,6}) >>\nstream\n/.exec(text.slice(type, type + 100));
  if (!found) return null;
  const start = type + found[0].length;
  const end = start + Number(found[1]);
  return end <= pdf.length ? { start, end } : null;
}

/** The text that stands in a span, without the spaces that fill it. */
export function readRoom(pdf: Uint8Array, room: Span): string {
  return new TextDecoder().decode(pdf.subarray(room.start, room.end)).trimEnd();
}

/** Writes into the room, filled up with spaces: the very form that a checker demands. */
export function fillRoom(pdf: Uint8Array, room: Span, text: string): void {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > room.end - room.start) throw new Error("The statement does not fit into its room");
  pdf.fill(0x20, room.start, room.end);
  pdf.set(bytes, room.start);
}

/** Whether a room holds this text and nothing else but the spaces that fill it. */
export function roomHolds(pdf: Uint8Array, room: Span, text: string): boolean {
  const bytes = new TextEncoder().encode(text);
  return pdf.subarray(room.start, room.end).every((byte, index) => byte === (bytes[index] ?? 0x20));
}

/** Everything but these spans, in their order: what is hashed. */
export function outside(pdf: Uint8Array, holes: readonly Span[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end } of holes) {
    parts.push(pdf.subarray(at, start));
    at = end;
  }
  return join(...parts, pdf.subarray(at));
}

function latin1(bytes: Uint8Array): string {
  // TextDecoder("latin1") is windows-1252; positions are the same, and only ASCII is looked at.
  return new TextDecoder("latin1").decode(bytes);
}

const ascii = (text: string) => new TextEncoder().encode(text);
