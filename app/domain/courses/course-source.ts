/** The files of one course folder: from git, from the browser studio, from a stored version, all the same. */
import { isStored, sizeOf } from "~/platform/files/stored-file";
import { problemAt, type ContentProblem } from "./content-problem";
import { MEDIA_KINDS } from "./media/media-kind";

/** Path inside the folder ("lessons/01-….mdx") → bytes; of media that lie in the file store a `StoredFile` in their place. */
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

/** Both in the file store, or both here: a file that was put into the store is compared once it is (`storeMedia`). */
export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (isStored(a) || isStored(b)) return isStored(a) && isStored(b) && a.sha256 === b.sha256;
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export function sameFiles(a: CourseFiles, b: CourseFiles): boolean {
  return a.size === b.size && [...a].every(([path, bytes]) => sameBytes(bytes, b.get(path)));
}

export const LESSON_LIMIT_KB = 200;
const YAML_LIMIT_KB = 500;
const PACKAGE_LIMIT_KB = 60 * 1024;
/** More files than this, or more bytes together, are not looked into. */
export const FILE_COUNT_LIMIT = 2000;
export const COURSE_LIMIT_KB = 100 * 1024;

const PERMITTED: { pattern: RegExp; limitKb: number }[] = [
  { pattern: /^(course|test)\.yaml$/, limitKb: YAML_LIMIT_KB },
  { pattern: /^lessons\/[^/]+\.mdx$/, limitKb: LESSON_LIMIT_KB },
  { pattern: /^bank\/[^/]+\.yaml$/, limitKb: YAML_LIMIT_KB },
  { pattern: /^media\/descriptions\.yaml$/, limitKb: YAML_LIMIT_KB },
  ...MEDIA_KINDS.map(({ endings, limitKb }) => ({
    pattern: new RegExp(`^media/[a-z0-9-]+\\.(${endings.join("|")})$`),
    limitKb,
  })),
  { pattern: /^scorm\/.+$/, limitKb: PACKAGE_LIMIT_KB },
];

/** May a course have a file of this name at all? */
export const permittedPath = (path: string): boolean => PERMITTED.some(({ pattern }) => pattern.test(path));

export const filePath = (source: CourseSource, path: string) => `${source.root}/${path}`;

/** Files that do not belong to a course or are too large to look into. */
export function checkFiles(source: CourseSource): ContentProblem[] {
  const problems: ContentProblem[] = [];
  if (source.files.size > FILE_COUNT_LIMIT) {
    return [problemAt(source.root, null, "too-many-files", { limit: FILE_COUNT_LIMIT })];
  }
  const together = [...source.files.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0);
  if (together > COURSE_LIMIT_KB * 1024) {
    const size = Math.ceil(together / 1024);
    problems.push(problemAt(source.root, null, "file-too-large", { size, limit: COURSE_LIMIT_KB }));
  }
  for (const [path, bytes] of source.files) {
    const file = filePath(source, path);
    const kind = PERMITTED.find(({ pattern }) => pattern.test(path));
    if (!kind) problems.push(problemAt(file, null, "file-unexpected", { path }));
    else if (sizeOf(bytes) > kind.limitKb * 1024) {
      const size = Math.ceil(sizeOf(bytes) / 1024);
      problems.push(problemAt(file, null, "file-too-large", { size, limit: kind.limitKb }));
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
