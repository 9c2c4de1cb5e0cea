import type { CertificateFacts } from "./facts";
import type { ReasonClass } from "./history";

/** The answer to "is this paper real?", for anybody. */
export type Verification = FoundCertificate | UnknownCertificate | MalformedSerial;

export interface FoundCertificate {
  /** "replaced": another certificate was issued in its place. */
  kind: "valid" | "revoked" | "expired" | "replaced";
  serial: string;
  /** What the paper must show, and nothing that it does not. */
  facts: CertificateFacts;
  since: Date;
  /** Why it no longer holds, as far as anybody may know. */
  reasonClass: ReasonClass | null;
  /** The number of the certificate in its place. */
  replacedByNumber: string | null;
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
