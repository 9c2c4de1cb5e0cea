// The same as in course-source: they make a text read otherwise than it is stored.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]/g;

/** A typed text as a course keeps it: composed, one kind of line end, nothing invisible, trimmed. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(HIDDEN, "")
    .normalize("NFC")
    .replace(/[ \t\u00a0]+$/gm, "")
    .trim();
