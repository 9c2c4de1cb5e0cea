import { foldName } from "./names";

/** More words than this make no name; the rest is left out. */
const MOST_WORDS = 8;

export interface NameSearch {
  /** Per word, what its beginning must look like to LIKE: all words must match, in any order. */
  words: { atStart: string; inside: string }[];
  /** The whole text as a staff number, when it has a digit in it (no name has one); null otherwise. */
  staffNumber: string | null;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/**
 * What to look for when somebody types a name: without diacritics, each word from its beginning, in any order.
 * "my dang", "đặng" and "Dang  My" all find "Đặng Thị Mỹ"; "an" finds An and Anh, but not every Lan and Nhàn. (A
 * pattern that starts at a word also lets the trigram index serve words of two letters.)
 */
export function nameSearch(text: string): NameSearch | null {
  const folded = foldName(text);
  if (folded === "") return null;
  const words = [...new Set(folded.split(" "))].slice(0, MOST_WORDS).map(escapeLike);
  return {
    words: words.map((word) => ({ atStart: `${word}%`, inside: `% ${word}%` })),
    staffNumber: /\d/.test(folded) ? text.replace(/\s+/g, "").toUpperCase() : null,
  };
}

/** The same rule for a name in memory. */
export function nameMatches(fullName: string, text: string): boolean {
  const parts = foldName(fullName).split(" ");
  return foldName(text)
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .every((word) => parts.some((part) => part.startsWith(word)));
}
