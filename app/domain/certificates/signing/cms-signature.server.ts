import { constants, createHash, verify, X509Certificate } from "node:crypto";
import { OID, type ReadCms } from "./cms";
import { equalBytes } from "./der";

const HASHES: Record<string, string> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

const NAMED_HASH: Record<string, string> = {
  "1.2.840.113549.1.1.11": "sha256",
  "1.2.840.113549.1.1.12": "sha384",
  "1.2.840.113549.1.1.13": "sha512",
  "1.2.840.10045.4.3.2": "sha256",
  "1.2.840.10045.4.3.3": "sha384",
  "1.2.840.10045.4.3.4": "sha512",
};

export type CmsFault =
  /** A digest that is no longer safe (SHA-1, MD5), or one that is not known here. */
  | "digest-not-accepted"
  | "no-certificate"
  /** What was signed is not this content. */
  | "content-differs"
  | "signature-wrong"
  /** The certificate is not the one that the signature names. */
  | "certificate-differs";

/** Whether the signature is that of its certificate over this content. Says nothing about whom the certificate belongs to. */
export function cmsFault(cms: ReadCms, content: Uint8Array): CmsFault | null {
  const hash = HASHES[cms.digestOid];
  if (!hash) return "digest-not-accepted";
  if (!cms.certificate) return "no-certificate";
  const digest = createHash(hash).update(content).digest();
  if (cms.signedAttributes && (!cms.messageDigest || !equalBytes(digest, cms.messageDigest))) return "content-differs";
  if (cms.certificateDigest) {
    const own = createHash("sha256").update(cms.certificate).digest();
    if (!equalBytes(own, cms.certificateDigest)) return "certificate-differs";
  }
  const pss = cms.signatureOid === OID.rsaPss;
  const signatureHash = NAMED_HASH[cms.signatureOid] ?? (cms.signatureOid === OID.rsa || pss ? hash : null);
  if (!signatureHash) return "digest-not-accepted";
  try {
    const { publicKey } = new X509Certificate(cms.certificate);
    const key = pss
      ? { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : publicKey;
    return verify(signatureHash, cms.signedAttributes ?? content, key, cms.signature) ? null : "signature-wrong";
  } catch {
    return "signature-wrong";
  }
}
