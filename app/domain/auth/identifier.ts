/** Small letters, digits, and . _ - @ between: what can be typed without thinking on every keyboard. */
const IDENTIFIER = /^[a-z0-9]([a-z0-9._@-]{1,62})[a-z0-9]$/;

/** Is this (already normalized) text a name to sign in with? */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/**
 * What a person signs in with when nobody chose otherwise: the staff number in small letters, best first; the others are for
 * the rare one that somebody else has taken.
 */
export function identifiersFrom(staffNumber: string): string[] {
  const plain = staffNumber
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9._@-]+/g, "-")
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
  const base = plain.length < 3 ? `nv-${plain || "1"}` : plain.slice(0, 60);
  return [base, ...Array.from({ length: 8 }, (_, index) => `${base}-${index + 2}`)].filter(isIdentifier);
}
