import type { AreaName } from "~/ui/words/catalogue.server";
import type { Section } from "./navigation";

/** What a route says about its page in `handle`. */
export interface PageHandle {
  /** The browser runs React on this page. Without it the page is HTML alone. */
  script?: boolean;
  /** The areas of the word catalogue that the browser gets, beside `frame` and `kit`. */
  words?: AreaName[];
  /** Which part of the navigation is lit. */
  section?: Section;
  /** Nothing to wander off to: the word mark and the display settings only (a test being taken, signing in). */
  quiet?: boolean;
}

/** What the handles of all matched routes say together. */
export function pageHandleOf(
  handles: readonly unknown[],
): Required<Omit<PageHandle, "section">> & { section?: Section } {
  const said = handles.filter((handle): handle is PageHandle => typeof handle === "object" && handle !== null);
  return {
    script: said.some((handle) => handle.script === true),
    words: [...new Set(said.flatMap((handle) => handle.words ?? []))],
    section: said.findLast((handle) => handle.section)?.section,
    quiet: said.some((handle) => handle.quiet === true),
  };
}
