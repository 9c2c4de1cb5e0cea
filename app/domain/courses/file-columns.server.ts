import { isStored, StoredFile } from "~/platform/files/stored-file";
import { sha256 } from "./content-hash.server";

export interface FileColumns {
  sha256: string;
  bytes: Uint8Array<ArrayBuffer> | null;
  size: number | null;
}

/** A file as the columns of its row: a text with its bytes, a medium with the size of what lies in the file store. */
export const fileColumns = (bytes: Uint8Array): FileColumns =>
  isStored(bytes)
    ? { sha256: bytes.sha256, bytes: null, size: bytes.size }
    : { sha256: sha256(bytes), bytes: new Uint8Array(bytes), size: null };

export const fileOfRow = (row: FileColumns): Uint8Array => row.bytes ?? new StoredFile(row.sha256, row.size ?? 0);
