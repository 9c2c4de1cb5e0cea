import { open } from "node:fs/promises";

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Gives every entry of a zip file one day and hour, in place: libraries write the time of the day, and the same content is then another file. */
export async function settleZipTimes(file: string, at: Date): Promise<void> {
  const handle = await open(file, "r+");
  try {
    const { size } = await handle.stat();
    const read = async (length: number, position: number) => {
      const bytes = Buffer.alloc(length);
      await handle.read(bytes, 0, length, position);
      return bytes;
    };
    // No comment stands behind the end that these libraries write.
    const end = await read(22, size - 22);
    if (end.readUInt32LE(0) !== END) throw new Error("not a plain zip file");
    const [length, start] = [end.readUInt32LE(12), end.readUInt32LE(16)];
    const directory = await read(length, start);
    const time = Buffer.alloc(4);
    time.writeUInt32LE(dosTime(at));
    for (let place = 0; place < length;) {
      if (directory.readUInt32LE(place) !== CENTRAL) throw new Error("the directory of the zip file is damaged");
      const more =
        directory.readUInt16LE(place + 28) + directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
      time.copy(directory, place + 12);
      await handle.write(time, 0, 4, directory.readUInt32LE(place + 42) + 10);
      place += 46 + more;
    }
    await handle.write(directory, 0, length, start);
  } finally {
    await handle.close();
  }
}

/** Two seconds is the finest that the format knows; it begins in 1980. */
function dosTime(at: Date): number {
  const day = (Math.max(at.getUTCFullYear(), 1980) - 1980) * 512 + (at.getUTCMonth() + 1) * 32 + at.getUTCDate();
  return day * 65_536 + at.getUTCHours() * 2048 + at.getUTCMinutes() * 32 + Math.floor(at.getUTCSeconds() / 2);
}
