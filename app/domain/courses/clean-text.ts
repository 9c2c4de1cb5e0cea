/** Text as the platform keeps it: composed Unicode, no invisible characters, no blanks at the ends of lines. */

// The same as in a course folder (course-source.ts): they make a text read otherwise than it is stored.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]/g;

/** A file's text with one kind of line end, composed and without hidden characters. */
export function cleanFile(text: string): { text: string; hidden: number } {
  const lines = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n").normalize("NFC");
  const hidden = lines.match(HIDDEN)?.length ?? 0;
  return { text: hidden === 0 ? lines : lines.replace(HIDDEN, ""), hidden };
}

/** One field: as `cleanFile`, and trimmed. */
export function cleanField(text: string): string {
  return cleanFile(text)
    .text.replace(/[ \t\u00a0]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** "Giao tiếp, ứng xử" → "giao-tiep-ung-xu"; "" when nothing is left. */
export function slugOf(text: string, limit = 60): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (plain.length <= limit) return plain;
  const cut = plain.slice(0, limit + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 1)).replace(/-+$/, "");
}
