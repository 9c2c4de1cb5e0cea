/**
 * The parts of a workbook, each unpacked within limits. The sizes that the directory declares are looked at before anything is
 * unpacked, and no part may unpack to more than it declares: a small file cannot fill the memory.
 */
import { inflateRawSync } from "node:zlib";
import { remark, type Remark } from "../exchange";

export const UNPACKED_LIMIT_MB = 60;
const ENTRY_LIMIT = 2000;
const MB = 1024 * 1024;

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

export type Zip = { ok: true; part(name: string): Uint8Array | null } | { ok: false; reason: Remark };

const broken = (what: string): { ok: false; reason: Remark } => ({
  ok: false,
  reason: remark("xlsx-broken", { what }),
});

/** A part unpacked to more than its directory declares, or is damaged. */
export class DamagedPart extends Error {}

export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // An old .xls, and a workbook with a password, are of another kind of container.
  if (bytes.length > 8 && view.getUint32(0) === 0xd0cf11e0) return { ok: false, reason: remark("xlsx-password") };
  const end = endOfDirectory(view);
  if (end < 0) return broken("zip");
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  if (count > ENTRY_LIMIT) return broken(`${count}`);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return broken("zip");
    const name = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    if (flags & 1) return { ok: false, reason: remark("xlsx-password") };
    const entry = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    total += entry.unpacked;
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), entry);
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > UNPACKED_LIMIT_MB * MB) {
    return { ok: false, reason: remark("xlsx-bomb", { size: Math.ceil(total / MB), limit: UNPACKED_LIMIT_MB }) };
  }
  return {
    ok: true,
    part(name) {
      const entry = entries.get(name.replace(/^\//, ""));
      return entry ? unpack(bytes, view, entry) : null;
    },
  };
}

/** The record at the end of the file; a comment may stand behind it. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65_536; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { at } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw new DamagedPart("zip");
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new DamagedPart(`method ${entry.method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
  } catch {
    throw new DamagedPart("deflate");
  }
}
