import type { AreaName } from "~/ui/words/catalogue.server";

/** What a route says about its page in `handle`. */
export interface PageHandle {
  /** The browser runs React on this page. Without it the page is HTML alone. */
  script?: boolean;
  /** The areas of the word catalogue that the browser gets, beside `frame` and `kit`. */
  words?: AreaName[];
  /** Which part of the navigation is lit. */
  section?: "learning" | "record" | "library" | "documents" | "checks" | "overview" | "staff" | "assignments" | "accounts" | "audit";
}
