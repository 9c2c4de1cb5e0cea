import type { SignatureAlgorithm } from "./cms";

/**
 * Who signs documents: a key in a file, a token or a signing service. A token that hashes nothing itself takes `sha256`, one that
 * does takes `content`; both are the same thing to be signed.
 */
export interface DocumentSigner {
  /** DER, the signer's own first, then the chain upwards. */
  certificates: readonly [Uint8Array, ...Uint8Array[]];
  algorithm: SignatureAlgorithm;
  /** RSA: PKCS #1 v1.5. ECDSA: DER SEQUENCE of r and s (a token that answers r‖s is wrapped). */
  sign(input: { content: Uint8Array; sha256: Uint8Array }): Promise<Uint8Array>;
}

/** Who says when it was: RFC 3161. */
export interface TimeStamper {
  /** The DER of a TimeStampToken over this SHA-256. */
  timestamp(sha256: Uint8Array): Promise<Uint8Array>;
}

/** What is kept beside a signed document, and shown. */
export interface SignatureFacts {
  /** PAdES baseline level. */
  level: "B-B" | "B-T";
  subFilter: "ETSI.CAdES.detached";
  signerName: string;
  issuerName: string;
  certificateSha256: string;
  /** By the platform's clock. */
  signedAt: string;
  /** By the time stamp authority. */
  timeStampedAt: string | null;
}
