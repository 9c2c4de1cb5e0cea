import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openZip } from "~/domain/assessment/exchange/xlsx/unzip.server";
import { zip } from "~/platform/zip.server";

const at = new Date("2026-11-23T02:04:06Z");

describe("a zip file", () => {
  test("gives back every file as it was", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-zơưđ0-9]{1,12}(\/[a-z.]{1,12})?$/), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 5000 }), (list, bytes) => {
        const opened = openZip(
          new Uint8Array(
            zip(
              list.map((name) => ({ name, bytes })),
              at,
            ),
          ),
        );
        if (!opened.ok) throw new Error(opened.reason.rule);
        for (const name of list) expect([...opened.part(name)!]).toEqual([...bytes]);
      }),
      { numRuns: 50 },
    );
  });

  test("the same files are the same bytes", () => {
    const entries = [{ name: "khóa/course.yaml", bytes: Buffer.from("slug: a\n") }];
    expect(Buffer.from(zip(entries, at)).equals(Buffer.from(zip(entries, at)))).toBe(true);
  });

  test("another program finds nothing wrong with it", ({ skip }) => {
    const folder = mkdtempSync(path.join(tmpdir(), "zip-"));
    try {
      const file = path.join(folder, "a.zip");
      writeFileSync(file, zip([{ name: "khóa/bài một.txt", bytes: Buffer.from("Chữ có dấu") }], at));
      let said;
      try {
        said = execFileSync("python3", ["-c", PYTHON, file], { encoding: "utf8" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return skip();
        throw error;
      }
      expect(JSON.parse(said)).toEqual([null, "khóa/bài một.txt", "Chữ có dấu", [2026, 11, 23, 2, 4, 6]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const PYTHON = `
import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
i = z.infolist()[0]
print(json.dumps([z.testzip(), i.filename, z.read(i).decode(), list(i.date_time)]))`;
