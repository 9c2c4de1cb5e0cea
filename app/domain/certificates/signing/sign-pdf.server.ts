/** Who signed a document and how. */
export type SignatureFacts = Record<string, unknown>;

/** Which certificate a document is of. */
export interface StatementSubject {
  serial: string;
  number: string;
  issuerCode: string;
  year: number;
  registerNumber: number;
  verifyAddress: string;
}

/** The document as it is issued. Without a key of the agency it goes out as it was drawn, and nothing says that it was signed. */
export function signIssued(
  pdf: Uint8Array,
  _now: Date,
  _subject: StatementSubject,
): Promise<{ bytes: Uint8Array; signature: SignatureFacts | null }> {
  return Promise.resolve({ bytes: pdf, signature: null });
}

/** Whether documents that are issued now carry a digital signature; a printed fact, decided at issue. */
export function signerConfigured(): boolean {
  return false;
}
