import type { MalformedSerial } from "./verification";

/**
 * The public serial of a certificate: "CM26-7Q4D-X9KM-2PTB". It is printed, stands in the QR code and opens the public
 * check page, so it must not be guessable (11 random symbols, 55 bits) and a slip while typing must be told apart from
 * a paper that does not exist (the last symbol is a check symbol).
 *
 * The letters are Crockford's base32: no I, L, O, U. The check is one Reed–Solomon parity symbol over GF(32): each
 * place has a weight of its own, so one wrong symbol, or two symbols changed over anywhere, never passes.
 */
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PREFIX = "CM";
const RANDOM_SYMBOLS = 11;

/** Powers of the generator x of GF(32) = GF(2)[x] / (x⁵ + x² + 1). */
const POWERS: number[] = [1];
while (POWERS.length < 31) {
  const doubled = POWERS.at(-1)! << 1;
  POWERS.push(doubled & 32 ? doubled ^ 0b100101 : doubled);
}
const LOGARITHMS = new Map(POWERS.map((power, exponent) => [power, exponent]));

function weighted(symbol: number, place: number): number {
  return symbol === 0 ? 0 : POWERS[(LOGARITHMS.get(symbol)! + place) % 31]!;
}

/** The sum that a whole serial must bring to zero; the check symbol has weight 1. */
function parity(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol, index) => sum ^ weighted(symbol, symbols.length - index), 0);
}

function spell(body: string): string {
  return `${PREFIX}${body.slice(0, 2)}-${body.slice(2, 6)}-${body.slice(6, 10)}-${body.slice(10, 14)}`;
}

const valueOf = (letter: string) => SYMBOLS.indexOf(letter);

export function newSerial(input: { year: number; randomBytes: (count: number) => Uint8Array }): string {
  const year = String(input.year % 100).padStart(2, "0");
  // A byte modulo 32 is even: 256 is a multiple of 32.
  const random = Array.from(
    input.randomBytes(RANDOM_SYMBOLS).subarray(0, RANDOM_SYMBOLS),
    (byte) => SYMBOLS[byte % 32]!,
  );
  if (random.length < RANDOM_SYMBOLS) throw new Error(`${RANDOM_SYMBOLS} random bytes are needed for a serial`);
  const body = year + random.join("");
  return spell(body + SYMBOLS[parity([...body].map(valueOf))]!);
}

export type ParsedSerial = { kind: "well-formed"; serial: string } | MalformedSerial;

/**
 * Reads what people type from paper: any case, any spaces or dashes, O for 0, I or L for 1, with or without the "CM"
 * in front; also the whole address of the check page.
 */
export function parseSerial(text: string): ParsedSerial {
  const shown = text.replace(/\s+/g, " ").trim();
  const fromAddress = /\/verify\/([^/?#]+)/i.exec(shown)?.[1] ?? shown;
  const letters = fromAddress
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}._/]/gu, "");
  const malformed = (because: MalformedSerial["because"]): ParsedSerial => ({
    kind: "malformed",
    because,
    typed: shown.slice(0, 40),
  });
  if (letters === "") return malformed("empty");
  const body = (letters.startsWith(PREFIX) ? letters.slice(PREFIX.length) : letters)
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]*$/.test(body)) return malformed("letters");
  if (body.length !== 14) return malformed("length");
  if (!/^\d\d/.test(body)) return malformed("letters");
  const symbols = [...body].map(valueOf);
  if ((parity(symbols.slice(0, -1)) ^ symbols.at(-1)!) !== 0) return malformed("check");
  return { kind: "well-formed", serial: spell(body) };
}
