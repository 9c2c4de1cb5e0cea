/** Where the bytes of media lie: one interface, whatever stands behind it. A file's name is the hash of its bytes. */
import type { Readable } from "node:stream";

/** First and last byte, both of them within the file. */
export interface ByteRange {
  from: number;
  to: number;
}

export interface ListedFile {
  sha256: string;
  size: number;
  /** When it was put there last. */
  storedAt: Date;
}

export interface FileStore {
  /** Keeps the bytes and says under which hash. What is there already is kept, as if it were new. */
  put(bytes: Uint8Array): Promise<string>;
  /** Keeps a file of this machine, however large, and says under which hash; the file itself stays where it is. */
  putFile(file: string): Promise<string>;
  /** How many bytes it has; null: it is not there. */
  size(sha256: string): Promise<number | null>;
  /** The bytes as they are asked for, all or a part of them; null: it is not there. */
  open(sha256: string, range?: ByteRange): Promise<Readable | null>;
  /** All the bytes at once, proved to be those of the hash; null: it is not there. */
  read(sha256: string): Promise<Uint8Array | null>;
  /** Takes a file away unless it was put there after `unlessAfter`; says whether it did. */
  delete(sha256: string, unlessAfter?: Date): Promise<boolean>;
  list(): AsyncIterable<ListedFile>;
}

export const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** What lies under a name is not what the name says: a disk or a store that has lost something. */
export class DamagedFile extends Error {
  constructor(sha256: string) {
    super(`the stored file ${sha256} is damaged`);
    this.name = "DamagedFile";
  }
}
