import { createHash, X509Certificate } from "node:crypto";
import { HttpTimestampAuthority, PDF } from "@libpdf/core";
import { env } from "~/platform/env.server";
import { platformKey, type PlatformKey } from "~/platform/platform-key.server";
import { canonicalJson } from "~/platform/canonical-json";
import { credentialAddresses } from "../credential/addresses";
import { addProof } from "../credential/data-integrity";
import { statementOf, type StatementSubject } from "../credential/document-statement";
import { fillContents, findSignatures, signedBytes } from "./byte-range";
import { commonName } from "./certificate-names";
import { composeCms, signedAttributes } from "./cms";
import type { DocumentSigner, SignatureFacts, TimeStamper } from "./document-signer";
import { p12Signer } from "./p12-signer.server";
import { tokenSigner } from "./pkcs11/token-signer.server";
import { addStatementRoom, fillRoom, outside } from "./statement-room";
import { readTimeStamp } from "./time-stamp.server";

/** Enough for a chain of four and a time stamp with its own. */
const SIGNATURE_ROOM = 24_576;

export interface Signing {
  signer: DocumentSigner;
  timeStamper: TimeStamper | null;
}

/** Whether documents that are issued now carry a digital signature; a printed fact, decided at issue. */
export function signerConfigured(): boolean {
  return env().signing !== null;
}

let opened: { key: string; signing: Promise<Signing> } | null = null;

/** The configured key, opened once; null when none is configured. Throws a plain sentence when it cannot be used: called at the start. */
export async function configuredSigning(): Promise<Signing | null> {
  const settings = env().signing;
  if (settings === null) return null;
  const key = JSON.stringify(settings);
  if (opened?.key !== key) {
    const opening = "pkcs11" in settings ? tokenSigner(settings.pkcs11) : p12Signer(settings);
    const signing = opening.then((signer) => ({
      signer,
      timeStamper: settings.tsaUrl === null ? null : httpTimeStamper(settings.tsaUrl),
    }));
    opened = { key, signing };
    // What failed is tried anew, as a password file or a token may be there by then.
    signing.catch(() => (opened = null));
  }
  return opened.signing;
}

export function httpTimeStamper(url: string): TimeStamper {
  const authority = new HttpTimestampAuthority(url, { timeout: 15_000 });
  return { timestamp: (sha256) => authority.timestamp(sha256, "SHA-256") };
}

/**
 * Makes of a rendered PDF the one that is issued: with the platform's statement about it, and with the agency's signature when a key
 * is configured (PAdES baseline B-B; B-T with a time stamp). Both are incremental updates: the rendered bytes stand unchanged in
 * front. A key that fails is a fault; an unsigned document is never issued in its place.
 */
export async function signIssued(
  pdf: Uint8Array,
  now: Date,
  subject: StatementSubject,
): Promise<{ bytes: Uint8Array; signature: SignatureFacts | null }> {
  return signWith({ pdf, now, subject, signing: await configuredSigning(), key: platformKey() });
}

export async function signWith(input: {
  pdf: Uint8Array;
  now: Date;
  subject: StatementSubject;
  signing: Signing | null;
  key: Pick<PlatformKey, "publicKeyMultibase" | "sign">;
}): Promise<{ bytes: Uint8Array; signature: SignatureFacts | null }> {
  const { now, signing, key } = input;
  const { bytes: withRoom, room } = addStatementRoom(input.pdf);
  const bytes = signing ? await addSignatureRoom(withRoom, signing.signer, now) : withRoom;
  const place = signing ? findSignatures(bytes).at(-1) : undefined;
  const holes = [room, ...(place ? [place.contents] : [])];
  const statement = statementOf(input.subject, {
    length: bytes.length,
    notHashed: holes.map(({ start, end }) => [start, end]),
    sha256: sha256(outside(bytes, holes)).toString("hex"),
  });
  const { issuer } = credentialAddresses(input.subject.verifyAddress);
  const proven = await addProof(statement, {
    created: now,
    verificationMethod: `${issuer}#${key.publicKeyMultibase}`,
    sign: key.sign,
  });
  fillRoom(bytes, room, canonicalJson(proven));
  if (!signing || !place) return { bytes, signature: null };
  const made = await makeCms(signedBytes(bytes, place), signing);
  fillContents(bytes, place.contents, made.cms);
  return { bytes, signature: { ...factsOf(signing.signer), ...made.time, signedAt: now.toISOString() } };
}

/** The field and its dictionary, written by @libpdf/core; what it puts into the room is written over. */
async function addSignatureRoom(pdf: Uint8Array, signer: DocumentSigner, now: Date): Promise<Uint8Array> {
  const document = await PDF.load(pdf);
  const { bytes } = await document.sign({
    signer: {
      certificate: signer.certificates[0],
      keyType: signer.algorithm === "rsa-sha256" ? "RSA" : "EC",
      signatureAlgorithm: signer.algorithm === "rsa-sha256" ? "RSASSA-PKCS1-v1_5" : "ECDSA",
      sign: async () => new Uint8Array(64),
    },
    fieldName: "ChuKySo",
    signingTime: now,
    estimatedSize: SIGNATURE_ROOM,
  });
  return new Uint8Array(bytes);
}

async function makeCms(content: Uint8Array, { signer, timeStamper }: Signing) {
  const [certificate] = signer.certificates;
  const attributes = signedAttributes({ digest: sha256(content), certificate, certificateSha256: sha256(certificate) });
  const signature = await signer.sign({ content: attributes, sha256: sha256(attributes) });
  const imprint = sha256(signature);
  const timeStampToken = timeStamper ? await timeStamper.timestamp(imprint) : null;
  const stamped = timeStampToken ? readTimeStamp(timeStampToken, signature) : null;
  if (stamped && !stamped.holds)
    throw new Error("The time stamp authority answered with a time stamp of something else");
  const cms = composeCms({
    signedAttributes: attributes,
    signature,
    algorithm: signer.algorithm,
    certificates: signer.certificates,
    timeStampToken,
  });
  const time = { level: stamped ? "B-T" : "B-B", timeStampedAt: stamped?.at.toISOString() ?? null } as const;
  return { cms, time };
}

function factsOf({ certificates: [own] }: DocumentSigner) {
  const certificate = new X509Certificate(own);
  return {
    subFilter: "ETSI.CAdES.detached",
    signerName: commonName(certificate.subject),
    issuerName: commonName(certificate.issuer),
    certificateSha256: sha256(own).toString("hex"),
  } as const;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
