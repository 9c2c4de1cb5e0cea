/** A code of conduct as it is written: "## " begins a section, "- " a point, an empty line a paragraph. Nothing else has a meaning. */

export interface CodeSection {
  title: string;
  parts: CodePart[];
}

export type CodePart = { kind: "paragraph"; text: string } | { kind: "points"; points: string[] };

export function codeSections(text: string): CodeSection[] {
  const sections: CodeSection[] = [];
  let open: CodePart | null = null;
  const section = () => {
    if (sections.length === 0) sections.push({ title: "", parts: [] });
    return sections.at(-1)!;
  };
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim();
    const title = /^##\s+(.+)$/.exec(words)?.[1];
    const point = /^[-*•]\s+(.+)$/.exec(words)?.[1];
    if (title !== undefined) {
      sections.push({ title: title.trim(), parts: [] });
      open = null;
    } else if (words === "") open = null;
    else if (point !== undefined) {
      if (open?.kind === "points") open.points.push(point);
      else section().parts.push((open = { kind: "points", points: [point] }));
    } else if (open?.kind === "paragraph") open.text += ` ${words}`;
    else section().parts.push((open = { kind: "paragraph", text: words }));
  }
  return sections;
}

export type CodeFault = "no-section" | "text-before-section" | "empty-section" | "section-twice";

/** What keeps a text from being published. */
export function codeFault(text: string): CodeFault | null {
  const sections = codeSections(text);
  if (!sections.some(({ title }) => title !== "")) return "no-section";
  if (sections[0]!.title === "") return "text-before-section";
  if (sections.some(({ parts }) => parts.length === 0)) return "empty-section";
  return new Set(sections.map(({ title }) => title)).size < sections.length ? "section-twice" : null;
}

export interface ComparedSection {
  title: string;
  kind: "same" | "changed" | "added" | "removed";
  before: CodePart[];
  after: CodePart[];
}

/** Two versions by section: in the order of the later one, what is gone where it stood. */
export function compareCodes(before: string, after: string): ComparedSection[] {
  const old = codeSections(before);
  const now = codeSections(after);
  const title = ({ title: each }: CodeSection) => each;
  const kept = new Set(now.map(title));
  const compared: ComparedSection[] = [];
  const gone = old.filter((section) => !kept.has(section.title));
  const removedBefore = (section: CodeSection | undefined) => {
    const until = section ? old.findIndex((each) => each.title === section.title) : old.length;
    while (gone.length > 0 && until >= 0 && old.indexOf(gone[0]!) < until) {
      const lost = gone.shift()!;
      compared.push({ title: lost.title, kind: "removed", before: lost.parts, after: [] });
    }
  };
  for (const section of now) {
    removedBefore(section);
    const was = old.find((each) => each.title === section.title);
    const same = was && JSON.stringify(was.parts) === JSON.stringify(section.parts);
    compared.push({
      title: section.title,
      kind: was ? (same ? "same" : "changed") : "added",
      before: was?.parts ?? [],
      after: section.parts,
    });
  }
  removedBefore(undefined);
  return compared;
}
