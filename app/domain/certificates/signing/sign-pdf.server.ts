/** Who signed a document and how. */
export type SignatureFacts = Record<string, unknown>;

/** The document as it is issued. Without a key of the agency it goes out as it was drawn, and nothing says that it was signed. */
export function signIssued(
  pdf: Uint8Array,
  _now: Date,
): Promise<{ bytes: Uint8Array; signature: SignatureFacts | null }> {
  return Promise.resolve({ bytes: pdf, signature: null });
}
