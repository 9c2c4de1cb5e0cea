/** Two doors to the register: files of `content/documents`, and the browser. The folder never overwrites the browser. */
import type { LegalDocument } from "./document";

/** A document as it is kept, with what the folder last said of it. */
export interface KeptDocument {
  document: LegalDocument;
  /** `saying` of the file that was last seen; null: it stands in no file. */
  folderSaid: string | null;
  changedInBrowser: boolean;
}

export type FolderOutcome =
  /** Nothing to write. */
  | "nothing"
  /** The document is taken from the file. */
  | "take"
  /** The file says what the browser says: from here on the folder leads. */
  | "follow"
  /** The browser leads, and the file says something new: told as a warning. */
  | "kept-and-told"
  /** The browser leads, and the file is the one that the change was made over. */
  | "kept";

/** A document in one line: the same line is the same document. */
export function saying(document: LegalDocument): string {
  const { number, title, issuer, kind, issuedOn, effectiveOn, status, replacedBy, note, source } = document;
  const places = (document.places ?? []).map(({ article = null, clause = null }) => [article, clause]);
  const days = [issuedOn, effectiveOn, document.expiredOn ?? null];
  return JSON.stringify([number, title, issuer, kind, ...days, status, replacedBy, note, source, places]);
}

/** What becomes of a document when a file of the folder is read. */
export function folderOutcome(kept: KeptDocument | null, file: LegalDocument): FolderOutcome {
  if (!kept) return "take";
  const says = saying(file);
  if (says === saying(kept.document)) {
    return kept.changedInBrowser || kept.folderSaid !== says ? "follow" : "nothing";
  }
  if (!kept.changedInBrowser) return "take";
  return kept.folderSaid === says ? "kept" : "kept-and-told";
}
