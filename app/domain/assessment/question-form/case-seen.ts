import type { CaseText } from "../question";

/** A case as a page remembers it, to see whether somebody changed it meanwhile. */
export const caseSeen = ({ title, text }: Pick<CaseText, "title" | "text">) => JSON.stringify([title, text]);
