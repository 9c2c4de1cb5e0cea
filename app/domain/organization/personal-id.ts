/**
 * The personal identification number (số định danh cá nhân) is twelve digits and is the key of an official's
 * electronic file (Decree 27/2026/NĐ-CP). It is text: most begin with a zero.
 */
export function isPersonalId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** Reads a number as people type it, with spaces or dots between; null when it is not twelve digits. */
export function readPersonalId(text: string): string | null {
  const digits = text.replace(/[\s.\u00a0]/g, "");
  return isPersonalId(digits) ? digits : null;
}

/** What is kept in the open, to tell two people of one name apart: the last three digits. */
export function lastDigitsOf(personalId: string): string {
  return personalId.slice(-3);
}

/** "xxx xxx xxx 123": from a whole number or from the last digits that are kept; never more than three of them. */
export function maskPersonalId(personalIdOrLast: string | null): string | null {
  if (personalIdOrLast === null || !/^\d{3,12}$/.test(personalIdOrLast)) return null;
  return `xxx xxx xxx ${lastDigitsOf(personalIdOrLast)}`;
}
