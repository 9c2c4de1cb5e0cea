/**
 * Zip files, written by yazl: names in UTF-8, ZIP64 beyond 65,535 entries or 4 GB. The same entries and the same date are the same bytes,
 * whatever the hour of the machine and wherever it stands.
 */
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { isStored } from "./files/stored-file";

export interface ZipEntry {
  /** With "/" between folders. */
  name: string;
  bytes: Uint8Array;
}

/** An entry that is too large to stand in memory. */
export interface StreamedEntry {
  name: string;
  stream: Readable;
}

type Entries = Iterable<ZipEntry> | AsyncIterable<ZipEntry | StreamedEntry>;

/** A plain file that its owner may change and everybody may read, on whatever system it is unpacked. */
const MODE = 0o100644;

/** A zip file of a few files, in memory. `at`: the day and hour that every file in it carries. */
export async function zip(entries: Iterable<ZipEntry>, at: Date): Promise<Uint8Array> {
  return buffer(pack(entries, at));
}

/**
 * Writes the entries into a file as they come: only the one in hand stands in memory, and of those before it some hundred bytes each. Under
 * its name the file is there when it is whole; when an entry cannot be had there is none.
 */
export async function writeZip(
  file: string,
  entries: AsyncIterable<ZipEntry | StreamedEntry>,
  at: Date,
): Promise<{ entries: number; size: number }> {
  const part = `${file}.part`;
  let count = 0;
  async function* counted() {
    for await (const entry of entries) {
      yield entry;
      count += 1;
    }
  }
  try {
    await pipeline(pack(counted(), at), createWriteStream(part, { mode: 0o600 }));
    const { size } = await stat(part);
    await rename(part, file);
    return { entries: count, size };
  } finally {
    await rm(part, { force: true });
  }
}

/** The bytes of the zip. It fails when the entries do, and takes no further entry when nobody reads it any more. */
function pack(entries: Entries, at: Date): Readable {
  const archive = new ZipFile();
  const bytes = archive.outputStream as Readable;
  const left = new AbortController();
  bytes.once("close", () => left.abort());
  archive.on("error", (error: Error) => bytes.destroy(error));
  fill(archive, entries, { at, left: left.signal }).then(
    () => archive.end(),
    (error: Error) => bytes.destroy(error),
  );
  return bytes;
}

async function fill(archive: ZipFile, entries: Entries, { at, left }: { at: Date; left: AbortSignal }): Promise<void> {
  const options = { mtime: new UtcDate(at), mode: MODE };
  // Not one for each entry: the archive keeps what it was given until its end, and would keep the contents with it.
  let content: Readable;
  for await (const entry of entries) {
    left.throwIfAborted();
    content = contentOf(entry);
    archive.addReadStreamLazy(entry.name, options, (take) => take(null, content));
    try {
      await finished(content, { signal: left });
    } finally {
      content.destroy();
    }
  }
}

function contentOf(entry: ZipEntry | StreamedEntry): Readable {
  if ("stream" in entry) return entry.stream;
  // It has no bytes of its own: an empty file in its place would be a loss that nobody sees.
  if (isStored(entry.bytes)) throw new Error(`${entry.name} lies in the file store and was not fetched`);
  return Readable.from([entry.bytes]);
}

/** The format knows no time zone and yazl writes the machine's: asked for its hour there, this one says UTC's. */
class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
}
