import {
  childrenOf,
  der,
  down,
  equalBytes,
  oid,
  readDer,
  readOid,
  readTime,
  sequence,
  setOf,
  TAG,
  type DerNode,
} from "./der";

/** The object identifiers of RFC 5652, 5035, 3161 and 4055 that are met in signed documents. */
export const OID = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStampToken: "1.2.840.113549.1.9.16.2.14",
  rsa: "1.2.840.113549.1.1.1",
  rsaPss: "1.2.840.113549.1.1.10",
  rsaSha256: "1.2.840.113549.1.1.11",
  ecdsaSha256: "1.2.840.10045.4.3.2",
  sha256: "2.16.840.1.101.3.4.2.1",
} as const;

export type SignatureAlgorithm = "rsa-sha256" | "ecdsa-sha256";

/**
 * The attributes that a PAdES baseline signature signs: content type, digest and the certificate it was made with (so that none
 * can be put in its place). The time of signing is none of them: the baseline (EN 319 142-1) has it in the document, as /M.
 */
export function signedAttributes(input: {
  digest: Uint8Array;
  certificate: Uint8Array;
  certificateSha256: Uint8Array;
}) {
  const { issuer, serialNumber } = issuerAndSerial(input.certificate);
  const issuerSerial = sequence(sequence(der(0xa4, issuer)), serialNumber);
  return setOf([
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, der(TAG.octetString, input.digest)),
    attribute(
      OID.signingCertificateV2,
      sequence(sequence(sequence(der(TAG.octetString, input.certificateSha256), issuerSerial))),
    ),
  ]);
}

/** The signature as it stands in the document: CMS SignedData without the content, with all certificates. */
export function composeCms(input: {
  signedAttributes: Uint8Array;
  signature: Uint8Array;
  algorithm: SignatureAlgorithm;
  certificates: readonly Uint8Array[];
  timeStampToken: Uint8Array | null;
}): Uint8Array {
  const { issuer, serialNumber } = issuerAndSerial(input.certificates[0]!);
  const sha256 = sequence(oid(OID.sha256));
  const algorithm =
    input.algorithm === "rsa-sha256" ? sequence(oid(OID.rsaSha256), der(TAG.nil)) : sequence(oid(OID.ecdsaSha256));
  const version = der(TAG.integer, Uint8Array.of(1));
  const signer = sequence(
    version,
    sequence(issuer, serialNumber),
    sha256,
    der(0xa0, readDer(input.signedAttributes).value),
    algorithm,
    der(TAG.octetString, input.signature),
    ...(input.timeStampToken ? [der(0xa1, attribute(OID.timeStampToken, input.timeStampToken))] : []),
  );
  const signedData = sequence(
    version,
    der(TAG.set, sha256),
    sequence(oid(OID.data)),
    setOf(input.certificates, 0xa0),
    der(TAG.set, signer),
  );
  return sequence(oid(OID.signedData), der(0xa0, signedData));
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), der(TAG.set, value));
}

/** What of a signature can be read without trusting anything of it. */
export interface ReadCms {
  certificates: Uint8Array[];
  /** The certificate that the signer names; null when it is not among them. */
  certificate: Uint8Array | null;
  digestOid: string;
  /** As it was signed: a SET. */
  signedAttributes: Uint8Array | null;
  messageDigest: Uint8Array | null;
  /** The SHA-256 of the certificate that was signed along, when that is the digest used. */
  certificateDigest: Uint8Array | null;
  hasSigningCertificateV2: boolean;
  signingTime: Date | null;
  signatureOid: string;
  signature: Uint8Array;
  timeStampToken: Uint8Array | null;
  /** Content inside the signature (time stamps have some, documents none). */
  content: Uint8Array | null;
}

/** Throws a RangeError on what is no SignedData with exactly one signer. */
export function readCms(bytes: Uint8Array): ReadCms {
  const contentInfo = readDer(bytes);
  if (readOid(down(contentInfo, 0)) !== OID.signedData) throw new RangeError("no SignedData");
  const parts = childrenOf(down(contentInfo, 1, 0));
  const certificates = parts
    .filter(({ tag }) => tag === 0xa0)
    .flatMap((set) => childrenOf(set).map((node) => node.bytes));
  const signers = childrenOf(parts.at(-1)!);
  if (signers.length !== 1) throw new RangeError("not exactly one signer");
  const [, sid, digest, ...rest] = childrenOf(signers[0]!);
  const signedNode = rest[0]?.tag === 0xa0 ? rest.shift() : undefined;
  const [algorithm, signature, unsigned] = rest;
  if (!sid || !digest || !algorithm || !signature) throw new RangeError("a signer is cut short");
  const signed = readAttributes(signedNode);
  const essCertificate = signed.get(OID.signingCertificateV2);
  const signingTime = signed.get(OID.signingTime);
  const encapsulated = childrenOf(parts[2]!)[1];
  return {
    certificates,
    certificate: certificates.find((each) => names(sid, each)) ?? null,
    digestOid: readOid(down(digest, 0)),
    signedAttributes: signedNode ? der(TAG.set, signedNode.value) : null,
    messageDigest: signed.get(OID.messageDigest)?.value ?? null,
    certificateDigest: essCertificate ? essDigest(essCertificate) : null,
    hasSigningCertificateV2: essCertificate !== undefined,
    signingTime: signingTime ? readTime(signingTime) : null,
    signatureOid: readOid(down(algorithm, 0)),
    signature: signature.value,
    timeStampToken: readAttributes(unsigned).get(OID.timeStampToken)?.bytes ?? null,
    content: encapsulated ? down(encapsulated, 0).value : null,
  };
}

function readAttributes(node: DerNode | undefined): Map<string, DerNode> {
  if (!node) return new Map();
  return new Map(childrenOf(node).map((each) => [readOid(down(each, 0)), down(each, 1, 0)]));
}

/** Null when the certificate was digested by anything but SHA-256 (the default, which is left out). */
function essDigest(attributeValue: DerNode): Uint8Array | null {
  const [first, second] = childrenOf(down(attributeValue, 0, 0));
  if (first?.tag === TAG.octetString) return first.value;
  return first && second && readOid(down(first, 0)) === OID.sha256 ? second.value : null;
}

function names(sid: DerNode, certificate: Uint8Array): boolean {
  if (sid.tag !== TAG.sequence) return false;
  const { issuer, serialNumber } = issuerAndSerial(certificate);
  const [sidIssuer, sidSerial] = childrenOf(sid);
  return (
    sidIssuer !== undefined &&
    sidSerial !== undefined &&
    equalBytes(issuer, sidIssuer.bytes) &&
    equalBytes(serialNumber, sidSerial.bytes)
  );
}

function issuerAndSerial(certificate: Uint8Array): { issuer: Uint8Array; serialNumber: Uint8Array } {
  const parts = childrenOf(down(readDer(certificate), 0));
  const from = parts[0]?.tag === 0xa0 ? 1 : 0;
  const [serialNumber, issuer] = [parts[from], parts[from + 2]];
  if (!serialNumber || !issuer) throw new RangeError("no certificate");
  return { issuer: issuer.bytes, serialNumber: serialNumber.bytes };
}
