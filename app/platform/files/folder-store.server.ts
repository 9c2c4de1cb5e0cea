import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, unlink, utimes } from "node:fs/promises";
import path from "node:path";
import { hashFile } from "./hash-file.server";
import { errorCode } from "../plain-sentence";
import { type ByteRange, DamagedFile, type FileStore, isHash, type ListedFile } from "./file-store";

/** Files in a folder of this machine, in folders by the beginning of their hash: none grows to hundreds of thousands of names. */
export function folderStore(root: string): FileStore {
  const place = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  async function statOf(sha256: string) {
    if (!isHash(sha256)) return null;
    return stat(place(sha256)).catch(missing);
  }

  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const file = place(sha256);
      if ((await statOf(sha256))?.size === bytes.byteLength) {
        // Put again: the sweep of what nobody names shall not take it before its row is written.
        const now = new Date();
        await utimes(file, now, now);
        return sha256;
      }
      await mkdir(path.dirname(file), { recursive: true });
      const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
      try {
        const handle = await open(draft, "wx", 0o640);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        // Read back: a disk that is full or failing says so now, not when a learner asks.
        if (hashOf(await readFile(draft)) !== sha256) throw new DamagedFile(sha256);
        await rename(draft, file);
      } finally {
        await rm(draft, { force: true });
      }
      return sha256;
    },

    async putFile(from) {
      const { sha256 } = await hashFile(from);
      const file = place(sha256);
      await mkdir(path.dirname(file), { recursive: true });
      const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
      try {
        await copyFile(from, draft);
        // Read back, as above.
        if ((await hashFile(draft)).sha256 !== sha256) throw new DamagedFile(sha256);
        await rename(draft, file);
      } finally {
        await rm(draft, { force: true });
      }
      return sha256;
    },

    size: async (sha256) => (await statOf(sha256))?.size ?? null,

    async open(sha256, range?: ByteRange) {
      const found = await statOf(sha256);
      if (!found) return null;
      return createReadStream(place(sha256), range ? { start: range.from, end: range.to } : {});
    },

    async read(sha256) {
      if (!isHash(sha256)) return null;
      const bytes = await readFile(place(sha256)).catch(missing);
      if (bytes && hashOf(bytes) !== sha256) throw new DamagedFile(sha256);
      return bytes && new Uint8Array(bytes);
    },

    async delete(sha256, unlessAfter) {
      const found = await statOf(sha256);
      if (!found || (unlessAfter && found.mtime > unlessAfter)) return false;
      return unlink(place(sha256)).then(
        () => true,
        (error: unknown) => Boolean(missing(error)),
      );
    },

    async *list(): AsyncIterable<ListedFile> {
      const names = await readdir(root, { recursive: true }).catch(missing);
      for (const name of names ?? []) {
        const sha256 = path.basename(name);
        const found = await statOf(sha256);
        if (found) yield { sha256, size: found.size, storedAt: found.mtime };
      }
    },
  };
}

export const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function missing(error: unknown): null {
  if (errorCode(error) === "ENOENT") return null;
  throw error;
}
