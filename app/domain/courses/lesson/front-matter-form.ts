/** The front matter of a lesson as fields of a form, written back into the same file with its comments and its order. */
import { isCollection, isMap, isScalar, isSeq, parseDocument, YAMLMap, YAMLSeq } from "yaml";
import { readYaml } from "../yaml-source";
import { tidyLine } from "./component-values";

export interface LessonHead {
  title: string;
  summary: string;
  objectives: string[];
  legalBasis: { document: string; article: string; clause: string }[];
  reviewedOn: string;
  reviewedBy: string;
  reviewAgainBy: string;
}

const TEXTS = ["title", "summary", "reviewedOn", "reviewedBy", "reviewAgainBy"] as const;

/** A file cut in two, to be put together again by `joinLesson`; without front matter the head is "". */
export function cutLesson(text: string): { head: string; body: string } {
  const found = /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  return found ? { head: found[0], body: text.slice(found[0].length) } : { head: "", body: text };
}

export const joinLesson = ({ head, body }: { head: string; body: string }): string => head + body;

/** Null when it cannot be read as fields: then it is shown as it is written. */
export function readHead(head: string): LessonHead | null {
  const { yaml } = readYaml({ text: yamlOf(head), file: "" });
  const value = yaml?.value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const of = value as Record<string, unknown>;
  const text = (each: unknown) => (typeof each === "string" || typeof each === "number" ? String(each) : "");
  const list = (each: unknown) => (Array.isArray(each) ? (each as unknown[]) : []);
  return {
    ...(Object.fromEntries(TEXTS.map((key) => [key, text(of[key])])) as Pick<LessonHead, (typeof TEXTS)[number]>),
    objectives: list(of["objectives"]).map(text),
    legalBasis: list(of["legalBasis"]).map((each) => {
      const citation = (typeof each === "object" && each !== null ? each : {}) as Record<string, unknown>;
      return {
        document: text(citation["document"]),
        article: text(citation["article"]),
        clause: text(citation["clause"]),
      };
    }),
  };
}

/** The head with some fields changed, each on one line; all else stays as it was written. */
export function writeHead(head: string, change: Partial<LessonHead>): string {
  const document = parseDocument(yamlOf(head), { schema: "core" });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return head;
  for (const key of TEXTS) {
    const value = change[key];
    if (value !== undefined) setText(document, [key], tidyLine(value));
  }
  if (change.objectives) setList(document, "objectives", change.objectives, tidyLine);
  if (change.legalBasis) {
    setList(document, "legalBasis", change.legalBasis, ({ document: number, article, clause }) => ({
      document: tidyLine(number),
      ...(tidyLine(article) && { article: tidyLine(article) }),
      ...(tidyLine(clause) && { clause: tidyLine(clause) }),
    }));
  }
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: true })}---\n`;
}

const yamlOf = (head: string) => head.replace(/^---[ \t]*\n/, "").replace(/---[ \t]*\n?$/, "");

type YamlDocument = ReturnType<typeof parseDocument>;

function setText(document: YamlDocument, path: (string | number)[], value: string): void {
  const there = document.getIn(path, true);
  if (isScalar(there)) {
    if (String(there.value) !== value) there.value = value;
  } else document.setIn(path, value);
}

/** Items that did not change keep their place, their form and their comments. */
function setList<Item>(
  document: YamlDocument,
  key: string,
  items: readonly Item[],
  write: (item: Item) => unknown,
): void {
  const there = document.get(key, true);
  const list = isSeq(there) ? there : new YAMLSeq();
  if (!isSeq(there)) document.set(key, list);
  const before = list.items.map((item) => ({
    item,
    text: JSON.stringify(isCollection(item) || isScalar(item) ? item.toJS(document) : item),
  }));
  const flow = before.some(({ item }) => isMap(item) && item.flow);
  list.items = items.map((item, index) => {
    const value = write(item);
    const text = JSON.stringify(value);
    const same = before[index]?.text === text ? before[index] : before.find((each) => each.text === text);
    if (same) return same.item;
    const made = document.createNode(value);
    if (made instanceof YAMLMap && (flow || before.length === 0)) made.flow = true;
    const old = before[index]?.item;
    if (isScalar(old) && isScalar(made)) {
      old.value = made.value;
      return old;
    }
    return made;
  });
}
