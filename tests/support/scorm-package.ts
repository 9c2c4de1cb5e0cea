import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { zip } from "~/platform/zip.server";

const FOLDER = "tests/e2e/content/courses/goi-scorm/scorm";

/** A SCORM 1.2 package of one item with a mark to pass, the one of the browser tests; with other files in the place of its own. */
export function scormFiles(others: Record<string, string> = {}): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.relative(FOLDER, file), new Uint8Array(readFileSync(file)));
  }
  for (const [name, text] of Object.entries(others)) files.set(name, new TextEncoder().encode(text));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const scormZip = (others: Record<string, string> = {}): Promise<Uint8Array> =>
  zip(
    [...scormFiles(others)].map(([name, bytes]) => ({ name, bytes })),
    new Date("2026-11-25T02:00:00Z"),
  );
