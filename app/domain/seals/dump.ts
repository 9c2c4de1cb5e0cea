import { canonicalJson } from "~/platform/canonical-json";
import type { SealedEntry } from "./seal";

/**
 * An export of the record: lines of canonical JSON. First what it is; then each seal with the list of its entries, followed by the rows
 * in the same order; then what no seal has closed over yet, in the same way; last a signed hash over everything before.
 */
export type DumpLine =
  | { kind: "head"; format: 1; exportedAt: string; origin: string; key: string }
  | {
      kind: "seal";
      statement: string;
      root: string;
      publicKey: string;
      signature: string;
      /** The hashes as they were when the seal was made, one after the other in hex. */
      leaves: string;
      /** Table, key and hash of each row, as they are noted now. */
      entries: [table: string, key: string, hash: string][];
    }
  | { kind: "unsealed"; entries: [table: string, key: string, hash: string][] }
  /** `text` null: the row is noted and is no longer there. */
  | { kind: "row"; table: string; key: string; text: string | null }
  /** A row that came into its table past everything that notes it. */
  | { kind: "unnoted"; table: string; key: string; text: string }
  | { kind: "end"; lines: number; sha256: string; publicKey: string; signature: string };

export const dumpLine = (line: DumpLine): string => `${canonicalJson(line)}\n`;

export const listed = ({ table, key, hash }: SealedEntry): [string, string, string] => [table, key, hash];

/** What the last line signs. */
export const endStatement = (end: { lines: number; sha256: string }): string =>
  canonicalJson({ lines: end.lines, record: "chuan-muc", sha256: end.sha256 });

const STRINGS: Record<DumpLine["kind"], string[]> = {
  head: ["exportedAt", "origin", "key"],
  seal: ["statement", "root", "publicKey", "signature", "leaves"],
  unsealed: [],
  row: ["table", "key"],
  unnoted: ["table", "key", "text"],
  end: ["sha256", "publicKey", "signature"],
};

/** A line as it was written; null when it is none, or not byte for byte what would have been written. */
export function readDumpLine(text: string): DumpLine | null {
  try {
    const line = JSON.parse(text) as DumpLine;
    if (canonicalJson(line) !== text || !Object.hasOwn(STRINGS, line.kind)) return null;
    const fields = line as unknown as Record<string, unknown>;
    if (STRINGS[line.kind].some((name) => typeof fields[name] !== "string")) return null;
    if (line.kind === "row" && line.text !== null && typeof line.text !== "string") return null;
    if (line.kind === "head" && line.format !== 1) return null;
    if (line.kind === "end" && !Number.isInteger(line.lines)) return null;
    const isEntry = (entry: unknown) =>
      Array.isArray(entry) && entry.length === 3 && entry.every((part) => typeof part === "string");
    if (
      (line.kind === "seal" || line.kind === "unsealed") &&
      !(Array.isArray(line.entries) && line.entries.every(isEntry))
    )
      return null;
    return line;
  } catch {
    return null;
  }
}
