/** Folding for search: lower case, no diacritics, đ as d, single spaces. "Đặng Thị Mỹ" → "dang thi my". */
export function foldName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** The given name is the last word of a Vietnamese full name. */
export function givenNameOf(fullName: string): string {
  return tidyName(fullName).split(" ").at(-1) ?? "";
}

/** NFC, single spaces. */
export function tidyName(fullName: string): string {
  return fullName.normalize("NFC").replace(/\s+/g, " ").trim();
}

// The Vietnamese alphabet orders letters first and tones after; a tone decides only between equal words.
const ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]; // ngang, huyền, hỏi, ngã, sắc, nặng
const LETTER_MARKS = /[\u0302\u0306\u031b]/;

function sortWord(word: string): string {
  let letters = "";
  let tone = 0;
  for (const letter of word.toLowerCase().normalize("NFC")) {
    let base = "";
    for (const part of letter.normalize("NFD")) {
      const at = TONES.indexOf(part);
      if (at > 0) tone = at;
      else if (!/\p{Mn}/u.test(part) || LETTER_MARKS.test(part)) base += part;
    }
    const rank = ALPHABET.indexOf(base.normalize("NFC"));
    letters += rank < 0 ? base : String.fromCharCode(0x61 + Math.floor(rank / 6)) + String(rank % 6);
  }
  return `${letters}.${tone}`;
}

/**
 * A plain-ASCII key that sorts names as Vietnamese lists do: given name first, then family and middle names; letters
 * before tones (a < ă < â, d < đ; ngang < huyền < hỏi < ngã < sắc < nặng). Compare with COLLATE "C".
 */
export function sortNameOf(fullName: string): string {
  const words = tidyName(fullName).split(" ");
  const given = words.at(-1) ?? "";
  return [given, ...words.slice(0, -1)].map(sortWord).join(" ");
}
