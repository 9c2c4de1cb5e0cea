import { createHash } from "node:crypto";
import { verifySignature } from "~/platform/platform-key.server";
import { type DumpLine, endStatement, readDumpLine } from "./dump";
import type { DumpFault, DumpSummary } from "./dump-fault";
import { countByTable, inSealOrder, isRecordTable, type SealedEntry, type SealStatement } from "./seal";
import { merkleRoot, rootOf, rowHash } from "./seal-hash.server";
import { canonicalJson } from "~/platform/canonical-json";

export type DumpVerdict = { ok: true; summary: DumpSummary } | { ok: false; fault: DumpFault };

export interface DumpDemands {
  /** Keys that may have signed; none: every one that signed itself is told. */
  keys?: readonly string[];
  /** A root that was printed or published, which must be among those of the file. */
  root?: string;
}

class Found extends Error {
  constructor(readonly fault: DumpFault) {
    super(fault.kind);
  }
}
const found = (fault: DumpFault): never => {
  throw new Found(fault);
};

/**
 * Looks through an export, without a database: every byte, every row, every seal, in one pass and with one seal's list of entries
 * in memory. Tells the first thing that is wrong.
 */
export async function verifyDump(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  demands: DumpDemands = {},
): Promise<DumpVerdict> {
  const reading = new Reading(demands);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of chunks) {
      rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        reading.take(rest.subarray(0, end + 1));
        rest = rest.subarray(end + 1);
      }
    }
    return { ok: true, summary: reading.finish(rest.length > 0) };
  } catch (error) {
    if (error instanceof Found) return { ok: false, fault: error.fault };
    throw error;
  }
}

class Reading {
  private readonly hash = createHash("sha256");
  private line = 0;
  private ended = false;
  private seal: number | null = null;
  private expected: SealedEntry[] = [];
  private position = 0;
  private readonly roots = new Set<string>();
  private readonly keys = new Set<string>();
  private previous: string | null = null;
  private readonly summary: DumpSummary = { seals: 0, rows: 0, unsealed: 0, keys: [], last: null };
  private sealing = true;

  constructor(private readonly demands: DumpDemands) {}

  take(bytes: Buffer): void {
    this.line += 1;
    if (this.ended) found({ kind: "after-the-end", line: this.line });
    const text = bytes.subarray(0, -1).toString("utf8");
    const line = readDumpLine(text);
    if (this.line === 1 && line?.kind !== "head") found({ kind: "not-a-dump" });
    // A text that is no UTF-8 is read with signs in place of it: the bytes must be those of the text.
    if (!line || !Buffer.from(`${text}\n`).equals(bytes)) return this.broken();
    if (line.kind === "end") return this.end(line);
    this.hash.update(bytes);
    if (line.kind === "head") {
      if (this.line !== 1) found({ kind: "line-altered", line: this.line });
    } else if (line.kind === "seal") this.takeSeal(line);
    else if (line.kind === "unsealed") this.takeUnsealed(line);
    else if (line.kind === "row") this.takeRow(line);
    else {
      this.nothingExpected();
      found({ kind: "row-added", table: line.table, key: line.key, line: this.line, seal: null });
    }
  }

  finish(rest: boolean): DumpSummary {
    if (this.line === 0) found({ kind: "not-a-dump" });
    if (!this.ended) found({ kind: "truncated", line: this.line + (rest ? 1 : 0) });
    if (rest) found({ kind: "after-the-end", line: this.line + 1 });
    const { root } = this.demands;
    if (root && ![...this.roots].some((each) => each.startsWith(root))) found({ kind: "root-not-found", root });
    return { ...this.summary, keys: [...this.keys].reverse() };
  }

