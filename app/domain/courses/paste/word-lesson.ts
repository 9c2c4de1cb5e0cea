/** A document that is about to become a lesson: its text, its pictures with their words, and the file that comes of it. */
import { isMap, isSeq, parse, parseDocument, stringify } from "yaml";
import { slugOf } from "../media/draft-media";
import { splitLesson } from "../lesson/front-matter";

/** A picture of the document, cleaned and kept in the file store; it is named in the text by its path. */
export interface WordImage {
  path: string;
  sha256: string;
  size: number;
  width: number;
  height: number;
  alt: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const safeAlt = (alt: string) => alt.replace(/\s+/g, " ").replace(/[\\[\]`*_{}<&!|]/g, "\\$&");

/** The text with what is said about each picture, and with its path when it had to be another one. */
export function withImages(body: string, images: readonly (WordImage & { to: string })[]): string {
  return images.reduce(
    (text, { path, to, alt }) =>
      text.replace(
        new RegExp(`!\\[(?:[^\\]\\\\]|\\\\.)*\\]\\(${escaped(path)}\\)`, "g"),
        () => `![${safeAlt(alt)}](${to})`,
      ),
    body,
  );
}

/** The front matter and empty lines of a lesson that is there, with another text. */
export function withBody(lesson: string, body: string): string {
  const split = splitLesson(lesson.replace(/\r\n?/g, "\n"), "");
  return split.lesson ? `---\n${split.lesson.frontMatter}\n---\n\n${body}` : body;
}

export interface NewLesson {
  /** "03-tiep-dan", for course.yaml and the file. */
  file: string;
  text: string;
}

/** A new lesson; what the document does not say is left for the writer, whom the check of the draft reminds. */
export function newLesson(input: {
  title: string;
  body: string;
  courseYaml: string;
  taken: readonly string[];
}): NewLesson {
  const { title, body, courseYaml, taken } = input;
  const course = readMap(courseYaml);
  const numbers = taken.map((path) => Number(/^lessons\/(\d\d)-/.exec(path)?.[1] ?? 0));
  const number = String(Math.min(Math.max(0, ...numbers) + 1, 99)).padStart(2, "0");
  const ids = taken.map((path) => path.replace(/^lessons\/\d\d-|\.mdx$/g, ""));
  const stem = slugOf(title) || "bai-hoc";
  let id = stem;
  for (let next = 2; ids.includes(id); next++) id = `${stem}-${next}`;
  const front = {
    id,
    title,
    summary: title,
    objectives: [] as string[],
    legalBasis: [] as string[],
    reviewedOn: course["reviewedOn"] ?? "",
    reviewedBy: course["reviewedBy"] ?? "",
    reviewAgainBy: course["reviewAgainBy"] ?? "",
  };
  return { file: `${number}-${id}`, text: `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body}` };
}

function readMap(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0 });
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** `course.yaml` with one more lesson at the end of its list; as it was when it cannot be read. */
export function withLesson(courseYaml: string, file: string): string {
  const document = parseDocument(courseYaml);
  if (document.errors.length > 0 || !isMap(document.contents)) return courseYaml;
  const lessons = document.get("lessons");
  if (isSeq(lessons)) lessons.add(document.createNode({ file, required: true }));
  else document.set("lessons", [{ file, required: true }]);
  return document.toString({ lineWidth: 0 });
}
