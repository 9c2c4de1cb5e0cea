import { createHash, verify, X509Certificate } from "node:crypto";
import type { Pkcs11Settings } from "~/platform/pkcs11-settings";
import { errorCode } from "~/platform/plain-sentence";
import { commonName } from "../certificate-names";
import { OID, type SignatureAlgorithm } from "../cms";
import { der, oid, sequence, TAG } from "../der";
import type { DocumentSigner } from "../document-signer";
import { readPemCertificates, readSecret } from "../key-file.server";
import * as sentences from "./sentences";
import { findKey, type SeenObject } from "./token-listing";
import { Token } from "./token.server";

/** Tokens at a desk take a second or two; what takes longer is not coming. */
const LIMIT_MS = 20_000;

/**
 * The signer whose key lies on a token or in an HSM and never leaves it. Throws a plain sentence when tool, driver, token, PIN, key
 * or certificate is not right, here and at each signature.
 */
export async function tokenSigner(settings: Pkcs11Settings, limitMs = LIMIT_MS): Promise<DocumentSigner> {
  const pin = readSecret("SIGNING_PKCS11_PIN_FILE", settings.pin).trim();
  // An empty one would cost the token a try.
  if (pin === "") throw sentences.pinEmpty();
  const chain = readChain(settings.chain);
  const token = new Token(settings, pin, limitMs);
  const found = findKey(await token.objects(), settings.key);
  switch (found.kind) {
    case "no-key":
      throw sentences.keyAbsent(settings.key, found.keys);
    case "several-keys":
      throw sentences.severalKeys(settings.key, found.keys);
    case "no-id":
      throw sentences.keyWithoutId(settings.key);
    case "no-certificate":
      throw sentences.certificateAbsent(settings.key);
  }
  const { key } = found;
  const candidates: Candidate[] = [];
  for (const each of found.certificates) {
    const candidate = candidateOf(await token.certificate(each), key);
    if (candidate && (await signsFor(token, key, candidate))) candidates.push(candidate);
  }
  // A renewed certificate of the same key stands beside the old one: the one that is valid longest.
  candidates.sort((a, b) => Date.parse(b.certificate.validTo) - Date.parse(a.certificate.validTo));
  const [own] = candidates;
  if (!own) throw sentences.certificateAbsent(settings.key);
  const { certificate, algorithm } = own;
  const issued = (by: X509Certificate) => certificate.checkIssued(by) && certificate.verify(by.publicKey);
  if (settings.chain !== null && !chain.some(issued))
    throw sentences.chainOfAnother(settings.chain, commonName(certificate.issuer));
  return {
    certificates: [
      new Uint8Array(certificate.raw),
      ...chain
        .filter(({ fingerprint256 }) => fingerprint256 !== certificate.fingerprint256)
        .map(({ raw }) => new Uint8Array(raw)),
    ],
    algorithm,
    sign: async ({ content, sha256 }) => {
      const signature = await sign(token, key, algorithm, sha256);
      if (!fits(certificate, content, signature)) throw sentences.signatureWrong(settings.token);
      return signature;
    },
  };
}

interface Candidate {
  certificate: X509Certificate;
  algorithm: SignatureAlgorithm;
}

/** Null for what is no certificate, is one of another kind of key, or of a kind that documents are not signed with. */
function candidateOf(bytes: Uint8Array, key: SeenObject): Candidate | null {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(bytes);
  } catch {
    return null;
  }
  const type = certificate.publicKey.asymmetricKeyType;
  if (type === "rsa" && key.type === "RSA") return { certificate, algorithm: "rsa-sha256" };
  if (type === "ec" && key.type === "EC") return { certificate, algorithm: "ecdsa-sha256" };
  return null;
}

async function signsFor(token: Token, key: SeenObject, { certificate, algorithm }: Candidate): Promise<boolean> {
  const probe = Buffer.from("probe");
  return fits(certificate, probe, await sign(token, key, algorithm, createHash("sha256").update(probe).digest()));
}

function fits(certificate: X509Certificate, content: Uint8Array, signature: Uint8Array): boolean {
  return verify("sha256", content, certificate.publicKey, signature);
}

/** The token gets the hash and never the document: an RSA key within its DigestInfo (PKCS #1), an elliptic one bare. */
function sign(token: Token, key: SeenObject, algorithm: SignatureAlgorithm, sha256: Uint8Array): Promise<Uint8Array> {
  if (algorithm === "ecdsa-sha256") return token.sign(key, ["ECDSA", "--signature-format", "sequence"], sha256);
  const digestInfo = sequence(sequence(oid(OID.sha256), der(TAG.nil)), der(TAG.octetString, sha256));
  return token.sign(key, ["RSA-PKCS"], digestInfo);
}

function readChain(file: string | null): X509Certificate[] {
  if (file === null) return [];
  try {
    return readPemCertificates(file);
  } catch (error) {
    throw sentences.chainWrong(file, errorCode(error));
  }
}
