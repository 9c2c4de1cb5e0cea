import type { CertificateFacts } from "./facts";
import type { HistoryLine, Succession } from "./history";
import type { CertificatePaper } from "./paper";
import type { QrCode } from "./qr-code";
import { standingOf, type CertificateEventFact, type CertificateStanding } from "./standing";

/** A certificate as it was issued, with what happened to it since. */
export interface Certificate {
  id: string;
  serial: string;
  number: string;
  issuedAt: Date;
  templateVersion: number;
  facts: CertificateFacts;
  events: CertificateEventFact[];
  /** The number of the certificate that was issued in its place. */
  replacedByNumber: string | null;
}

/** One line of a list of certificates. */
export interface CertificateRow {
  serial: string;
  number: string;
  courseName: string;
  cycle: string;
  issuedAt: Date;
  standing: CertificateStanding;
}

/** What the owner sees: the paper as it prints, and what it is worth now. */
export interface OwnCertificate {
  serial: string;
  number: string;
  courseName: string;
  issuedAt: Date;
  digitallySigned: boolean;
  standing: CertificateStanding;
  paper: CertificatePaper;
  qr: QrCode;
  /** The agency's sign as a data address, where the paper bears one. */
  logo: string | null;
  history: HistoryLine[];
  succession: Succession;
}

export function certificateStanding(certificate: Certificate, now: Date): CertificateStanding {
  return standingOf({ issuedAt: certificate.issuedAt, events: certificate.events, now });
}
