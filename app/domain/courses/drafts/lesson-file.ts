/** The front matter of a lesson that is being written, and how much of it there is to read. */
import { Document } from "yaml";
import type { LocalDay } from "../../time";
import { editableYaml, setYaml, yamlText } from "../yaml-text";

export interface NewLesson {
  id: string;
  title: string;
  summary: string;
  objective: string;
  /** A registered document: a lesson rests on at least one. */
  document: string;
  reviewedOn: LocalDay;
  reviewedBy: string;
  reviewAgainBy: LocalDay;
}

/** A lesson that says what it will be about, with nothing written yet. */
export function newLessonText(lesson: NewLesson): string {
  const { objective, document, ...rest } = lesson;
  const { id, title, summary, reviewedOn, reviewedBy, reviewAgainBy } = rest;
  const front = new Document({
    id,
    title,
    summary,
    objectives: [objective],
    legalBasis: [{ document }],
    reviewedOn,
    reviewedBy,
    reviewAgainBy,
  });
  return `---\n${yamlText(front)}---\n`;
}

interface SplitText {
  front: string;
  body: string;
}

function split(text: string): SplitText | null {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (lines[0]?.trimEnd() !== "---") return null;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  return end < 0 ? null : { front: lines.slice(1, end).join("\n"), body: lines.slice(end + 1).join("\n") };
}

/** Title and summary as far as they can be read; null where they cannot. */
export function readHead(text: string): { title: string | null; summary: string | null } {
  const parts = split(text);
  const value = (parts && editableYaml(parts.front)?.toJS()) as Record<string, unknown> | null;
  const said = (key: string) => (typeof value?.[key] === "string" ? value[key] : null);
  return { title: said("title"), summary: said("summary") };
}

/** The lesson under another title, all else as it was; null when its front matter cannot be read. */
export function withTitle(text: string, title: string): string | null {
  const parts = split(text);
  const document = parts && editableYaml(parts.front);
  if (!parts || !document) return null;
  setYaml(document, ["title"], title);
  return `---\n${yamlText(document)}---\n${parts.body}`;
}

/** Roughly the words that are read, as the compiler will count them: markup and citations left out. */
export function wordsOf(text: string): number {
  const body = split(text)?.body ?? text;
  return (
    body
      .replace(/<CanCu\b[^>]*>/g, " ")
      // What stands in the props of a component is read too, unless it is a name or an address.
      .replace(/<\/?[A-Za-z][^>]*>/g, (tag) =>
        [...tag.matchAll(/="([^"]*\s[^"]*)"/g)].map(([, said]) => said).join(" "),
      )
      .replace(/\]\([^)]*\)/g, " ")
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  );
}
