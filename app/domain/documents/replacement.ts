import type { DocumentRegister, LegalDocument } from "./document";

/** What a document was replaced by, and that again, to the last; ends where a chain would run in a circle. */
export function successorsOf(number: string, register: DocumentRegister): LegalDocument[] {
  const chain: LegalDocument[] = [];
  const seen = new Set([number]);
  let next = register.get(number)?.replacedBy ?? null;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const document = register.get(next);
    if (!document) break;
    chain.push(document);
    next = document.replacedBy;
  }
  return chain;
}

/** The documents that this one replaced, directly. */
export function predecessorsOf(number: string, register: DocumentRegister): LegalDocument[] {
  return [...register.values()].filter(({ replacedBy }) => replacedBy === number);
}

/** Would `number` be replaced by itself in the end, if it were replaced by `replacedBy`? */
export function wouldCircle(number: string, replacedBy: string, register: DocumentRegister): boolean {
  return number === replacedBy || successorsOf(replacedBy, register).some((document) => document.number === number);
}
