/** How far the signer's certificate was followed: only where the installation has named roots (SIGNING_ROOTS). */
export type ChainAnswer = "not-checked" | "trusted" | "not-trusted";

/** What is kept of the signature in an uploaded document, and shown. */
export interface UploadedSignature {
  signerName: string;
  organization: string | null;
  /** Who issued the signer's certificate, by its own words. */
  issuerName: string;
  subFilter: string;
  certificateSha256: string;
  certificateValidTo: string;
  /** What the signing program says; nobody vouches for it. */
  statedAt: string | null;
  /** What a time stamp authority says. */
  timeStampedAt: string | null;
  chain: ChainAnswer;
  /** "prefix": the issued bytes stand unchanged in front. "text": the program wrote the file anew; its pages say the same words. */
  sameBy: "prefix" | "text";
}

export type UploadRefusal =
  | "no-file"
  | "too-large"
  | "not-a-pdf"
  | "same-as-issued"
  | "other-document"
  | "drawn-over"
  | "no-signature"
  | "signature-format"
  | "signature-wrong"
  | "digest-not-accepted"
  | "not-whole";

export type UploadCheck =
  { kind: "accepted"; signature: UploadedSignature } | { kind: "refused"; reason: UploadRefusal };

/** A certificate has less than 200 KB; a program that writes it anew may put its own fonts in. */
export const UPLOAD_LIMIT = 5 * 1024 * 1024;

/** Reads what is kept beside an uploaded document. */
export function readUploadedSignature(stored: unknown): UploadedSignature | null {
  const given = stored as Partial<UploadedSignature> | null;
  return given && typeof given.signerName === "string" && typeof given.sameBy === "string"
    ? (given as UploadedSignature)
    : null;
}

/** A copy that was handed up, as it is shown. */
export interface SignedCopyShown {
  sha256: string;
  size: number;
  madeAt: Date;
  madeByName: string;
  signature: UploadedSignature;
}

/** The page on which a signed copy is handed up. */
export interface SignedCopyView {
  serial: string;
  number: string;
  fullName: string;
  courseName: string;
  /** The issued document bears the platform's configured signature already. */
  digitallySigned: boolean;
  /** Copies are taken for what still holds. */
  open: boolean;
  copy: SignedCopyShown | null;
}
