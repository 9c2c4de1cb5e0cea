/** A course as it is being written in the studio: a whole set of files, the same as a folder in `content/`. */

export type DraftState = "editing" | "in_review" | "approved" | "published" | "discarded";

export interface Draft {
  id: string;
  slug: string;
  /** Null for a course that was never published. */
  courseId: string | null;
  /** The version whose files it began with, and its number. */
  baseVersionId: string | null;
  baseNumber: number | null;
  state: DraftState;
  /** How often it was sent for review. */
  round: number;
  changeNote: string | null;
  createdAt: Date;
  createdByName: string;
  submittedAt: Date | null;
  submittedBy: string | null;
  submittedByName: string | null;
}

/** A file of a draft without its bytes. */
export interface DraftFileNote {
  path: string;
  sha256: string;
  size: number;
  /** One more with each save. */
  revision: number;
  updatedAt: Date;
  updatedByName: string;
}

/** Is it still being worked on? A course has one such draft at most. */
export const isOpen = ({ state }: Pick<Draft, "state">) =>
  state === "editing" || state === "in_review" || state === "approved";

export type SavedFile =
  | { kind: "saved"; revision: number }
  /** Somebody saved it meanwhile: what stands there now, and whose it is. `bytes` null: it was taken away. */
  | { kind: "overtaken"; revision: number; bytes: Uint8Array | null; byName: string; at: Date }
  /** The draft is under review, published or discarded. */
  | { kind: "closed"; state: DraftState };
