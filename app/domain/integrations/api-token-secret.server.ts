import { createHash, randomBytes } from "node:crypto";

/** Begins every token, so that one that was left somewhere by mistake is found by what looks for such things. */
const PREFIX = "cmk_";

/** A new token (256 bits of chance), what is kept of it, and how it begins. */
export function makeToken(): { token: string; tokenHash: string; hint: string } {
  const token = PREFIX + randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token), hint: token.slice(0, PREFIX.length + 6) };
}

/** A token has so much chance in it that a plain hash cannot be tried through. */
export const hashToken = (token: string) => createHash("sha256").update(token, "utf8").digest("hex");

/** What stands in `Authorization: Bearer …`, when it can be a token at all. */
export function tokenOf(authorization: string | null): string | null {
  return /^Bearer +(cmk_[\w-]{43})$/i.exec(authorization ?? "")?.[1] ?? null;
}
