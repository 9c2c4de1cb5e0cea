import { createHash, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DumpLine, dumpLine, endStatement, listed } from "~/domain/seals/dump";
import { faultInWords } from "~/domain/seals/dump-fault";
import { inSealOrder, type SealedEntry } from "~/domain/seals/seal";
import { makeSeal, merkleRoot, rowHash } from "~/domain/seals/seal-hash.server";
import { verifyDump } from "~/domain/seals/verify-dump.server";
import { keyOf, type PlatformKey } from "~/platform/platform-key.server";

const KEY = keyOf(generateKeyPairSync("ed25519").privateKey);
const FORGER = keyOf(generateKeyPairSync("ed25519").privateKey);

interface Row {
  table: string;
  key: string;
  text: string;
}
const row = (table: string, key: string, text = `{"id": "${key}", "name": "Nguyễn Văn ${key}"}`): Row => ({
  table,
  key,
  text,
});
const entryOf = ({ table, key, text }: Row): SealedEntry => ({ table, key, hash: rowHash(table, key, text) });

/** Lines of an export, as the platform writes them; `change` may meddle before the end is signed. */
function dump(
  seals: Row[][],
  open: Row[],
  input: { key?: PlatformKey; change?: (lines: DumpLine[]) => DumpLine[] } = {},
) {
  const { key = KEY, change = (lines) => lines } = input;
  const lines: DumpLine[] = [
    {
      kind: "head",
      format: 1,
      exportedAt: "2026-11-26T00:00:00.000Z",
      origin: "https://x.example",
      key: key.publicKeyMultibase,
    },
  ];
  let previous: string | null = null;
  seals.forEach((rows, index) => {
    const sorted = [...rows].sort(inSealOrder);
    const entries = sorted.map(entryOf);
    const seal = makeSeal({
      number: index + 1,
      day: `2026-11-${20 + index}`,
      sealedAt: new Date(),
      previous,
      entries,
      key,
    });
    previous = seal.root;
    const { text: statement, root, publicKey, signature } = seal;
    const leaves = entries.map(({ hash }) => hash).join("");
    lines.push({ kind: "seal", statement, root, publicKey, signature, leaves, entries: entries.map(listed) });
    lines.push(...sorted.map((each) => ({ kind: "row" as const, ...each })));
  });
  if (open.length > 0) {
    const sorted = [...open].sort(inSealOrder);
    lines.push({ kind: "unsealed", entries: sorted.map((each) => listed(entryOf(each))) });
    lines.push(...sorted.map((each) => ({ kind: "row" as const, ...each })));
  }
  const body = change(lines).map(dumpLine);
  const end = { lines: body.length + 1, sha256: createHash("sha256").update(body.join("")).digest("hex") };
  const signature = Buffer.from(key.sign(Buffer.from(endStatement(end)))).toString("base64");
  return Buffer.from(body.join("") + dumpLine({ kind: "end", ...end, publicKey: key.publicKeyMultibase, signature }));
}

const SEALS = [
  [
    row("completion", "a1"),
    row("certificate", "b1"),
    row("audit_event", "1"),
    row("audit_event", "10"),
    row("audit_event", "2"),
  ],
  [],
  [row("completion", "a2"), row("completion", "a3"), row("supplement_completion", "s1/o1")],
];
const OPEN = [row("audit_event", "11")];
const WHOLE = dump(SEALS, OPEN);
const verdict = (bytes: Uint8Array, demands = {}) => verifyDump([bytes], demands);

/** The dump with the rows of the lines changed, and its end signed anew by the holder of the key: an insider. */
const meddled = (change: (lines: DumpLine[]) => DumpLine[]) => verdict(dump(SEALS, OPEN, { change }));
const isRow = (key: string) => (line: DumpLine) => line.kind === "row" && line.key === key;

