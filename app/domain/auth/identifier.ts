/** Small letters, digits, and . _ - @ between: what can be typed without thinking on every keyboard. */
const IDENTIFIER = /^[a-z0-9]([a-z0-9._@-]{1,62})[a-z0-9]$/;

/** Is this (already normalized) text a name to sign in with? */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}
