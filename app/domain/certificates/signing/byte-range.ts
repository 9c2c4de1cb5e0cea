import { outside, type Span } from "./statement-room";

/** A signature's dictionary, as it stands in the bytes. */
export interface SignaturePlace {
  /** Of `<…>`, brackets included: all that the signature does not cover. */
  contents: Span;
  /** Up to where the signature covers the file. */
  coveredTo: number;
  subFilter: string | null;
  /** The raw value of /M: the time that the signing program gave. */
  statedAt: Date | null;
}

/** The signatures of a file in the order of their parts; those whose ByteRange is not of the usual form are left out. */
export function findSignatures(pdf: Uint8Array): SignaturePlace[] {
  const text = new TextDecoder("latin1").decode(pdf);
  const places: SignaturePlace[] = [];
  for (const match of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    const [from, first, second, rest] = match.slice(1).map(Number) as [number, number, number, number];
    const contents = { start: from + first, end: second };
    if (from !== 0 || second <= first || second + rest > pdf.length) continue;
    if (text[contents.start] !== "<" || text[contents.end - 1] !== ">") continue;
    // The dictionary around it: the hole stands inside, so what is near on both sides is read.
    const near =
      dictionaryBefore(text, Math.min(match.index, contents.start)) +
      dictionaryAfter(text, Math.max(match.index, contents.end));
    places.push({
      contents,
      coveredTo: second + rest,
      subFilter: /\/SubFilter\s*\/([\w.]+)/.exec(near)?.[1] ?? null,
      statedAt: pdfDate(/\/M\s*\(D:([^)]*)\)/.exec(near)?.[1] ?? ""),
    });
  }
  return places.sort((one, other) => one.coveredTo - other.coveredTo);
}

const dictionaryBefore = (text: string, at: number) =>
  text.slice(Math.max(text.lastIndexOf(" obj", at), at - 3000), at);

function dictionaryAfter(text: string, at: number): string {
  const end = text.indexOf("endobj", at);
  return text.slice(at, Math.min(end < 0 ? text.length : end, at + 3000));
}

/** The bytes of the signature; what fills the room behind it is cut off by whoever reads its DER. */
export function contentsOf(pdf: Uint8Array, { contents }: Pick<SignaturePlace, "contents">): Uint8Array {
  const hex = new TextDecoder("latin1").decode(pdf.subarray(contents.start + 1, contents.end - 1)).replace(/\s+/g, "");
  if (!/^[0-9a-f]*$/i.test(hex)) return new Uint8Array();
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** Puts a signature where its room is. */
export function fillContents(pdf: Uint8Array, contents: Span, signature: Uint8Array): void {
  const room = contents.end - contents.start - 2;
  const hex = [...signature].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex.length > room) throw new Error("The signature does not fit into its room");
  pdf.set(new TextEncoder().encode(hex.padEnd(room, "0")), contents.start + 1);
}

export function signedBytes(pdf: Uint8Array, place: Pick<SignaturePlace, "contents" | "coveredTo">): Uint8Array {
  return outside(pdf.subarray(0, place.coveredTo), [place.contents]);
}

/** "20261123070000+07'00'" and its shorter forms. */
function pdfDate(text: string): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "00", sign, offsetHours = "00", offsetMinutes = "00"] = match;
  const zone = sign ? `${sign}${offsetHours}:${offsetMinutes}` : "Z";
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? null : date;
}
