import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentSource } from "./check/check-content";
import { courseSource, FILE_COUNT_LIMIT, type CourseSource } from "./course-source";

/** Reads `content/` from disk: every course folder and the register. Hidden files are left out. */
export async function readContentFolder(contentDir: string): Promise<ContentSource> {
  const courses: CourseSource[] = [];
  for (const folder of await folders(path.join(contentDir, "courses"))) {
    courses.push(courseSource(folder, await readFolder(path.join(contentDir, "courses", folder))));
  }
  return { courses, documents: await readDocuments(contentDir) };
}

/** One folder of a course, with the register that lies beside it in `content/`, if it does. */
export async function readCourseFolder(directory: string): Promise<ContentSource> {
  const folder = path.basename(directory);
  const documents = await readDocuments(path.resolve(directory, "../.."));
  return { courses: [courseSource(folder, await readFolder(directory))], documents };
}

/** Is it the folder of a course, and not one that holds courses? */
export async function isCourseFolder(directory: string): Promise<boolean> {
  const names = (await entriesOf(directory)).map(({ name }) => name);
  return names.includes("course.yaml") || (names.includes("lessons") && !names.includes("courses"));
}

async function readDocuments(contentDir: string): Promise<Map<string, Uint8Array>> {
  const documents = await readFolder(path.join(contentDir, "documents"));
  return new Map([...documents].map(([name, bytes]) => [`content/documents/${name}`, bytes]));
}

async function folders(directory: string): Promise<string[]> {
  const entries = await entriesOf(directory);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function readFolder(root: string, prefix = ""): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await entriesOf(path.join(root, prefix))) {
    const name = `${prefix}${entry.name}`;
    // Links are not followed: a folder of content holds its own files.
    if (entry.isDirectory()) for (const [inner, bytes] of await readFolder(root, `${name}/`)) files.set(inner, bytes);
    else if (entry.isFile()) files.set(name, new Uint8Array(await readFile(path.join(root, name))));
    // One more than permitted is enough to say that there are too many.
    if (files.size > FILE_COUNT_LIMIT) break;
  }
  return files;
}

async function entriesOf(directory: string) {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries.filter((entry) => !entry.name.startsWith(".")).sort((a, b) => (a.name < b.name ? -1 : 1));
}
