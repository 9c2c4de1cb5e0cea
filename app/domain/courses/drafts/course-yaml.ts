/** course.yaml of a draft: read as far as it can be, changed without touching the rest. */
import { isSeq, YAMLSeq } from "yaml";
import type { LocalDay } from "../../time";
import { editableYaml, isYamlMap, setYaml, yamlText } from "../yaml-text";
import type { OutlineEntry } from "./outline";

export const COURSE_FILE = "course.yaml";

/** What of course.yaml a training officer sets in a form; the outline and the slug are set elsewhere. */
export interface CourseSettings {
  title: string;
  summary: string;
  audience: string;
  language: "vi" | "en";
  studyForm: string;
  reviewedOn: LocalDay;
  reviewedBy: string;
  reviewAgainBy: LocalDay;
  criteria: string[];
  certificateName: string;
}

const text = (value: unknown) => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");

/** The lessons that a file lists, in order; null when the file cannot be read at all. What is no lesson in the list is passed over. */
export function readOutline(yaml: string): OutlineEntry[] | null {
  const document = editableYaml(yaml);
  if (!document) return null;
  const listed = (document.toJS() as { lessons?: unknown }).lessons;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((item: unknown): OutlineEntry[] => {
    const { file, required } = (item ?? {}) as { file?: unknown; required?: unknown };
    return typeof file === "string" ? [{ file, required: required !== false }] : [];
  });
}

/** The same file with its lessons in this order. A lesson keeps what stands around it, under its old name where it has a new one. */
export function writeOutline(
  yaml: string,
  entries: readonly OutlineEntry[],
  renames: ReadonlyMap<string, string> = new Map(),
): string {
  const document = editableYaml(yaml);
  if (!document) return yaml;
  const listed = document.get("lessons");
  const items = isSeq(listed) ? listed.items.filter((item) => isYamlMap(item)) : [];
  const oldNames = new Map([...renames].map(([from, to]) => [to, from]));
  const list = isSeq(listed) ? listed : new YAMLSeq();
  list.items = entries.map(({ file, required }) => {
    const known = items.find((item) => item.get("file") === (oldNames.get(file) ?? file));
    const item = known ?? document.createNode({ file, required });
    if (isYamlMap(item)) {
      if (item.get("file") !== file) item.set("file", file);
      if (item.get("required") !== required) item.set("required", required);
    }
    return item;
  });
  // `[]` of a course without lessons must not make a line of those that come.
  list.flow = entries.length === 0;
  if (!isSeq(listed)) document.set("lessons", list);
  return yamlText(document);
}

/** What the form shows of a file; what cannot be read is empty. */
export function readSettings(yaml: string): CourseSettings {
  const value = (editableYaml(yaml)?.toJS() ?? {}) as Record<string, unknown>;
  const { criteria, certificate } = value;
  return {
    title: text(value["title"]),
    summary: text(value["summary"]),
    audience: text(value["audience"]),
    language: value["language"] === "en" ? "en" : "vi",
    studyForm: text(value["studyForm"]),
    reviewedOn: text(value["reviewedOn"]),
    reviewedBy: text(value["reviewedBy"]),
    reviewAgainBy: text(value["reviewAgainBy"]),
    criteria: Array.isArray(criteria) ? criteria.map(text) : [],
    certificateName: text((certificate as { courseName?: unknown } | undefined)?.courseName),
  };
}

/** The file with these settings; null when it cannot be read, so that nothing of it is overwritten unseen. */
export function writeSettings(yaml: string, settings: CourseSettings): string | null {
  const document = editableYaml(yaml);
  if (!document) return null;
  const { certificateName, ...own } = settings;
  for (const [key, value] of Object.entries(own)) setYaml(document, [key], value);
  setYaml(document, ["certificate", "courseName"], certificateName);
  return yamlText(document);
}
