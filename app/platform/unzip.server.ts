/**
 * Reads a zip file that a stranger made: in memory, within limits, and only names that mean a file below a folder. Sizes are
 * looked at before anything is unpacked, and no entry may unpack to more than it declares.
 */
import { crc32, inflateRawSync } from "node:zlib";

export interface ZipLimits {
  entries: number;
  /** Of all files together, unpacked. */
  totalMb: number;
}

export type ZipFaultReason =
  | "not-a-zip"
  | "damaged"
  | "encrypted"
  | "too-many-entries"
  | "too-large"
  | "bomb"
  | "unsafe-name"
  | "link"
  | "duplicate"
  | "unknown-method";

export interface ZipFault {
  reason: ZipFaultReason;
  /** Of the entry that is meant, shortened; "" when it is about the whole file. */
  name: string;
  limit?: number;
}

export type Unzipped = { ok: true; files: Map<string, Uint8Array> } | { ok: false; fault: ZipFault };

const MB = 1024 * 1024;
const NAME_LIMIT = 250;
const DEPTH_LIMIT = 12;
/** Higher than any text comes to: what is beyond it was made to fill the memory. */
const RATIO_LIMIT = 1000;

class Refused extends Error {
  constructor(readonly fault: ZipFault) {
    super(fault.reason);
  }
}

const refuse = (reason: ZipFaultReason, name = "", limit?: number): never => {
  throw new Refused({ reason, name: name.slice(0, 100), ...(limit !== undefined && { limit }) });
};

/** Folders and what operating systems add by themselves are left out. */
export function unzip(bytes: Uint8Array, limits: ZipLimits): Unzipped {
  try {
    return { ok: true, files: readAll(bytes, limits) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    // A length or an offset that points outside of the file.
    if (error instanceof RangeError) return { ok: false, fault: { reason: "damaged", name: "" } };
    throw error;
  }
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  at: number;
}

function readAll(bytes: Uint8Array, limits: ZipLimits): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  const files = new Map<string, Uint8Array>();
  const taken: [from: number, to: number][] = [];
  for (const entry of entries) {
    const start = startOf(view, entry);
    const end = start + entry.packed;
    if (end > bytes.length) refuse("damaged", entry.name);
    // Entries that share their bytes: the trick by which a small file unpacks to very many large ones.
    if (taken.some(([from, to]) => start < to && from < end)) refuse("bomb", entry.name);
    taken.push([start, end]);
    files.set(entry.name, unpack(bytes.subarray(start, end), entry));
  }
  return files;
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: ZipLimits): Entry[] {
  const end = endOfDirectory(view);
  if (end < 0) refuse("not-a-zip");
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) refuse("too-many-entries", "", limits.entries);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  const entries: Entry[] = [];
  const names = new Set<string>();
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) refuse("damaged");
    const nameLength = view.getUint16(at + 28, true);
    const raw = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = decodeName(raw);
    const madeBy = view.getUint8(at + 5);
    const mode = view.getUint32(at + 38, true) >>> 16;
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    if (view.getUint16(at + 8, true) & 1) refuse("encrypted", name);
    checkName(name);
    if (madeBy === 3 && isSpecial(mode)) refuse("link", name);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith("/") || isLitter(name)) continue;
    if (entry.packed === 0xffffffff || entry.unpacked === 0xffffffff) refuse("too-large", name, limits.totalMb);
    total += entry.unpacked;
    if (total > limits.totalMb * MB) refuse("too-large", "", limits.totalMb);
    if (entry.unpacked > MB && entry.unpacked > entry.packed * RATIO_LIMIT) refuse("bomb", name);
    // On some computers these would be one file.
    const folded = name.normalize("NFC").toLowerCase();
    if (names.has(folded)) refuse("duplicate", name);
    names.add(folded);
    entries.push(entry);
  }
  return entries;
}

/** The record at the end of the file; a comment may stand behind it. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65_536; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return refuse("unsafe-name", new TextDecoder("latin1").decode(raw));
  }
}

/** A path below a folder, however it is read: no root, no drive, no way up, nothing invisible, no sign with a meaning of its own. */
function checkName(name: string): void {
  const parts = name.replace(/\/$/, "").split("/");
  if (
    name === "" ||
    name.length > NAME_LIMIT ||
    parts.length > DEPTH_LIMIT ||
    /[\\:*?"<>|]/.test(name) ||
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(name) ||
    parts.some((part) => part === "" || part === "." || part === ".." || /[ .]$/.test(part)) ||
    parts.some((part) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part))
  ) {
    refuse("unsafe-name", name);
  }
}

/** Links, pipes, devices: everything that has a Unix kind and is neither file nor folder. */
function isSpecial(mode: number): boolean {
  const kind = mode & 0xf000;
  return kind !== 0 && kind !== 0x8000 && kind !== 0x4000;
}

const isLitter = (name: string) =>
  name.startsWith("__MACOSX/") || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);

function startOf(view: DataView, { at, name }: Entry): number {
  if (view.getUint32(at, true) !== 0x04034b50) refuse("damaged", name);
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function unpack(packed: Uint8Array, { name, method, unpacked, crc }: Entry): Uint8Array {
  if (method !== 0 && method !== 8) refuse("unknown-method", name);
  const bytes = method === 0 ? packed.slice() : inflate(packed, name, unpacked);
  if (bytes.length !== unpacked || crc32(bytes) !== crc) refuse("damaged", name);
  return bytes;
}

function inflate(packed: Uint8Array, name: string, unpacked: number): Uint8Array {
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(unpacked, 1) }));
  } catch (error) {
    return refuse((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "damaged", name);
  }
}
