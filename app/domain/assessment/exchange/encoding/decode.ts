/** The bytes of a text file → Unicode (NFC), whatever it was written in, or where it is broken. */
import { excerpt, remark, type Conversion, type Remark } from "../exchange";
import { fromTcvn3, fromVni } from "~/platform/vietnamese/old-encodings";
import { isSyllable, likeness, rate } from "~/platform/vietnamese/syllable";

export type Decoded =
  { ok: true; text: string; conversion: Conversion | null } | { ok: false; reason: Remark; line: number };

/** From this share of syllables on, a reading is believed. */
const BELIEVED = 0.75;

interface Reading {
  from: "tcvn3" | "vni";
  convert: (text: string) => string;
}

const OLD: readonly Reading[] = [
  { from: "tcvn3", convert: fromTcvn3 },
  { from: "vni", convert: fromVni },
];

export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, reason: remark("file-empty"), line: 1 };
  const wide = utf16Of(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    return { ok: true, text: text.normalize("NFC"), conversion: { from: "utf-16", samples: [] } };
  }
  if (bytes.subarray(0, 65_536).includes(0)) return { ok: false, reason: remark("file-binary"), line: 1 };
  const text = strictUtf8(bytes);
  if (text !== null) return { ok: true, ...convertOldText(text) };
  return decodeOldBytes(bytes);
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By its mark, or by the empty halves of its signs. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 2000);
  const empty = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) empty[index % 2]!++;
  });
  const many = head.length / 5;
  if (empty[1]! > many && empty[0]! * 10 < empty[1]!) return "utf-16le";
  return empty[0]! > many && empty[1]! * 10 < empty[0]! ? "utf-16be" : null;
}

/** Not UTF-8: one of the old encodings when it makes Vietnamese words, else broken. */
function decodeOldBytes(bytes: Uint8Array): Decoded {
  const latin = new TextDecoder("windows-1252").decode(bytes);
  // The tones of Windows-1258 are signs of their own, which composing joins to their letters.
  const western = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  const readings: { from: Conversion["from"]; text: string; rate: number }[] = [
    ...OLD.map(({ from, convert }) => ({ from, text: convert(latin), rate: rate(likeness(latin, convert)) })),
    { from: "windows-1258", text: western, rate: rateOfUnicode(western) },
  ];
  const best = readings.reduce((a, b) => (b.rate > a.rate ? b : a));
  if (best.rate < BELIEVED) return brokenPlace(bytes);
  const text = best.text.normalize("NFC");
  return { ok: true, text, conversion: { from: best.from, samples: samplesOf(latin.split("\n"), text.split("\n")) } };
}

/** The share of syllables among the words with other letters than those of English. */
function rateOfUnicode(text: string): number {
  const words = text.slice(0, 200_000).match(/[\p{L}\p{M}]+/gu) ?? [];
  const marked = words.filter((word) => /[^\x20-\x7f]/.test(word));
  return rate({ words: marked.length, syllables: marked.filter(isSyllable).length });
}

/**
 * Unicode text whose letters are those of an old encoding: what comes of copying from Word with a font like .VnTime or
 * VNI-Times. Lines that have letters of today are left alone.
 */
export function convertOldText(text: string): { text: string; conversion: Conversion | null } {
  const lines = text.split("\n");
  const candidates = lines.filter((line) => !/[\u0100-\u01ff\u1ea0-\u1ef9]/.test(line));
  const joined = candidates.join("\n");
  const as = rate(likeness(joined, (word) => word));
  const [best] = OLD.map((reading) => ({ ...reading, rate: rate(likeness(joined, reading.convert)) })).sort(
    (a, b) => b.rate - a.rate,
  );
  if (!best || best.rate < BELIEVED || as >= best.rate) return { text: text.normalize("NFC"), conversion: null };
  const old = new Set(candidates);
  const converted = lines.map((line) => (old.has(line) ? best.convert(line) : line).normalize("NFC"));
  return { text: converted.join("\n"), conversion: { from: best.from, samples: samplesOf(lines, converted) } };
}

/** The first lines that were changed. */
function samplesOf(before: readonly string[], after: readonly string[]): Conversion["samples"] {
  const samples: Conversion["samples"] = [];
  for (let index = 0; index < before.length && samples.length < 5; index++) {
    const [was, is] = [before[index]!, after[index] ?? ""];
    if (was.normalize("NFC") !== is)
      samples.push({ line: index + 1, before: excerpt(was, 120), after: excerpt(is, 120) });
  }
  return samples;
}

/** The first byte that is not UTF-8. */
function brokenPlace(bytes: Uint8Array): Decoded {
  let line = 1;
  let severed = 0;
  let first: { line: number; offset: number } | null = null;
  let whole = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (bytes[at] === 10) line++;
    if (length > 1) whole++;
    if (length === 0) {
      severed++;
      first ??= { line, offset: at + 1 };
    }
    at += Math.max(length, 1);
  }
  const place = first ?? { line: 1, offset: 1 };
  // Some good letters and some bad ones: a broken file. Bad ones only, and many: another encoding.
  const rule = whole === 0 && severed > 20 ? "encoding-unknown" : "encoding-broken";
  return { ok: false, reason: remark(rule, rule === "encoding-broken" ? place : {}), line: place.line };
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  const length =
    byte < 0x80
      ? 1
      : byte >= 0xc2 && byte < 0xe0
        ? 2
        : byte >= 0xe0 && byte < 0xf0
          ? 3
          : byte >= 0xf0 && byte < 0xf5
            ? 4
            : 0;
  if (length < 2) return length;
  return strictUtf8(bytes.subarray(at, at + length)) === null ? 0 : length;
}
