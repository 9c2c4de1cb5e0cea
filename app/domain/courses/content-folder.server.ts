import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentSource } from "./check/check-content";
import { courseSource, type CourseSource } from "./course-source";

const FILE_LIMIT = 500;

/** Reads `content/` from disk: every course folder and the register. Hidden files are left out. */
export async function readContentFolder(contentDir: string): Promise<ContentSource> {
  const courses: CourseSource[] = [];
  for (const folder of await folders(path.join(contentDir, "courses"))) {
    courses.push(courseSource(folder, await readFolder(path.join(contentDir, "courses", folder))));
  }
  const documents = await readFolder(path.join(contentDir, "documents"));
  return { courses, documents: new Map([...documents].map(([name, bytes]) => [`content/documents/${name}`, bytes])) };
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
    if (files.size > FILE_LIMIT) throw new Error(`${root} holds more than ${FILE_LIMIT} files`);
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
