import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openZip } from "~/domain/assessment/exchange/xlsx/unzip.server";
import { StoredFile } from "~/platform/files/stored-file";
import { writeZip, zip, type ZipEntry } from "~/platform/zip.server";
import { settleZipTimes } from "~/platform/zip-times.server";

const at = new Date("2026-11-23T02:04:06Z");
const LESSONS = [
  { name: "khóa/bài một.txt", bytes: Buffer.from("Chữ có dấu") },
  { name: "khóa/bài hai.txt", bytes: Buffer.from("Bài hai\n".repeat(3000)) },
];

let folder: string, file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zip-"));
  file = path.join(folder, "a.zip");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** What another program says of the file; null: it is not on this machine. */
function said(command: string, ...args: string[]): string | null {
  try {
    return execFileSync(command, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function* numbered(count: number, bytesOf: (index: number) => Uint8Array): AsyncGenerator<ZipEntry> {
  for (let index = 0; index < count; index++) yield { name: `SNV-2026/${index}.pdf`, bytes: bytesOf(index) };
}

describe("a zip file", () => {
  test("gives back every file as it was", async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-zơưđ0-9]{1,12}(\/[a-z.]{1,12})?$/), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 5000 }), async (list, bytes) => {
        const entries = list.filter((name) => !name.split("/").includes("..")).map((name) => ({ name, bytes }));
        const opened = openZip(new Uint8Array(await zip(entries, at)));
        if (!opened.ok) throw new Error(opened.reason.rule);
        for (const { name } of entries) expect([...opened.part(name)!]).toEqual([...bytes]);
      }),
      { numRuns: 50 },
    );
  });

  test("of the same files and the same date is the same bytes, in every time zone and at every hour", async () => {
    // In New York this hour was left out: the clocks went from two to three.
    const date = new Date("2026-03-08T02:30:00Z");
    const made: Buffer[] = [];
    const offsets = new Set<number>();
    for (const zone of ["Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati"]) {
      vi.stubEnv("TZ", zone);
      offsets.add(date.getTimezoneOffset());
      made.push(Buffer.from(await zip(LESSONS, date)));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(offsets.size).toBe(3);
    for (const each of made) expect(each.equals(made[0]!)).toBe(true);
  });

  test("is without fault for another program, which reads names, hours and rights as they are", async ({ skip }) => {
    writeFileSync(file, await zip(LESSONS.slice(0, 1), at));
    const answer = said("python3", "-c", PYTHON, file);
    if (answer === null) return skip();
    expect(JSON.parse(answer)).toEqual([null, "khóa/bài một.txt", "Chữ có dấu", [2026, 11, 23, 2, 4, 6], 0o100644]);
  });

  test("holds no file whose bytes lie in the file store", async () => {
    const lost = [{ name: "media/phim.mp4", bytes: new StoredFile("a".repeat(64), 5) }];
    await expect(zip(lost, at)).rejects.toThrow("media/phim.mp4 lies in the file store");
  });
});

describe("a zip file that is written as its entries come", () => {
  test("has one entry in memory at a time, whatever there are of them", { timeout: 120_000 }, async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const given: WeakRef<ArrayBufferLike>[] = [];
    const held: number[] = [];
    // Nothing can be packed to less than it is.
    const entries = numbered(90, (index) => {
      if (index % 30 === 29) {
        collect();
        held.push(given.filter((each) => each.deref() !== undefined).length);
      }
      const bytes = randomBytes(1024 * 1024);
      given.push(new WeakRef(bytes.buffer));
      return bytes;
    });
    const { size } = await writeZip(file, entries, at);
    expect(size).toBeGreaterThan(90 * 1024 * 1024);
    expect(held).toHaveLength(3);
    // The one before may still be on its way into the file.
    for (const count of held) expect(count).toBeLessThan(5);
  });

  test("is not there when an entry cannot be had, and neither is half of it", async () => {
    async function* entries() {
      yield* numbered(3, () => randomBytes(200_000));
      throw new Error("the third certificate is lost");
    }
    await expect(writeZip(file, entries(), at)).rejects.toThrow("the third certificate is lost");
    expect(readdirSync(folder)).toEqual([]);
    await expect(
      writeZip(
        file,
        numbered(1, () => new StoredFile("a".repeat(64), 5)),
        at,
      ),
    ).rejects.toThrow("file store");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("leaves the one that was there as it was, when it cannot be made anew", async () => {
    await writeZip(
      file,
      numbered(2, () => Buffer.from("a")),
      at,
    );
    const before = readFileSync(file);
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield* numbered(1, () => Buffer.from("b"));
      throw new Error("no more");
    }
    await expect(writeZip(file, entries(), at)).rejects.toThrow("no more");
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("asks for no further entry once it cannot be written", async () => {
    let asked = 0;
    let closed = false;
    async function* entries(): AsyncGenerator<ZipEntry> {
      try {
        for (const entry of [...Array(50).keys()]) {
          asked += 1;
          yield { name: `${entry}`, bytes: randomBytes(1024 * 1024) };
        }
      } finally {
        closed = true;
      }
    }
    const nowhere = path.join(folder, "no-such-folder", "a.zip");
    await expect(writeZip(nowhere, entries(), at)).rejects.toThrow("ENOENT");
    await vi.waitFor(() => expect(closed).toBe(true));
    expect(asked).toBeLessThan(5);
  });
});

describe("a zip file of another library", () => {
  test("made at another hour is the same file once its times are settled, and holds what it held", async () => {
    const settled: Buffer[] = [];
    for (const hour of ["01:00:00", "17:30:10"]) {
      writeFileSync(file, await zip(LESSONS, new Date(`2026-11-25T${hour}Z`)));
      await settleZipTimes(file, at);
      settled.push(readFileSync(file));
    }
    expect(settled[0]!.equals(settled[1]!)).toBe(true);
    expect(readdirSync(folder)).toEqual(["a.zip"]);
    const opened = openZip(new Uint8Array(settled[0]!));
    if (!opened.ok) throw new Error(opened.reason.rule);
    for (const { name, bytes } of LESSONS) expect(Buffer.from(opened.part(name)!).equals(bytes)).toBe(true);
  });

  test("that is damaged is told of, and left as it is", async () => {
    const whole = Buffer.from(await zip(LESSONS, at));
    whole.fill(0xff, whole.indexOf("bài hai") + 12, whole.indexOf("bài hai") + 40);
    for (const damaged of [whole, Buffer.from("no zip at all, however long it may be")]) {
      writeFileSync(file, damaged);
      await expect(settleZipTimes(file, at)).rejects.toThrow();
      expect(readFileSync(file).equals(damaged)).toBe(true);
      expect(readdirSync(folder)).toEqual(["a.zip"]);
    }
  });
});

const PYTHON = `
import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
i = z.infolist()[0]
print(json.dumps([z.testzip(), i.filename, z.read(i).decode(), list(i.date_time), i.external_attr >> 16]))`;
