/** A zip file that is written entry after entry: only the one in hand stands in memory, whatever there are of them. */
import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";
import { dosTime, uint16, uint32, type ZipEntry } from "./zip.server";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATE_64 = 0x07064b50;
const VERSION = 20;
const VERSION_64 = 45;
const NAMES_ARE_UTF8 = 0x0800;
const DEFLATE = 8;
const MOST_32 = 0xffff_ffff;
const MOST_16 = 0xffff;

/**
 * Writes the entries into a file as they come and says how many. The directory at its end is kept until then: some hundred bytes an
 * entry. Beyond 65,535 entries or 4 GB it is a ZIP64, which every system of today opens. A single entry is below 4 GB.
 */
export async function writeZip(
  file: string,
  entries: AsyncIterable<ZipEntry>,
  at: Date,
): Promise<{ entries: number; size: number }> {
  const out = await open(file, "w", 0o600);
  try {
    return await write(out, entries, dosTime(at));
  } finally {
    await out.close();
  }
}

async function write(out: FileHandle, entries: AsyncIterable<ZipEntry>, time: number) {
  const directory: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for await (const { name, bytes } of entries) {
    const path = Buffer.from(name, "utf8");
    const packed = deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(VERSION, 0);
    about.writeUInt16LE(NAMES_ARE_UTF8, 2);
    about.writeUInt16LE(DEFLATE, 4);
    about.writeUInt32LE(time, 6);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(path.length, 22);
    await out.appendFile(Buffer.concat([uint32(LOCAL), about, path, packed]));
    directory.push(entryOfDirectory(about, path, offset));
    offset += 4 + 26 + path.length + packed.length;
    count += 1;
  }
  const end = endOf({ count, offset, directorySize: directory.reduce((sum, { length }) => sum + length, 0) });
  for (const part of directory) await out.appendFile(part);
  await out.appendFile(end);
  return { entries: count, size: offset + directory.reduce((sum, { length }) => sum + length, 0) + end.length };
}

function entryOfDirectory(about: Buffer, path: Buffer, offset: number): Buffer {
  const far = offset >= MOST_32;
  const extra = far ? Buffer.alloc(12) : Buffer.alloc(0);
  if (far) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(offset), 4);
  }
  const head = Buffer.from(about);
  if (far) head.writeUInt16LE(VERSION_64, 0);
  head.writeUInt16LE(extra.length, 24);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(far ? MOST_32 : offset, 10);
  return Buffer.concat([uint32(CENTRAL), uint16(far ? VERSION_64 : VERSION), head, rest, path, extra]);
}

function endOf({ count, offset, directorySize }: { count: number; offset: number; directorySize: number }): Buffer {
  const large = count >= MOST_16 || offset + directorySize >= MOST_32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(Math.min(count, MOST_16), 8);
  end.writeUInt16LE(Math.min(count, MOST_16), 10);
  end.writeUInt32LE(Math.min(directorySize, MOST_32), 12);
  end.writeUInt32LE(Math.min(offset, MOST_32), 16);
  if (!large) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(END_64, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(VERSION_64, 12);
  end64.writeUInt16LE(VERSION_64, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(directorySize), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locate = Buffer.alloc(20);
  locate.writeUInt32LE(LOCATE_64, 0);
  locate.writeBigUInt64LE(BigInt(offset + directorySize), 8);
  locate.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locate, end]);
}
