import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXCHANGE_FORMATS } from "~/domain/assessment/exchange/exchange";
import { readQuestionFile, readQuestions } from "~/domain/assessment/exchange/read-questions.server";
import { read, refusals } from "./reading";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("text files", () => {
  test.each(EXCHANGE_FORMATS)("an empty file of %s", (format) => {
    expect(readQuestions(new Uint8Array(), format)).toMatchObject({
      readable: false,
      taken: [],
      refused: [{ rule: "file-empty" }],
    });
  });

  test("only blanks, only comments, only a category", () => {
    expect(refusals(read(" \n\n\t", "gift"))).toEqual(["1 file-empty"]);
    expect(refusals(read("// một\n\n// hai\n", "gift"))).toEqual(["1 no-questions"]);
    expect(refusals(read("$CATEGORY: a\n", "gift"))).toEqual(["1 no-questions"]);
  });

  test("broken UTF-8 is told with its line and byte", () => {
    const bytes = Buffer.concat([utf8("Câu một{T}\n\nCâu hai: đúng"), Buffer.from([0xe1, 0xbb]), utf8(" sai{F}\n")]);
    expect(readQuestions(bytes, "gift")).toMatchObject({
      readable: false,
      taken: [],
      refused: [{ line: 3, rule: "encoding-broken", values: { line: 3, offset: 32 } }],
    });
  });

  test("bytes of no encoding, and a picture", () => {
    const noise = Uint8Array.from({ length: 500 }, (_, index) => 128 + ((index * 37) % 128));
    expect(readQuestions(noise, "aiken").refused[0]!.rule).toMatch(/^encoding-/);
    expect(
      refusals(readQuestions(Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73]), "gift")),
    ).toEqual(["1 file-binary"]);
  });

  test("a file of a hundred thousand braces, signs or comments is read in a moment", () => {
    // Time of this process alone: other work on the machine is not the fault of a file.
    const began = process.cpuUsage();
    for (const sign of [
      "{",
      "}",
      "~",
      "=",
      "#",
      "::",
      "[",
      "// x\n",
      "{=a\n\n~b\n\n",
      "<b ",
      "&#",
      "->",
      "**",
      "[id:",
      "\\",
      "{1:MC:",
      "{:MC:=\\",
      "[[1]]",
    ]) {
      const text = sign.repeat(100_000 / sign.length);
      read(text, "gift");
      read(`[html]x ${text}{=a ~b}`, "gift");
      read(`[markdown]x ${text}{=a ~b}`, "gift");
      read(text, "aiken");
      for (const type of ["essay", "cloze", "gapselect"]) {
        const asked = `<questiontext><text><![CDATA[${text}]]></text></questiontext>`;
        read(`<quiz><question type="${type}">${asked}</question></quiz>`, "moodle-xml");
      }
    }
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(8000);
  }, 60_000);

  test("too many questions", () => {
    expect(refusals(read("a{T}\n\n".repeat(5001), "gift"))).toEqual(["1 too-many-questions"]);
  });
});

describe("files on a disk", () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "exchange-"))));
  afterAll(() => rm(folder, { recursive: true }));

  test.each(EXCHANGE_FORMATS)("50 MB of %s are not read at all", async (format) => {
    const file = path.join(folder, `large-${format}`);
    const handle = await open(file, "w");
    await handle.truncate(50 * 1024 * 1024);
    await handle.close();
    expect(refusals(await readQuestionFile(file, format))).toEqual(["1 file-too-large"]);
  });

  test("a file that is not there, and a folder", async () => {
    expect(refusals(await readQuestionFile(path.join(folder, "none"), "gift"))).toEqual(["1 file-missing"]);
    expect(refusals(await readQuestionFile(folder, "gift"))).toEqual(["1 file-missing"]);
  });

  test("a file that is there", async () => {
    await writeFile(path.join(folder, "a.gift"), "Câu?{T}");
    expect((await readQuestionFile(path.join(folder, "a.gift"), "gift")).taken).toHaveLength(1);
  });
});
