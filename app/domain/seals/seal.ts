import type { LocalDay } from "../time";

/** The tables whose rows are kept for good, in the order in which a seal goes through them. */
export const RECORD_TABLES = [
  "audit_event",
  "certificate",
  "certificate_document",
  "certificate_event",
  "completion",
  "recognised_learning",
  "supplement_completion",
] as const;
export type RecordTable = (typeof RECORD_TABLES)[number];

export const isRecordTable = (name: string): name is RecordTable => (RECORD_TABLES as readonly string[]).includes(name);

/** A row of the record by its table, key and hash (hex). */
export interface SealedEntry {
  table: string;
  key: string;
  hash: string;
}

/** What the platform signs, as canonical JSON: the hash of that text is the root, which the next seal names. */
export interface SealStatement {
  format: 1;
  number: number;
  day: LocalDay;
  sealedAt: string;
  /** Root of the seal before; null for the first. */
  previous: string | null;
  entries: number;
  /** Over the hashes of the entries, a Merkle tree as in RFC 6962. */
  entriesRoot: string;
  /** Entries by table. */
  counts: Record<string, number>;
  /** The public key, "z6Mk…". */
  key: string;
}

export interface Seal {
  statement: SealStatement;
  /** The text that was hashed and signed. */
  text: string;
  root: string;
  publicKey: string;
  /** Base64. */
  signature: string;
}

/** Where the record stood when something was printed: enough to find it again in an export years later. */
export interface SealMark {
  number: number;
  day: LocalDay;
  root: string;
}

export const markOf = ({ statement: { number, day }, root }: Seal): SealMark => ({ number, day, root });

/** The order of a seal: by table, then key, byte by byte. */
export function inSealOrder(a: Pick<SealedEntry, "table" | "key">, b: Pick<SealedEntry, "table" | "key">): number {
  if (a.table !== b.table) return a.table < b.table ? -1 : 1;
  return a.key === b.key ? 0 : a.key < b.key ? -1 : 1;
}

export function countByTable(entries: readonly Pick<SealedEntry, "table">[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { table } of entries) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

/** Sixteen signs of a root, in fours: to be compared by eye with what stands on paper. */
export const shortRoot = (root: string): string => root.slice(0, 16).match(/.{4}/g)!.join(" ");
