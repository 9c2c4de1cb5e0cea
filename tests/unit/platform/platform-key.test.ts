import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "~/platform/canonical-json";
import { keyOf, verifySignature } from "~/platform/platform-key.server";
import { readSettings } from "~/platform/settings";

const key = keyOf(generateKeyPairSync("ed25519").privateKey);
const other = keyOf(generateKeyPairSync("ed25519").privateKey);
const bytes = new TextEncoder().encode("gốc của ngày");

describe("the key that signs the record", () => {
  test("proves its own signature, and neither changed bytes nor another key's", () => {
    const signature = key.sign(bytes);
    const { publicKeyMultibase } = key;
    expect(publicKeyMultibase).toMatch(/^z6Mk/);
    expect(verifySignature({ publicKeyMultibase, bytes, signature })).toBe(true);
    expect(verifySignature({ publicKeyMultibase: other.publicKeyMultibase, bytes, signature })).toBe(false);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
      expect(verifySignature({ publicKeyMultibase, bytes: changed, signature })).toBe(false);
    }
  });

  test("what is no key and no signature proves nothing, and is no fault", () => {
    for (const publicKeyMultibase of ["", "z", "z6Mk", "m6Mk", key.publicKeyMultibase.slice(0, -1)]) {
      expect(verifySignature({ publicKeyMultibase, bytes, signature: key.sign(bytes) })).toBe(false);
    }
    const { publicKeyMultibase } = key;
    expect(verifySignature({ publicKeyMultibase, bytes, signature: new Uint8Array(3) })).toBe(false);
  });

  test("comes from a setting whose fault is told in a sentence", () => {
    const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }) as string;
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const read = (RECORD_KEY: string) => readSettings({ RECORD_KEY }, "/");
    expect(read(pem.replace(/\n/g, "\\n"))).toMatchObject({ settings: { recordKey: pem }, problems: [] });
    for (const wrong of ["chìa khóa", rsa.privateKey.export({ type: "pkcs8", format: "pem" }) as string]) {
      expect(read(wrong).problems.map(({ setting }) => setting)).toEqual(["RECORD_KEY"]);
    }
  });
});

test("a value has one text, in whatever order its keys stand", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson({ đ: 1, b: [1.0, "ầ"], a: null })).toBe('{"a":null,"b":[1,"ầ"],"đ":1}');
  expect(() => canonicalJson(undefined)).toThrow();
});
