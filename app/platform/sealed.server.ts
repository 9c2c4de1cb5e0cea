import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.server";

/**
 * Values that must not be read by somebody who has the tables but not the key: AES-256-GCM, and a keyed hash to find
 * an equal value without opening any. Each purpose has keys of its own, derived from the one secret of the
 * installation (HKDF, RFC 5869); the purpose is authenticated too, so a value cannot be moved to another column.
 */
const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keys = new Map<string, Buffer>();

function keyFor(use: "seal" | "hash", purpose: string): Buffer {
  const secret = env().secretKey;
  const name = `${use}\n${purpose}\n${secret}`;
  let key = keys.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", secret, "chuan-muc", `${use}:${purpose}`, 32));
    keys.set(name, key);
  }
  return key;
}

/** version · iv · tag · sealed text */
export function sealText(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal", purpose), iv);
  cipher.setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), sealed]));
}

/** Throws when the value was changed, belongs to another purpose or was sealed with another key. */
export function openText(purpose: string, value: Uint8Array): string {
  const bytes = Buffer.from(value);
  if (bytes[0] !== VERSION || bytes.length < 1 + IV_BYTES + TAG_BYTES) throw new Error("Not a sealed value");
  const iv = bytes.subarray(1, 1 + IV_BYTES);
  const tag = bytes.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  const opener = createDecipheriv("aes-256-gcm", keyFor("seal", purpose), iv, { authTagLength: TAG_BYTES });
  opener.setAAD(Buffer.from(purpose));
  opener.setAuthTag(tag);
  return Buffer.concat([opener.update(bytes.subarray(1 + IV_BYTES + TAG_BYTES)), opener.final()]).toString("utf8");
}

/** HMAC-SHA-256 as hex. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac("sha256", keyFor("hash", purpose)).update(text, "utf8").digest("hex");
}
