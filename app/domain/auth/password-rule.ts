import { foldName } from "../organization/names";

export type PasswordWeakness = "too-short" | "too-long" | "too-common" | "contains-identifier";

const COMMON = [
  "password",
  "matkhau",
  "12345678",
  "qwerty",
  "angiang",
  "vietnam",
  "canbo",
  "congchuc",
  "iloveyou",
  "abc123",
];

/** A year and a sign around a guessable word leave it guessable: "matkhau-2026". */
const FEW_SIGNS = 5;

/**
 * What is wrong with a password that somebody chooses, or null. Length and unguessability count; mixtures of signs are
 * not asked for (NIST SP 800-63B, 5.1.1.2).
 */
export function checkPasswordStrength(password: string, identifier: string): PasswordWeakness | null {
  if ([...password].length < 10) return "too-short";
  if (password.length > 200) return "too-long";
  const plain = foldName(password).replace(/\s/g, "");
  if (new Set(plain).size < 5) return "too-common";
  // A common word with a few signs around it is still a common word.
  if (COMMON.some((word) => plain.includes(word) && plain.length - word.length <= FEW_SIGNS)) return "too-common";
  const name = foldName(identifier);
  if (name.length >= 4 && plain.includes(name) && plain.length - name.length <= FEW_SIGNS) return "contains-identifier";
  return null;
}
