/**
 * What keeps the platform from starting, said in one sentence in both languages: what is wrong, where, and how
 * to mend it. Printed without a stack trace; everything else that is thrown is a fault.
 */
export class PlainSentence extends Error {
  constructor(
    readonly vietnamese: string,
    readonly english: string,
  ) {
    super(`${vietnamese}\n${english}`);
    this.name = "PlainSentence";
  }
}

/** The code of a system error ("EACCES"), or of a PostgreSQL error ("57P03"); "" for anything else. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}
