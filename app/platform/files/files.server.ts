import path from "node:path";
import { env } from "../env.server";
import { DamagedFile, type FileStore } from "./file-store";
import { folderStore } from "./folder-store.server";
import { s3Store } from "./s3-store.server";

let opened: { from: string; store: FileStore } | null = null;

/** The file store of this installation: a bucket when the settings name one, else a folder in DATA_DIR. */
export function files(): FileStore {
  const { filesS3, dataDir } = env();
  const from = filesS3 ? `${filesS3.endpoint}/${filesS3.bucket}` : dataDir;
  if (opened?.from !== from)
    opened = { from, store: filesS3 ? s3Store(filesS3) : folderStore(path.join(dataDir, "files")) };
  return opened.store;
}

export type MissingWhy = "lost" | "damaged";

/** For who gathers many files and tells which are missing, rather than stop at the first; a store that does not answer is still a fault. */
export async function readOrWhy(sha256: string): Promise<Uint8Array | MissingWhy> {
  try {
    return (await files().read(sha256)) ?? "lost";
  } catch (error) {
    if (error instanceof DamagedFile) return "damaged";
    throw error;
  }
}
