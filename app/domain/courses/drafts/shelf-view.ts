import type { DraftOnShelf } from "./shelf-store.server";

export type ShelfEntry = Omit<DraftOnShelf, "courseYaml"> & { title: string };

/** Drafts as the library lists them. */
export interface ShelfView {
  open: ShelfEntry[];
  /** Those that can be taken up again. */
  discarded: ShelfEntry[];
}
