import type { Db } from "~/platform/db.server";
import { PACKAGE_FOLDER } from "../check/check-package";

/** A file of the SCORM package of a version; packages made on Windows do not mind the case of names. */
export async function findPackageFile(
  db: Db,
  input: { versionId: string; path: string },
): Promise<{ path: string; bytes: Uint8Array } | null> {
  const { versionId } = input;
  const path = PACKAGE_FOLDER + input.path;
  const select = { path: true, bytes: true } as const;
  const file =
    (await db.courseFile.findFirst({ where: { versionId, path }, select })) ??
    (await db.courseFile.findFirst({ where: { versionId, path: { equals: path, mode: "insensitive" } }, select }));
  return file?.bytes ? { path: file.path, bytes: file.bytes } : null;
}
