import { openPromise } from "yauzl";
import { type StreamedEntry, writeZip } from "./zip.server";

/**
 * Gives every entry of a zip file one day and hour: libraries write the time of the day, and the same content is then another file. It is packed
 * anew beside itself, piece by piece however large, and takes its own place.
 */
export async function settleZipTimes(file: string, at: Date): Promise<void> {
  await writeZip(file, entriesOf(file), at);
}

async function* entriesOf(file: string): AsyncGenerator<StreamedEntry> {
  // It closes the file when the last entry was taken, and when no more are.
  const archive = await openPromise(file);
  for await (const entry of archive.eachEntry()) {
    yield { name: entry.fileName, stream: await archive.openReadStreamPromise(entry) };
  }
}
