import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";
import { env } from "./env.server";

/**
 * What a browser seals for the server alone, with WebCrypto: ECDH on P-256 between a key of the installation and one that the
 * browser makes for this text, HKDF-SHA-256, AES-256-GCM. The key of the installation is derived from its secret, so that all
 * processes have the same one and none has to be kept.
 */
const CURVE = "prime256v1";
/** The order of the curve P-256: a private key is a number from 1 to one below it. */
const ORDER = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
const TAG_BYTES = 16;

const keyPairs = new Map<string, ReturnType<typeof createECDH>>();

function keyPairFor(use: string): ReturnType<typeof createECDH> {
  const secret = env().secretKey;
  const name = `${use}\n${secret}`;
  let pair = keyPairs.get(name);
  if (!pair) {
    // 48 bytes for a number of 32: what the remainder leans to one side is then far too little to be of use.
    const bytes = Buffer.from(hkdfSync("sha256", secret, "chuan-muc", `browser-seal:${use}`, 48));
    const scalar = (BigInt(`0x${bytes.toString("hex")}`) % (ORDER - 1n)) + 1n;
    pair = createECDH(CURVE);
    pair.setPrivateKey(scalar.toString(16).padStart(64, "0"), "hex");
    keyPairs.set(name, pair);
  }
  return pair;
}

/** The public half for one use: 65 bytes, uncompressed, as base64url. */
export function browserSealKey(use: string): string {
  return keyPairFor(use).getPublicKey("base64url", "uncompressed");
}

/** Null when it was sealed with another key, for another purpose, or has been changed since. */
export function openBrowserSeal(input: {
  use: string;
  /** The info of HKDF. */
  purpose: string;
  /** What is authenticated beside the text. */
  additional: string;
  /** All three as base64url. */
  key: string;
  iv: string;
  data: string;
}): string | null {
  const data = Buffer.from(input.data, "base64url");
  if (data.length < TAG_BYTES) return null;
  try {
    // Throws when the other key is no point of the curve.
    const agreed = keyPairFor(input.use).computeSecret(Buffer.from(input.key, "base64url"));
    const key = Buffer.from(hkdfSync("sha256", agreed, "", input.purpose, 32));
    const iv = Buffer.from(input.iv, "base64url");
    const opener = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
    opener.setAAD(Buffer.from(input.additional));
    opener.setAuthTag(data.subarray(-TAG_BYTES));
    return Buffer.concat([opener.update(data.subarray(0, -TAG_BYTES)), opener.final()]).toString("utf8");
  } catch {
    return null;
  }
}
