import { createHash } from "node:crypto";
import { canonicalJson } from "~/platform/canonical-json";
import { countByTable, type Seal, type SealedEntry, type SealStatement } from "./seal";

const sha256 = (...parts: (Uint8Array | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of a row: the function `record_hash` of the database says the same. */
export const rowHash = (table: string, key: string, text: string): string =>
  sha256(`${table}\n${key}\n${text}`).toString("hex");

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The Merkle tree hash of RFC 6962 over hashes in hex, in one pass: what is kept is one node for each height. */
export function merkleRoot(hashes: Iterable<string>): string {
  const stack: { size: number; node: Buffer }[] = [];
  const join = () => {
    const right = stack.pop()!;
    const left = stack.pop()!;
    stack.push({ size: left.size + right.size, node: sha256(NODE, left.node, right.node) });
  };
  for (const hash of hashes) {
    stack.push({ size: 1, node: sha256(LEAF, Buffer.from(hash, "hex")) });
    while (stack.length > 1 && stack.at(-1)!.size === stack.at(-2)!.size) join();
  }
  while (stack.length > 1) join();
  return (stack[0]?.node ?? sha256()).toString("hex");
}

export const rootOf = (statement: string): string => sha256(statement).toString("hex");

/** Closes over entries, which are in the order of a seal. */
export function makeSeal(input: {
  number: number;
  day: string;
  sealedAt: Date;
  previous: string | null;
  entries: readonly SealedEntry[];
  key: { publicKeyMultibase: string; sign(bytes: Uint8Array): Uint8Array };
}): Seal {
  const { number, day, sealedAt, previous, entries, key } = input;
  const statement: SealStatement = {
    format: 1,
    number,
    day,
    sealedAt: sealedAt.toISOString(),
    previous,
    entries: entries.length,
    entriesRoot: merkleRoot(entries.map(({ hash }) => hash)),
    counts: countByTable(entries),
    key: key.publicKeyMultibase,
  };
  const text = canonicalJson(statement);
  return {
    statement,
    text,
    root: rootOf(text),
    publicKey: key.publicKeyMultibase,
    signature: Buffer.from(key.sign(Buffer.from(text))).toString("base64"),
  };
}
