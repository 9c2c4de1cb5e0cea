import canonicalize from "canonicalize";

/**
 * The one text of a JSON value (RFC 8785): keys in the order of their UTF-16 units, numbers as ECMAScript writes them, no spaces. Throws
 * for what JSON does not have (NaN, Infinity, undefined as the whole).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("there is no JSON for this value");
  return text;
}
