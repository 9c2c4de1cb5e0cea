import { foldName } from "../../organization/names";
import { freeId } from "./lesson-check";

/** The second-level headings of a lesson, found by its lines alone: for a list to choose from, quicker than reading the lesson. */
export function sectionsIn(text: string): { id: string; title: string }[] {
  const taken = new Set<string>();
  const sections: { id: string; title: string }[] = [];
  let fenced = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const [, marks, heading] = /^(#{1,6})\s+(.+?)\s*#*\s*$/.exec(line) ?? [];
    if (fenced || marks === undefined) continue;
    const title = heading!.replace(/[*_`]/g, "");
    const words = foldName(title)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
    const id = freeId(`muc-${words.slice(0, 80) || "khong-ten"}`, (each) => taken.has(each));
    taken.add(id);
    if (marks.length === 2) sections.push({ id, title });
  }
  return sections;
}
