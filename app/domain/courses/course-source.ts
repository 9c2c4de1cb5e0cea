/** The files of one course folder: from git, from the browser studio, from a stored version, all the same. */
import { problemAt, type ContentProblem } from "./content-problem";

/** Path inside the folder ("lessons/01-….mdx") → bytes. */
export type CourseFiles = ReadonlyMap<string, Uint8Array>;

export interface CourseSource {
  /** Name of the folder. */
  folder: string;
  /** Where the folder stands, for the places of problems: "content/courses/van-hoa-cong-vu". */
  root: string;
  files: CourseFiles;
}

/** The files of a course wherever they come from, with the places that problems are told by. */
export const courseSource = (folder: string, files: CourseFiles): CourseSource => ({
  folder,
  root: `content/courses/${folder}`,
  files,
});

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export function sameFiles(a: CourseFiles, b: CourseFiles): boolean {
  return a.size === b.size && [...a].every(([path, bytes]) => sameBytes(bytes, b.get(path)));
}

export const LESSON_LIMIT_KB = 200;
const YAML_LIMIT_KB = 500;
const MEDIA_LIMIT_KB = 2000;
const FILM_LIMIT_KB = 50_000;

const PERMITTED: { pattern: RegExp; limitKb: number }[] = [
  { pattern: /^(course|test)\.yaml$/, limitKb: YAML_LIMIT_KB },
  { pattern: /^lessons\/[^/]+\.mdx$/, limitKb: LESSON_LIMIT_KB },
  { pattern: /^bank\/[^/]+\.yaml$/, limitKb: YAML_LIMIT_KB },
  { pattern: /^media\/[a-z0-9-]+\.(png|jpg|jpeg|webp|avif|gif)$/, limitKb: MEDIA_LIMIT_KB },
  { pattern: /^media\/[a-z0-9-]+\.(mp4|webm|vtt|mp3|ogg|pdf)$/, limitKb: FILM_LIMIT_KB },
];

export const filePath = (source: CourseSource, path: string) => `${source.root}/${path}`;

/** Files that do not belong to a course or are too large to look into. */
export function checkFiles(source: CourseSource): ContentProblem[] {
  const problems: ContentProblem[] = [];
  for (const [path, bytes] of source.files) {
    const file = filePath(source, path);
    const kind = PERMITTED.find(({ pattern }) => pattern.test(path));
    if (!kind) problems.push(problemAt(file, null, "file-unexpected", { path }));
    else if (bytes.byteLength > kind.limitKb * 1024) {
      problems.push(
        problemAt(file, null, "file-too-large", { size: Math.ceil(bytes.byteLength / 1024), limit: kind.limitKb }),
      );
    }
  }
  return problems;
}

export interface ReadText {
  text: string | null;
  problems: ContentProblem[];
}

/** A text file with its line ends made one, or what keeps it from being read. */
export function readText(bytes: Uint8Array, file: string): ReadText {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return { text: null, problems: [problemAt(file, null, "file-encoding")] };
  }
  const problems: ContentProblem[] = [];
  text.split("\n").forEach((line, index) => {
    // Also the bidirectional and invisible ones, which make a text read otherwise than it is stored.
    const hidden =
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]/.exec(line);
    if (hidden) {
      const code = `U+${hidden[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
      problems.push(problemAt(file, { line: index + 1, column: hidden.index + 1 }, "control-character", { code }));
    }
    if (line !== line.normalize("NFC")) {
      const composed = line.normalize("NFC");
      let column = 0;
      while (line[column] === composed[column]) column++;
      problems.push(problemAt(file, { line: index + 1, column: column + 1 }, "text-not-nfc"));
    }
  });
  return { text: problems.some(({ rule }) => rule === "control-character") ? null : text, problems };
}
