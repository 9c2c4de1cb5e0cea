import { deflateRawSync } from "node:zlib";
import excel from "exceljs";
import { describe, expect, test } from "vitest";
import { readQuestions } from "~/domain/assessment/exchange/read-questions.server";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import { onlyQuestion, refusals } from "./reading";
import { workbook } from "./workbook";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A zip of one file whose directory may lie of its size. */
function zipOf(entries: { name: string; data: Uint8Array; says?: number }[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, says } of entries) {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(says ?? data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(says ?? data.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    directory.push(central, Buffer.from(name));
    parts.push(local, Buffer.from(name), packed);
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const HEADER = ["Câu hỏi", "Phương án A", "Phương án B", "Phương án C", "Đáp án", "Giải thích", "Văn bản căn cứ"];

describe("spreadsheets", () => {
  const xlsx = (bytes: Uint8Array) => readQuestions(bytes, "xlsx");

  test("a sheet of one's own with the columns that matter", async () => {
    const bytes = await workbook([
      ["Ngân hàng câu hỏi năm 2026"],
      HEADER,
      ["Ai trực?", "Anh An", "Chị Bình", null, "B", "Theo lịch.", "1847/QĐ-TTg"],
      ["Chọn hai", "a", "b", "c", "a; C", null, null],
      ["Đúng không?", null, null, null, "Đúng", "Vì thế", "1847/QĐ-TTg"],
      ["Ghép", "x -> 1", "y -> 2", "-> 3", null, "Vì thế", "1847/QĐ-TTg"],
      [1945, 1, 2, null, true, null, null],
    ]);
    const report = xlsx(bytes);
    expect(report.taken.map(({ question }) => question)).toMatchObject([
      {
        type: "single-choice",
        status: "draft",
        options: [{}, { text: "Chị Bình", correct: true, feedback: "Theo lịch." }],
      },
      {
        type: "multiple-response",
        options: [{ correct: true }, {}, { correct: true }],
        explanation: "Chưa có giải thích.",
      },
      { type: "true-false", answer: true, citation: { document: "1847/QĐ-TTg" } },
      { type: "matching", distractors: ["3"] },
    ]);
    expect(report.taken.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(refusals(report)).toEqual(["7 key-unknown"]);
  });

  test("the template is empty of questions, and holds its lists and its guide", async () => {
    const { content } = await writeQuestions([], "xlsx");
    expect(refusals(xlsx(content))).toEqual(["1 no-questions"]);
    const book = new excel.Workbook();
    await book.xlsx.load(content.buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Câu hỏi", "Hướng dẫn"]);
    expect(book.worksheets[0]!.getCell("B2").dataValidation).toMatchObject({
      type: "list",
      formulae: [
        '"Một đáp án,Nhiều đáp án,Đúng/Sai,Ghép đôi,Thứ tự,Điền chỗ trống,Trả lời ngắn,Số,Tự luận,Tình huống"',
      ],
    });
  });

  test("wrong columns are named", async () => {
    expect(xlsx(await workbook([["Câu hỏi", "Đáp án", "Ghi chú"]])).refused).toMatchObject([
      { line: 1, rule: "xlsx-columns", values: { missing: "Phương án A, Phương án B" } },
    ]);
    expect(refusals(xlsx(await workbook([[...HEADER, "câu hỏi"], ["x"]])))).toEqual(["1 xlsx-column-twice"]);
    const extra = xlsx(
      await workbook([
        [...HEADER, "Ghi chú"],
        ["x", "a", "b", null, "A", null, null, "của tôi"],
      ]),
    );
    expect(extra.notes).toMatchObject([{ rule: "xlsx-column-unknown", values: { column: "Ghi chú" } }]);
    expect(extra.taken).toHaveLength(1);
  });

  test("a formula or an error in a cell refuses its row", async () => {
    const bytes = await workbook([
      HEADER,
      [{ formula: "A9&B9", result: "Ai?" }, "a", "b", null, "A"],
      ["Câu", { error: "#REF!" }, "b", null, "A"],
      ["Tốt", "a", "b", null, "A"],
      ["=1+1 là chữ", "a", null, "c", "A"],
    ]);
    const report = xlsx(bytes);
    expect(refusals(report)).toEqual(["2 formula-cell", "3 error-cell", "5 gap-in-options"]);
    expect(report.refused[0]!.values).toEqual({ cell: "A2" });
    expect(onlyQuestion(report).stem).toBe("Tốt");
  });

  test("old fonts are recognised cell by cell", async () => {
    const report = xlsx(
      await workbook([
        HEADER,
        ["C¸n bé lµm g× tr­íc?", "Tù giíi thiÖu", "Hái tªn", null, "A"],
        ["Ai ký?", "Thủ trưởng", "Là bà", null, "B"],
      ]),
    );
    expect(report.taken.map(({ question }) => question)).toMatchObject([
      { stem: "Cán bộ làm gì trước?", options: [{ text: "Tự giới thiệu" }, { text: "Hỏi tên" }] },
      { stem: "Ai ký?", options: [{ text: "Thủ trưởng" }, { text: "Là bà" }] },
    ]);
    expect(report.conversion).toMatchObject({
      from: "tcvn3",
      samples: [{ line: 2, after: "Cán bộ làm gì trước?" }, {}, {}],
    });
  });

  test("a zip bomb is known by its directory", () => {
    const zeros = new Uint8Array(1024);
    expect(xlsx(zipOf([{ name: "xl/workbook.xml", data: zeros, says: 3_000_000_000 }])).refused).toMatchObject([
      { rule: "xlsx-bomb", values: { size: 2862, limit: 60 } },
    ]);
  });

  test("a zip bomb whose directory lies is stopped where the lie shows", () => {
    const before = process.memoryUsage().rss;
    const bytes = zipOf([{ name: "xl/workbook.xml", data: new Uint8Array(200 * 1024 * 1024), says: 1000 }]);
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(refusals(xlsx(bytes))).toEqual(["1 xlsx-broken"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  }, 20_000);

  test("merged and validated ranges of a whole sheet cost nothing", async () => {
    const bytes = await workbook([HEADER, ["Câu", "a", "b", null, "A"]], (sheet) => {
      (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations.add(
        "A2:XFD1048576",
        {
          type: "list",
          formulae: ['"a,b"'],
        },
      );
    });
    const began = performance.now();
    expect(xlsx(bytes).taken).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test.each([
    ["text", utf8("Câu hỏi;Đáp án"), "xlsx-broken"],
    ["an old .xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "xlsx-password"],
    ["another zip", zipOf([{ name: "a.txt", data: utf8("a") }]), "xlsx-broken"],
    [
      "entities that grow",
      zipOf([{ name: "xl/workbook.xml", data: utf8('<!DOCTYPE x [<!ENTITY a "aa">]><workbook>&a;</workbook>') }]),
      "xlsx-broken",
    ],
  ])("%s is no workbook", (_, bytes, rule) => {
    expect(refusals(xlsx(bytes))).toEqual([`1 ${rule}`]);
  });

  test("a workbook cut off at any place never throws", async () => {
    const bytes = await workbook([HEADER, ["Câu", "a", "b", null, "A"]]);
    for (let length = 0; length < bytes.length; length += 97) expect(xlsx(bytes.slice(0, length)).readable).toBe(false);
    for (let at = 0; at < bytes.length; at += 41) {
      const spoilt = bytes.slice();
      spoilt[at] = spoilt[at]! ^ 255;
      expect(() => xlsx(spoilt)).not.toThrow();
    }
  });
});