  private takeSeal({ statement, root, publicKey, signature, leaves, entries }: DumpLine & { kind: "seal" }): void {
    this.nothingExpected();
    const number = this.summary.seals + 1;
    const at = { seal: number, line: this.line };
    if (!this.sealing) found({ kind: "seal-chain", ...at });
    const bytes = Buffer.from(statement);
    const signed =
      rootOf(statement) === root &&
      verifySignature({ publicKeyMultibase: publicKey, bytes, signature: Buffer.from(signature, "base64") });
    if (!signed || Buffer.from(signature, "base64").toString("base64") !== signature)
      found({ kind: "seal-forged", ...at });
    this.signedBy(publicKey, number);
    const said = JSON.parse(statement) as SealStatement;
    if (said.key !== publicKey || canonicalJson(said) !== statement) found({ kind: "seal-forged", ...at });
    if (said.number !== number || said.previous !== this.previous) found({ kind: "seal-chain", ...at });
    const hashes = leaves.match(/.{1,64}/g) ?? [];
    if (merkleRoot(hashes) !== said.entriesRoot || hashes.length !== said.entries)
      found({ kind: "seal-contents", ...at });
    this.expect(entries);
    entries.forEach(([table, key, hash], index) => {
      // Changed together with what is noted of it: the seal still knows what it was.
      if (hash !== hashes[index]) found({ kind: "row-altered", table, key, ...at });
    });
    const counts = canonicalJson(countByTable(this.expected)) === canonicalJson(said.counts);
    if (entries.length !== said.entries || !counts) found({ kind: "seal-contents", ...at });
    this.seal = number;
    this.previous = root;
    this.roots.add(root);
    this.summary.seals = number;
    this.summary.last = { number, day: said.day, root };
  }

  private takeUnsealed({ entries }: DumpLine & { kind: "unsealed" }): void {
    this.nothingExpected();
    this.sealing = false;
    this.seal = null;
    this.expect(entries);
    this.summary.unsealed += entries.length;
  }

  private takeRow({ table, key, text }: DumpLine & { kind: "row" }): void {
    const { line, seal } = this;
    const next = this.expected[this.position];
    if (!next || next.table !== table || next.key !== key) {
      const later = this.expected.slice(this.position + 1).some((each) => each.table === table && each.key === key);
      if (next && later) found({ kind: "row-missing", table: next.table, key: next.key, line, seal });
      found({ kind: "row-added", table, key, line, seal });
    }
    if (text === null) return found({ kind: "row-missing", table, key, line, seal });
    if (rowHash(table, key, text) !== next!.hash) found({ kind: "row-altered", table, key, line, seal });
    this.position += 1;
    this.summary.rows += 1;
  }

  private expect(entries: [string, string, string][]): void {
    this.expected = entries.map(([table, key, hash]) => ({ table, key, hash }));
    this.position = 0;
    this.expected.forEach((entry, index) => {
      const before = this.expected[index - 1];
      if (!isRecordTable(entry.table) || (before && inSealOrder(before, entry) >= 0))
        found({ kind: "row-added", table: entry.table, key: entry.key, line: this.line, seal: this.seal });
    });
  }

  /** Where rows should still come, the first of them is missing. */
  private nothingExpected(): void {
    const next = this.expected[this.position];
    if (next) found({ kind: "row-missing", table: next.table, key: next.key, line: this.line, seal: this.seal });
  }

  /** A line that cannot be read, where a row should stand, is that row. */
  private broken(): void {
    const next = this.expected[this.position];
    const { line, seal } = this;
    if (next) found({ kind: "row-altered", table: next.table, key: next.key, line, seal });
    found({ kind: "line-altered", line });
  }

  private end({ lines, sha256, publicKey, signature }: DumpLine & { kind: "end" }): void {
    this.nothingExpected();
    const bytes = Buffer.from(endStatement({ lines, sha256 }));
    const signed = verifySignature({
      publicKeyMultibase: publicKey,
      bytes,
      signature: Buffer.from(signature, "base64"),
    });
    const whole = signed && lines === this.line && sha256 === this.hash.digest("hex");
    if (!whole || Buffer.from(signature, "base64").toString("base64") !== signature)
      found({ kind: "bytes-altered", line: this.line });
    this.signedBy(publicKey, null);
    this.ended = true;
  }

  private signedBy(key: string, seal: number | null): void {
    const { keys = [] } = this.demands;
    if (keys.length > 0 && !keys.includes(key)) found({ kind: "other-key", seal, key, line: this.line });
    this.keys.delete(key);
    this.keys.add(key);
  }
}