describe("an export of the record", () => {
  test("is intact as it was written, in whatever pieces it is read", async () => {
    expect(await verdict(WHOLE)).toMatchObject({
      ok: true,
      summary: { seals: 3, rows: 9, unsealed: 1, keys: [KEY.publicKeyMultibase] },
    });
    const pieces = Array.from({ length: Math.ceil(WHOLE.length / 7) }, (_, index) =>
      WHOLE.subarray(index * 7, index * 7 + 7),
    );
    expect(await verifyDump(pieces)).toMatchObject({ ok: true });
  });

  test("any byte of it that is another is found", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(WHOLE.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(WHOLE);
        bytes[at] = bytes[at]! ^ change;
        expect((await verdict(bytes)).ok).toBe(false);
      }),
      { numRuns: 250 },
    );
  });

  test("a file that was cut off anywhere, or grew, is found", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(WHOLE.length - 1), async (length) => {
        expect((await verdict(WHOLE.subarray(0, length))).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(await verdict(Buffer.concat([WHOLE, Buffer.from("\n")]))).toMatchObject({
      fault: { kind: "after-the-end" },
    });
    expect(await verdict(Buffer.alloc(0))).toMatchObject({ fault: { kind: "not-a-dump" } });
  });

  test("a row that is altered, taken out, added or in another's place is named, though the end was signed anew", async () => {
    for (const { table, key } of [...SEALS.flat(), ...OPEN]) {
      const altered = await meddled((lines) =>
        lines.map((line) => (isRow(key)(line) ? { ...line, kind: "row", table, key, text: '{"id": "x"}' } : line)),
      );
      expect(altered, key).toMatchObject({ ok: false, fault: { kind: "row-altered", table, key } });
      const gone = await meddled((lines) => lines.filter((line) => !isRow(key)(line)));
      expect(gone, key).toMatchObject({ ok: false, fault: { kind: "row-missing", table, key } });
    }
    const swapped = await meddled((lines) => {
      const [a, b] = [lines.findIndex(isRow("a2")), lines.findIndex(isRow("a3"))];
      return lines.map((line, index) => (index === a ? lines[b]! : index === b ? lines[a]! : line));
    });
    expect(swapped).toMatchObject({ fault: { kind: "row-missing", table: "completion", key: "a2" } });
    const added = await meddled((lines) =>
      lines.flatMap((line) => (isRow("a3")(line) ? [line, { kind: "row", ...row("completion", "zz") }] : [line])),
    );
    expect(added).toMatchObject({ fault: { kind: "row-added", table: "completion", key: "zz" } });
    const unnoted = await meddled((lines) => [...lines, { kind: "unnoted", ...row("certificate", "c9") }]);
    expect(unnoted).toMatchObject({ fault: { kind: "row-added", table: "certificate", key: "c9" } });
  });

  test("a row that was altered together with the hash that is noted of it is named by the seal", async () => {
    const text = '{"id": "a2", "score_percent": 100}';
    const hash = rowHash("completion", "a2", text);
    const answer = await meddled((lines) =>
      lines.map((line) => {
        if (line.kind === "seal")
          return {
            ...line,
            entries: line.entries.map(([t, k, h]): [string, string, string] => [t, k, k === "a2" ? hash : h]),
          };
        return isRow("a2")(line) ? { kind: "row", table: "completion", key: "a2", text } : line;
      }),
    );
    expect(answer).toMatchObject({ fault: { kind: "row-altered", table: "completion", key: "a2", seal: 3 } });
  });

  test("a seal that was left out, made by another or is another's is found", async () => {
    const without = await verdict(
      dump([SEALS[0]!, SEALS[2]!], OPEN, {
        change: (lines) => lines.filter((line) => line.kind !== "seal" || !line.statement.includes('"number":1')),
      }),
    );
    expect(without.ok).toBe(false);
    const forged = await meddled((lines) =>
      lines.map((line) =>
        line.kind === "seal" && line.leaves === "" ? { ...line, signature: Buffer.alloc(64).toString("base64") } : line,
      ),
    );
    expect(forged).toMatchObject({ fault: { kind: "seal-forged", seal: 2 } });
    // A whole chain by another key is sound in itself: the key that one knows tells it.
    const other = dump(SEALS, OPEN, { key: FORGER });
    expect(await verdict(other)).toMatchObject({ ok: true });
    expect(await verdict(other, { keys: [KEY.publicKeyMultibase] })).toMatchObject({
      fault: { kind: "other-key", seal: 1 },
    });
  });

  test("a chain that was made anew does not have the root that was printed", async () => {
    const first = await verdict(WHOLE);
    const root = first.ok ? first.summary.last!.root : "";
    expect(await verdict(WHOLE, { root })).toMatchObject({ ok: true });
    expect(await verdict(WHOLE, { root: root.slice(0, 16) })).toMatchObject({ ok: true });
    const anew = dump([[row("completion", "a1", '{"id": "a1", "forged": true}')], [], SEALS[2]!], OPEN);
    expect(await verdict(anew, { root })).toMatchObject({ fault: { kind: "root-not-found" } });
  });

  test("every fault is a sentence in both languages", () => {
    const at = { line: 3, seal: 2 };
    for (const kind of ["row-altered", "row-missing", "row-added"] as const) {
      const words = faultInWords({ kind, table: "completion", key: "a1", ...at });
      expect(words.vi).toContain("bảng completion, mã a1");
      expect(words.en).toContain("table completion, id a1");
    }
    expect(faultInWords({ kind: "truncated", line: 9 }).vi).toBe(
      "Tệp bị cắt: thiếu dòng kết thúc có chữ ký (dòng 9 của tệp).",
    );
  });
});

test("the Merkle root is that of RFC 6962", () => {
  const sha = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  const leaf = (hex: string) => sha(Uint8Array.of(0), Buffer.from(hex, "hex"));
  const node = (a: Uint8Array, b: Uint8Array) => sha(Uint8Array.of(1), a, b);
  const hashes = ["00", "10", "2021", "3031", "40414243"];
  const [a, b, c, d, e] = hashes.map(leaf) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  expect(merkleRoot([])).toBe(createHash("sha256").digest("hex"));
  expect(merkleRoot(hashes.slice(0, 1))).toBe(a.toString("hex"));
  expect(merkleRoot(hashes.slice(0, 3))).toBe(node(node(a, b), c).toString("hex"));
  expect(merkleRoot(hashes)).toBe(node(node(node(a, b), node(c, d)), e).toString("hex"));
});
