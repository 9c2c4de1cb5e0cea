import { files } from "~/platform/files/files.server";
import { DamagedFile } from "~/platform/files/file-store";
import { isStored, StoredFile } from "~/platform/files/stored-file";
import type { CourseFiles } from "../course-source";
import { isMedia } from "./media-kind";

/** Puts the media of a course into the file store; in their place stands which ones they are. Texts stay as they are. */
export async function storeMedia(source: CourseFiles): Promise<CourseFiles> {
  const stored = new Map<string, Uint8Array>();
  for (const [path, bytes] of source) stored.set(path, isMedia(path) ? await storeFile(bytes) : bytes);
  return stored;
}

export async function storeFile(bytes: Uint8Array): Promise<StoredFile> {
  return isStored(bytes) ? bytes : new StoredFile(await files().put(bytes), bytes.byteLength);
}

/** The bytes of a file, wherever they lie. */
export async function bytesOf(file: Uint8Array): Promise<Uint8Array> {
  if (!isStored(file)) return file;
  const bytes = await files().read(file.sha256);
  if (!bytes) throw new DamagedFile(file.sha256);
  return bytes;
}

/** All files of a course with their bytes, as they go into a zip or a folder: up to some hundred megabytes. */
export async function withBytes(source: CourseFiles): Promise<CourseFiles> {
  const whole = new Map<string, Uint8Array>();
  for (const [path, file] of source) whole.set(path, await bytesOf(file));
  return whole;
}
