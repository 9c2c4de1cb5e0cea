import { describe, expect, test } from "vitest";
import { unzip, type ZipFaultReason } from "~/platform/unzip.server";
import { zip } from "~/platform/zip.server";
import { rawZip } from "../../support/raw-zip";

const LIMITS = { entries: 20, totalMb: 2 };
const text = (words: string) => new TextEncoder().encode(words);
const archive = (...names: string[]) => rawZip(names.map((name) => ({ name, bytes: text(`tệp ${name}`) })));

/** Changes bytes of the nth record with this signature, counted from its beginning. */
function patched(bytes: Uint8Array, signature: number, at: number, value: number, width: 1 | 2 | 4, nth = 0) {
  const copy = Buffer.from(bytes);
  let found = -1;
  for (let count = 0; count <= nth; count++) {
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(signature);
    found = copy.indexOf(mark, found + 1);
  }
  copy.writeUIntLE(value, found + at, width);
  return new Uint8Array(copy);
}
const central = (bytes: Uint8Array, at: number, value: number, width: 1 | 2 | 4, nth = 0) =>
  patched(bytes, 0x02014b50, at, value, width, nth);

const MODE = (mode: number) => (bytes: Uint8Array) => central(central(bytes, 5, 3, 1), 38, mode * 65_536, 4);

function sharingBytes(): Uint8Array {
  const two = archive("a.txt", "b.txt");
  return central(two, 42, 0, 4, 1);
}

const HOSTILE: [what: string, bytes: Uint8Array, reason: ZipFaultReason][] = [
  ["nothing", new Uint8Array(), "not-a-zip"],
  ["a text", text("Đây không phải tệp zip, chỉ là một đoạn chữ."), "not-a-zip"],
  ["half a zip", archive("a.txt", "b.txt").slice(0, 60), "not-a-zip"],
  ["a way up", archive("../a.txt"), "unsafe-name"],
  ["a way up in the middle", archive("a/../../b.txt"), "unsafe-name"],
  ["a way up written for Windows", archive("..\\a.txt"), "unsafe-name"],
  ["an absolute path", archive("/etc/passwd"), "unsafe-name"],
  ["a drive", archive("C:/a.txt"), "unsafe-name"],
  ["an empty part", archive("a//b.txt"), "unsafe-name"],
  ["a dot as a part", archive("./a.txt"), "unsafe-name"],
  ["a device of Windows", archive("lessons/con.mdx"), "unsafe-name"],
  ["a name that ends in a space", archive("a.txt "), "unsafe-name"],
  ["a name with a zero in it", archive("a.txt\u0000.png"), "unsafe-name"],
  ["a name that reads backwards", archive("a\u202etxt.exe"), "unsafe-name"],
  ["a name that is endless", archive("a".repeat(300)), "unsafe-name"],
  ["folders in folders in folders", archive(`${"a/".repeat(30)}b.txt`), "unsafe-name"],
  ["the same name twice", archive("a.txt", "a.txt"), "duplicate"],
  ["the same name in another case", archive("lessons/A.mdx", "lessons/a.mdx"), "duplicate"],
  ["the same name in other code points", archive("b\u00e0i.txt", "ba\u0300i.txt"), "duplicate"],
  ["thousands of entries", archive(...Array.from({ length: 21 }, (_, index) => `${index}.txt`)), "too-many-entries"],
  ["more than the limit in all", rawZip([{ name: "a", bytes: new Uint8Array(3 * 1024 * 1024) }]), "too-large"],
  ["a bomb that says what it is", rawZip([{ name: "a", bytes: new Uint8Array(1024 * 1024 * 2 - 1) }]), "bomb"],
  [
    "a bomb that says it is small",
    central(rawZip([{ name: "a", bytes: new Uint8Array(1024 * 1024) }]), 24, 10, 4),
    "bomb",
  ],
  ["entries that share their bytes", sharingBytes(), "bomb"],
  ["a symbolic link", MODE(0o120777)(archive("a.txt")), "link"],
  ["a pipe", MODE(0o010644)(archive("a.txt")), "link"],
  ["a password", central(archive("a.txt"), 8, 0x0801, 2), "encrypted"],
  ["a method that nobody uses", central(archive("a.txt"), 10, 99, 2), "unknown-method"],
  ["another checksum", central(archive("a.txt"), 16, 1, 4), "damaged"],
  ["a length beyond the end", central(archive("a.txt"), 20, 99_999, 4), "damaged"],
  ["a place beyond the end", central(archive("a.txt"), 42, 99_999, 4), "damaged"],
  ["a directory beyond the end", patched(archive("a.txt"), 0x06054b50, 16, 99_999, 4), "damaged"],
  ["a size of more than four gigabytes", central(archive("a.txt"), 24, 0xffffffff, 4), "too-large"],
];

describe("a zip file from a stranger", () => {
  test.each(HOSTILE)("is refused with %s", (_what, bytes, reason) => {
    const start = performance.now();
    const opened = unzip(bytes, LIMITS);
    expect(opened).toMatchObject({ ok: false, fault: { reason } });
    expect(performance.now() - start).toBeLessThan(500);
  });

  test("gives back every file, byte for byte, and leaves out folders and what systems add", () => {
    const files = [
      { name: "khoa/course.yaml", bytes: text("title: Khóa học\r\n") },
      { name: "khoa/media/anh.png", bytes: new Uint8Array([0x89, 0, 255, 13, 10]) },
      { name: "khoa/rong.txt", bytes: new Uint8Array() },
    ];
    const litter = ["__MACOSX/khoa/._course.yaml", "khoa/.DS_Store", "khoa/lessons/"].map((name) => ({
      name,
      bytes: new Uint8Array(),
    }));
    const opened = unzip(rawZip([...files, ...litter]), LIMITS);
    expect(opened.ok && [...opened.files]).toEqual(files.map(({ name, bytes }) => [name, bytes]));
  });

  test("gives back what the platform itself has packed", async () => {
    const files = [
      { name: "khóa/bài.txt", bytes: text("Bài một\n".repeat(5000)) },
      { name: "khóa/rỗng.txt", bytes: new Uint8Array() },
    ];
    const opened = unzip(await zip(files, new Date("2026-11-25T02:00:00Z")), LIMITS);
    expect(opened.ok && [...opened.files]).toEqual(files.map(({ name, bytes }) => [name, bytes]));
  });
});
