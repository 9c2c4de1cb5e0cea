import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archiveName } from "~/domain/certificates/archive-names";
import { isRegulatedName } from "~/domain/certificates/template";
import { addMonths } from "~/domain/certificates/validity";
import { rateLimiter } from "~/http/rate-limit.server";
import { unzip } from "~/platform/unzip.server";
import { writeZip } from "~/platform/zip.server";

const code = fc.stringMatching(/^[A-ZĐƯ\d]{1,6}([-.&][A-Z\d]{1,4})?$/u);

describe("names inside a ZIP of certificates", () => {
  test("are one folder and one file that no system takes for anything else, whoever the holder is", () => {
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 1, max: 200_000 }),
        fc.string({ unit: "grapheme", maxLength: 120 }),
        (issuerCode, n, fullName) => {
          const number = `${String(n).padStart(4, "0")}/GCN-${issuerCode}`;
          const name = archiveName({ issuerCode, year: 2026, number, fullName });
          expect(name).toMatch(/^[\p{L}\p{N}.&_-]+-2026\/[^/]+\.pdf$/u);
          expect(name).not.toMatch(/[\p{Cc}\p{Cf}\\:*?"<>|]|\.\.|\/\.|\.\/|^\/| \.pdf$/u);
          expect(name.normalize("NFC")).toBe(name);
          expect(Buffer.byteLength(name)).toBeLessThan(500);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("are never alike for two numbers of a book, or for two books", () => {
    const one = { issuerCode: "SNV", year: 2026, number: "0001/GCN-SNV", fullName: "Lê An" };
    const all = [
      one,
      { ...one, number: "0002/GCN-SNV" },
      { ...one, year: 2027 },
      { ...one, issuerCode: "SYT", number: "0001/GCN-SYT" },
      { ...one, number: "0003/GCN-SNV", fullName: "../../etc/passwd" },
      { ...one, number: "0004/GCN-SNV", fullName: "CON" },
    ].map(archiveName);
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
    expect(all[0]).toBe("SNV-2026/0001-GCN-SNV Lê An.pdf");
  });
});

test("a ZIP that is written as it comes is read back byte for byte", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "zip-"));
  try {
    const file = path.join(folder, "a.zip");
    async function* entries() {
      for (const n of [1, 2, 3])
        yield { name: `SNV-2026/Lê ${n}.pdf`, bytes: Buffer.from(`nội dung ${n}`.repeat(500)) };
    }
    const written = await writeZip(file, entries(), new Date("2026-11-26T05:00:00Z"));
    const bytes = await readFile(file);
    expect(written).toEqual({ entries: 3, size: bytes.length });
    const opened = unzip(bytes, { entries: 10, totalMb: 1 });
    if (!opened.ok) throw new Error(opened.fault.reason);
    const read = opened.files;
    expect([...read.keys()]).toEqual(["SNV-2026/Lê 1.pdf", "SNV-2026/Lê 2.pdf", "SNV-2026/Lê 3.pdf"]);
    expect(Buffer.from(read.get("SNV-2026/Lê 2.pdf")!).toString()).toBe("nội dung 2".repeat(500));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([
  ["Chứng chỉ bồi dưỡng", true],
  ["CHUNG CHI", true],
  ["Giấy chứng nhận hoàn thành", false],
])("%s is a regulated name: %s", (title, regulated) => expect(isRegulatedName(title)).toBe(regulated));

test.each([
  ["2026-11-23", 24, "2028-11-23"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2027-12-31", 2, "2028-02-29"],
])("%s and %i months is %s", (day, months, then) => expect(addMonths(day, months)).toBe(then));

test("so many questions a minute, then the seconds to wait, then again", () => {
  const limit = rateLimiter({ most: 2, withinMs: 60_000 });
  const at = (second: number) => new Date(Date.UTC(2026, 10, 26, 0, 0, second));
  expect([limit.take("a", at(0)), limit.take("a", at(1)), limit.take("a", at(15)), limit.take("b", at(15))]).toEqual([
    null,
    null,
    45,
    null,
  ]);
  expect(limit.take("a", at(60))).toBeNull();
});
