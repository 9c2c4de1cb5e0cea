/** The SCORM package of a course: its files lie in `scorm/`, and each of its items is a lesson behind those of course.yaml. */
import { problemAt, type ContentProblem } from "../content-problem";
import type { CourseFile } from "../content-schemas";
import { filePath, type CourseSource } from "../course-source";
import { launchFile, readManifest, type PackageItem } from "../scorm/manifest";
import type { YamlSource } from "../yaml-source";

export const PACKAGE_FOLDER = "scorm/";
export const MANIFEST_FILE = `${PACKAGE_FOLDER}imsmanifest.xml`;

export interface PackageLesson extends PackageItem {
  id: string;
  required: boolean;
  minutes: number;
}

export function checkPackage(
  source: CourseSource,
  course: CourseFile,
  main: YamlSource,
): { lessons: PackageLesson[]; problems: ContentProblem[] } {
  const bytes = source.files.get(MANIFEST_FILE);
  const none = (problem?: ContentProblem) => ({ lessons: [], problems: problem ? [problem] : [] });
  if (!course.scorm) {
    const stray = [...source.files.keys()].find((path) => path.startsWith(PACKAGE_FOLDER));
    return none(stray === undefined ? undefined : problemAt(filePath(source, stray), null, "scorm-not-named"));
  }
  if (!bytes) return none(problemAt(main.file, main.placeOf(["scorm"]), "file-missing", { path: MANIFEST_FILE }));
  const file = filePath(source, MANIFEST_FILE);
  const read = readManifest(decode(bytes));
  if (!read.ok) {
    return none(problemAt(file, { line: read.line, column: 1 }, `scorm-${read.fault}`, { what: read.what }));
  }
  const problems: ContentProblem[] = [];
  const ids = new Set<string>();
  const { required, minutes } = course.scorm;
  const each = Math.max(1, Math.round(minutes / read.manifest.items.length));
  const lessons = read.manifest.items.map((item, index) => {
    const path = launchFile(item.launch);
    if (!source.files.has(PACKAGE_FOLDER + path)) {
      problems.push(problemAt(file, null, "scorm-launch-missing", { title: item.title, path }));
    }
    return { ...item, id: lessonIdOf(item.identifier, index, ids), required, minutes: each };
  });
  return { lessons, problems };
}

/** By the manifest's own identifier, so that an item stays the same lesson when others are added. */
function lessonIdOf(identifier: string, index: number, taken: Set<string>): string {
  const words = identifier
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const wanted = `scorm-${words || index + 1}`;
  const id = taken.has(wanted) ? `${wanted}-${index + 1}` : wanted;
  taken.add(id);
  return id;
}

function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes);
}
