import { readSettings } from "~/domain/courses/drafts/course-yaml";
import { listShelf } from "~/domain/courses/drafts/shelf-store.server";
import type { ShelfEntry, ShelfView } from "~/domain/courses/drafts/shelf-view";
import { db } from "~/platform/db.server";
import { discardedSince } from "./lay-draft-aside";

/** The drafts that are open, and those that were discarded and can be taken up again. */
export async function listDrafts(input: { now: Date }): Promise<ShelfView> {
  const shelf = await listShelf(db, { discardedSince: discardedSince(input.now) });
  const entries = shelf.map(({ courseYaml, ...draft }): ShelfEntry => {
    const title = courseYaml ? readSettings(new TextDecoder().decode(courseYaml)).title : "";
    return { ...draft, title: title || draft.slug };
  });
  return {
    open: entries.filter(({ state }) => state !== "discarded"),
    discarded: entries.filter(({ state }) => state === "discarded"),
  };
}
