import { base58 } from "@scure/base";
import { canonicalJson } from "~/platform/canonical-json";

/** W3C Data Integrity with `eddsa-jcs-2022`. Runs in browsers as well as here: WebCrypto only. */
export interface DataIntegrityProof {
  type: "DataIntegrityProof";
  cryptosuite: "eddsa-jcs-2022";
  created: string;
  verificationMethod: string;
  proofPurpose: "assertionMethod";
  "@context"?: unknown;
  proofValue: string;
}

export type JsonObject = Record<string, unknown>;
export type Proven<Document extends JsonObject = JsonObject> = Document & { proof: DataIntegrityProof };

/** What is signed: the hash of the proof's options, then the hash of the document (section 3.3 of the suite). */
export async function hashToSign(document: JsonObject, options: Omit<DataIntegrityProof, "proofValue">) {
  const [proofHash, documentHash] = await Promise.all([
    sha256Of(canonicalJson(options)),
    sha256Of(canonicalJson(document)),
  ]);
  const both = new Uint8Array(64);
  both.set(proofHash);
  both.set(documentHash, 32);
  return both;
}

/** The document with its proof. The same document, time and key always give the same proof: Ed25519 takes no chance. */
export async function addProof<Document extends JsonObject>(
  document: Document,
  input: { created: Date; verificationMethod: string; sign: (bytes: Uint8Array) => Uint8Array },
): Promise<Proven<Document>> {
  const options = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    created: secondsOf(input.created),
    verificationMethod: input.verificationMethod,
    proofPurpose: "assertionMethod",
    ...("@context" in document ? { "@context": document["@context"] } : {}),
  } as const;
  const proofValue = `z${base58.encode(input.sign(await hashToSign(document, options)))}`;
  return { ...document, proof: { ...options, proofValue } };
}

/** "2026-11-23T02:05:07Z": to the second, as the data model writes times. */
export const secondsOf = (date: Date) => date.toISOString().replace(/\.\d+Z$/, "Z");

export type ProofAnswer =
  | { kind: "verified"; publicKeyMultibase: string }
  | { kind: "failed"; because: "no-proof" | "unknown-key" | "altered" }
  /** This browser's WebCrypto has no Ed25519. */
  | { kind: "cannot" };

/** Whether one of these keys made the proof over exactly this document. The address in the proof only names the key. */
export async function checkProof(document: JsonObject, keys: readonly string[]): Promise<ProofAnswer> {
  const { proof, ...unsecured } = document;
  if (!isProof(proof)) return { kind: "failed", because: "no-proof" };
  const { proofValue, ...options } = proof;
  const key = keys.find((each) => proof.verificationMethod.endsWith(`#${each}`));
  if (key === undefined) return { kind: "failed", because: "unknown-key" };
  const signature = decoded(proofValue);
  // The proof's @context must be the document's own (step 3 of verification), lest terms change their meaning.
  const sameContext = canonicalJson(options["@context"] ?? null) === canonicalJson(unsecured["@context"] ?? null);
  if (signature?.length !== 64 || !sameContext) return { kind: "failed", because: "altered" };
  const bytes = await hashToSign(unsecured, options);
  const held = await ed25519Holds(key, signature, bytes);
  if (held === "cannot") return { kind: "cannot" };
  return held ? { kind: "verified", publicKeyMultibase: key } : { kind: "failed", because: "altered" };
}

async function ed25519Holds(multibase: string, signature: Uint8Array, bytes: Uint8Array): Promise<boolean | "cannot"> {
  const raw = decoded(multibase);
  if (raw?.length !== 34 || raw[0] !== 0xed || raw[1] !== 0x01) return false;
  try {
    const key = await crypto.subtle.importKey("raw", copy(raw.subarray(2)), "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, copy(signature), copy(bytes));
  } catch {
    return "cannot";
  }
}

function isProof(value: unknown): value is DataIntegrityProof {
  if (typeof value !== "object" || value === null) return false;
  const proof = value as Partial<DataIntegrityProof>;
  return (
    proof.type === "DataIntegrityProof" &&
    proof.cryptosuite === "eddsa-jcs-2022" &&
    proof.proofPurpose === "assertionMethod" &&
    typeof proof.verificationMethod === "string" &&
    typeof proof.proofValue === "string"
  );
}

function decoded(multibase: string): Uint8Array | null {
  try {
    return multibase.startsWith("z") ? base58.decode(multibase.slice(1)) : null;
  } catch {
    return null;
  }
}

export async function sha256Of(data: string | Uint8Array): Promise<Uint8Array> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return new Uint8Array(await crypto.subtle.digest("SHA-256", copy(bytes)));
}

export const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** WebCrypto wants bytes of a buffer of their own. */
const copy = (bytes: Uint8Array) => new Uint8Array(bytes);
