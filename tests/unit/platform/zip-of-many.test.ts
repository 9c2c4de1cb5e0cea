import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { openPromise } from "yauzl";
import { writeZip } from "~/platform/zip.server";

/** One more than the plain format can count is 65,536. */
const COUNT = 65_600;

test(
  "a zip file of more than 65,535 entries counts right, for every program that opens it",
  { timeout: 600_000 },
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "zip-"));
    try {
      const file = path.join(folder, "a.zip");
      async function* entries() {
        for (let index = 0; index < COUNT; index++) yield { name: `SNV-2026/${index}.pdf`, bytes: new Uint8Array() };
      }
      const written = await writeZip(file, entries(), new Date("2026-11-23T02:04:06Z"));
      expect(written).toEqual({ entries: COUNT, size: statSync(file).size });
      const archive = await openPromise(file);
      expect(archive.entryCount).toBe(COUNT);
      let last = "";
      for await (const { fileName } of archive.eachEntry()) last = fileName;
      expect(last).toBe(`SNV-2026/${COUNT - 1}.pdf`);
      expect(said("python3", "-c", PYTHON, file) ?? `${COUNT}`).toBe(`${COUNT}`);
      expect(said("unzip", "-tqq", file) ?? "").toBe("");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

/** What another program says of it; null: it is not on this machine. A program that finds a fault throws. */
function said(command: string, ...args: string[]): string | null {
  try {
    return execFileSync(command, args, { encoding: "utf8" }).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

const PYTHON = "import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).infolist()))";
