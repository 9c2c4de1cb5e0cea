import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import path from "node:path";
import { base58 } from "@scure/base";
import { env } from "./env.server";
import { keptSecret } from "./kept-secret.server";

/** The key that the platform signs its records with (Ed25519, RFC 8032): seals, snapshots, credentials. */
export interface PlatformKey {
  /** The public key in the form of Multikey, "z6Mk…": it says itself what kind of key it is. */
  publicKeyMultibase: string;
  publicKeyPem: string;
  /** 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
}

// Multicodec ed25519-pub (0xed 0x01), before the 32 bytes of the key.
const ED25519_PUBLIC = Uint8Array.of(0xed, 0x01);
// SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) up to its bytes.
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

let held: { pem: string; key: PlatformKey } | null = null;

/** RECORD_KEY (PKCS #8 in PEM), else the one that is kept in DATA_DIR/record-key: whoever loses it can seal nothing further with it. */
export function platformKey(): PlatformKey {
  const { recordKey, dataDir } = env();
  const pem = recordKey ?? keptSecret({ file: path.join(dataDir, "record-key"), make: newPem });
  if (held?.pem !== pem) held = { pem, key: keyOf(createPrivateKey(pem)) };
  return held.key;
}

const newPem = () => generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }) as string;

export function keyOf(privateKey: KeyObject): PlatformKey {
  if (privateKey.asymmetricKeyType !== "ed25519") throw new TypeError("the key of the record is no Ed25519 key");
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(SPKI_HEAD.length);
  return {
    publicKeyMultibase: `z${base58.encode(Buffer.concat([ED25519_PUBLIC, raw]))}`,
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }) as string,
    sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  };
}

/** Whether the signature is that of the key over these bytes; a key or a signature that is none is simply false. */
export function verifySignature(input: {
  publicKeyMultibase: string;
  bytes: Uint8Array;
  signature: Uint8Array;
}): boolean {
  try {
    const raw = base58.decode(input.publicKeyMultibase.slice(1));
    if (!input.publicKeyMultibase.startsWith("z") || raw.length !== 34 || raw[0] !== 0xed || raw[1] !== 0x01)
      return false;
    const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw.subarray(2)]), type: "spki", format: "der" });
    return verify(null, input.bytes, key, input.signature);
  } catch {
    return false;
  }
}
