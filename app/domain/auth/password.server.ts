import { hash, verify } from "@node-rs/argon2";

// argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2 passes, 1 lane).
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(plain: string): Promise<string> {
  return hash(plain.normalize("NFC"), OPTIONS);
}

let nobody: Promise<string> | undefined;

/**
 * Compares a password with a stored hash. With `null` (no such account) it does the same work on a hash that nothing
 * matches, so that the time of an answer does not tell whether an account exists.
 */
export async function verifyPassword(stored: string | null, plain: string): Promise<boolean> {
  const known = stored ?? (await (nobody ??= hashPassword(crypto.randomUUID())));
  const matches = await verify(known, plain.normalize("NFC"));
  return stored !== null && matches;
}
