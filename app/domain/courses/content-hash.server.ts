import { createHash } from "node:crypto";
import { isStored } from "~/platform/files/stored-file";
import type { LegalDocument } from "../documents/document";
import type { CourseFiles, CourseSource } from "./course-source";

/** To be raised when the same files compile to other HTML: every course is then published anew. */
export const COMPILER_VERSION = 1;

/** The hash of a file's bytes, wherever they lie. */
export const sha256 = (bytes: Uint8Array): string =>
  isStored(bytes) ? bytes.sha256 : createHash("sha256").update(bytes).digest("hex");

/**
 * What a version was made from: the compiler, the files, and the documents of the register, whose names stand in the
 * compiled citations. The order in which files were read does not matter.
 */
export function contentHash(
  source: CourseSource,
  cited: readonly Pick<LegalDocument, "number" | "kind" | "title">[],
): string {
  const hash = createHash("sha256").update(`compiler ${COMPILER_VERSION}\n`);
  for (const [path, bytes] of [...source.files].sort(byName)) hash.update(`file ${path} ${sha256(bytes)}\n`);
  const names = cited.map(({ number, kind, title }) => [number, JSON.stringify([number, kind, title])] as const);
  for (const [, name] of names.sort(byName)) hash.update(`document ${name}\n`);
  return hash.digest("hex");
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);

/** The files alone, by path and hash: what a reviewer looked at and what is published are the same when this is. */
export function filesHash(files: Iterable<{ path: string; sha256: string }>): string {
  const hash = createHash("sha256");
  const sorted = [...files].map(({ path, sha256: of }) => [path, of] as const).sort(byName);
  for (const [path, of] of sorted) hash.update(`file ${path} ${of}\n`);
  return hash.digest("hex");
}

export const hashesOf = (files: CourseFiles) => [...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes) }));
