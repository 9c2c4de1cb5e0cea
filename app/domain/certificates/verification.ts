import type { CertificateFacts } from "./facts";

/** The answer to "is this paper real?", for anybody. */
export type Verification = FoundCertificate | UnknownCertificate | MalformedSerial;

export interface FoundCertificate {
  /** "replaced": another certificate was issued in its place. */
  kind: "valid" | "revoked" | "expired" | "replaced";
  serial: string;
  /** What the paper must show, and nothing that it does not. */
  facts: CertificateFacts;
  since: Date;
}

export interface UnknownCertificate {
  kind: "unknown";
  serial: string;
}

export interface MalformedSerial {
  kind: "malformed";
  because: "empty" | "length" | "letters" | "check";
  /** What was typed, tidied and cut to forty letters. */
  typed: string;
}
