import type { CitingPart } from "./coverage";
import type { LegalDocument } from "./document";

/** Everything that the studio shows of a document. */
export interface DocumentView {
  /** With the status that holds today. */
  document: LegalDocument;
  /** Status as it was entered. */
  entered: LegalDocument["status"];
  notYetInForce: boolean;
  changedInBrowser: boolean;
  inFolder: boolean;
  /** What replaced it, and that again. */
  successors: LegalDocument[];
  predecessors: LegalDocument[];
  /** In the versions that learners get now. */
  citedBy: CitingPart[];
  /** All published versions that cite it. */
  versions: { slug: string; title: string; versions: { number: number; current: boolean }[] }[];
  /** In drafts that are being written. */
  drafts: { slug: string; parts: { file: string; line: number; quote: string }[] }[];
  history: { id: string; at: Date; actorName: string; action: string; changes: DocumentChange[] }[];
}

export interface DocumentChange {
  field: string;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}
