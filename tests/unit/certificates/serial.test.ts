import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newSerial, parseSerial } from "~/domain/certificates/serial";

const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const serials = fc
  .tuple(fc.integer({ min: 2020, max: 2119 }), fc.uint8Array({ minLength: 11, maxLength: 11 }))
  .map(([year, bytes]) => newSerial({ year, randomBytes: () => bytes }));

/** Places of a serial that carry meaning: all but "CM" and the dashes. */
const places = (serial: string) => [...serial].flatMap((letter, at) => (at >= 2 && letter !== "-" ? [at] : []));
const replaceAt = (text: string, at: number, letter: string) => text.slice(0, at) + letter + text.slice(at + 1);

describe("the public serial of a certificate", () => {
  test("looks like CM26-XXXX-XXXX-XXXX", () => {
    expect(newSerial({ year: 2026, randomBytes })).toMatch(/^CM26(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  });

  test("comes back as it was written", () => {
    fc.assert(
      fc.property(serials, (serial) => {
        expect(parseSerial(serial)).toEqual({ kind: "well-formed", serial });
      }),
    );
  });

  test("is read in lower case, with spaces, other dashes or none, with O for 0 and I or L for 1", () => {
    const sloppy = fc.tuple(
      serials,
      fc.constantFrom("", " ", " - ", "–", ".", "\u00a0"),
      fc.constantFrom("I", "l", "i"),
    );
    fc.assert(
      fc.property(sloppy, ([serial, gap, one]) => {
        const body = serial.slice(2).replaceAll("0", "o").replaceAll("1", one).replaceAll("-", gap);
        for (const typed of [`CM${body}`, `cm ${body.toLowerCase()}`, body, `  ${serial}\n`]) {
          expect(parseSerial(typed)).toEqual({ kind: "well-formed", serial });
        }
      }),
    );
  });

  test("is read out of the whole address of the check page", () => {
    const serial = newSerial({ year: 2026, randomBytes });
    expect(parseSerial(`https://hoctap.angiang.gov.vn/verify/${serial}?x=1`)).toEqual({ kind: "well-formed", serial });
  });

  test("never passes with one wrong symbol", () => {
    fc.assert(
      fc.property(serials, fc.nat(13), fc.constantFrom(...SYMBOLS), (serial, place, letter) => {
        const at = places(serial)[place]!;
        fc.pre(serial[at] !== letter);
        expect(parseSerial(replaceAt(serial, at, letter)).kind).toBe("malformed");
      }),
    );
  });

  test("never passes with two symbols changed over, wherever they stand", () => {
    fc.assert(
      fc.property(serials, fc.nat(13), fc.nat(13), (serial, first, second) => {
        const [a, b] = [places(serial)[first]!, places(serial)[second]!];
        fc.pre(serial[a] !== serial[b]);
        expect(parseSerial(replaceAt(replaceAt(serial, a, serial[b]!), b, serial[a]!)).kind).toBe("malformed");
      }),
    );
  });

  test("says what is wrong with it", () => {
    const serial = newSerial({ year: 2026, randomBytes: () => new Uint8Array(11).fill(7) });
    expect(parseSerial("   ")).toMatchObject({ kind: "malformed", because: "empty" });
    expect(parseSerial(serial.slice(0, -1))).toMatchObject({ because: "length" });
    expect(parseSerial(`${serial}A`)).toMatchObject({ because: "length" });
    expect(parseSerial(serial.replace("7", "Ư"))).toMatchObject({ because: "letters" });
    expect(parseSerial(replaceAt(serial, 8, "8"))).toMatchObject({
      because: "check",
      typed: replaceAt(serial, 8, "8"),
    });
  });

  test("any text at all is answered, and shown back in at most forty letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (typed) => {
        const parsed = parseSerial(typed);
        if (parsed.kind === "malformed") expect(parsed.typed.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  test("refuses too little chance", () => {
    expect(() => newSerial({ year: 2026, randomBytes: () => new Uint8Array(3) })).toThrow("11");
  });
});
