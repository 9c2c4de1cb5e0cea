import { createHash } from "node:crypto";
import { type DumpLine, dumpLine, endStatement, listed } from "~/domain/seals/dump";
import { readRowTexts, readUnnotedRows } from "~/domain/seals/record-rows-store.server";
import { isRecordTable, RECORD_TABLES, type SealedEntry } from "~/domain/seals/seal";
import { listSealsFrom, readEntries, readLeaves } from "~/domain/seals/seal-store.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { platformKey } from "~/platform/platform-key.server";

const ROWS_AT_ONCE = 1000;
const ENTRIES_OF_A_SEAL = 1_000_000;
const UNSEALED_AT_ONCE = 5000;

/** The whole record as lines to be kept elsewhere and verified there: read a seal at a time. */
export async function* exportRecord(input: { now: Date }): AsyncGenerator<string> {
  const key = platformKey();
  const hash = createHash("sha256");
  let lines = 0;
  const write = (line: DumpLine) => {
    const text = dumpLine(line);
    hash.update(text);
    lines += 1;
    return text;
  };
  yield write({
    kind: "head",
    format: 1,
    exportedAt: input.now.toISOString(),
    origin: env().origin,
    key: key.publicKeyMultibase,
  });
  for (let after = 0; ;) {
    const [seal] = await listSealsFrom(db, { after, limit: 1 });
    if (!seal) break;
    after = seal.statement.number;
    const entries = await readEntries({ seal: after, after: null, limit: ENTRIES_OF_A_SEAL });
    const { text: statement, root, publicKey, signature } = seal;
    const leaves = (await readLeaves(after)).join("");
    yield write({ kind: "seal", statement, root, publicKey, signature, leaves, entries: entries.map(listed) });
    for await (const line of rowsOf(entries)) yield write(line);
  }
  for (let last: SealedEntry | null = null; ;) {
    const entries: SealedEntry[] = await readEntries({ seal: null, after: last, limit: UNSEALED_AT_ONCE });
    if (entries.length === 0) break;
    last = entries.at(-1)!;
    yield write({ kind: "unsealed", entries: entries.map(listed) });
    for await (const line of rowsOf(entries)) yield write(line);
  }
  for (const table of RECORD_TABLES) {
    for (const row of await readUnnotedRows(table, UNSEALED_AT_ONCE)) yield write({ kind: "unnoted", table, ...row });
  }
  const end = { lines: lines + 1, sha256: hash.digest("hex") };
  const signature = Buffer.from(key.sign(Buffer.from(endStatement(end)))).toString("base64");
  yield dumpLine({ kind: "end", ...end, publicKey: key.publicKeyMultibase, signature });
}

async function* rowsOf(entries: readonly SealedEntry[]): AsyncGenerator<DumpLine> {
  for (let from = 0; from < entries.length;) {
    const { table } = entries[from]!;
    let to = from;
    while (to < entries.length && to - from < ROWS_AT_ONCE && entries[to]!.table === table) to += 1;
    const stretch = entries.slice(from, to);
    const texts = isRecordTable(table)
      ? await readRowTexts(
          table,
          stretch.map(({ key }) => key),
        )
      : new Map<string, string>();
    for (const { key } of stretch) yield { kind: "row", table, key, text: texts.get(key) ?? null };
    from = to;
  }
}
