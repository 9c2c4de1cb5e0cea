import { describe, expect, test } from "vitest";
import { check, checkBody, FRONT_MATTER, places, sentences } from "./lesson-under-test";

const situation = (inside: string, props = 'id="th-1" tieude="Một việc"') =>
  `<TinhHuong ${props}>\n\n${inside}\n\n</TinhHuong>`;
const choice = (level = "tot", inside = "Vì thế.") =>
  `<PhuongAn muc="${level}" nhan="Làm">\n\n${inside}\n\n</PhuongAn>\n\n`;
const check4 = (inside: string, props = 'id="kt-1" cau="Hỏi gì?"') => `<KiemTra ${props}>\n\n${inside}\n\n</KiemTra>`;
const option = (right = "", inside = "Nhận xét.") => `<LuaChon nhan="A"${right}>\n\n${inside}\n\n</LuaChon>\n\n`;

const FOUND: [name: string, body: string, found: string[]][] = [
  ["a situation with two choices", situation(`Có một việc.\n\n${choice()}${choice("rui-ro")}`), []],
  ["a situation with one choice", situation(`Có một việc.\n\n${choice()}`), ["1:1 option-count"]],
  ["a situation with seven choices", situation(`Có một việc.\n\n${choice().repeat(7)}`), ["1:1 option-count"]],
  ["a situation without a story", situation(`${choice()}${choice()}`), ["1:1 empty-text"]],
  ["a level that is none", situation(`Việc.\n\n${choice("tốt")}${choice()}`), ["5:11 prop-value"]],
  ["a choice without consequence", situation(`Việc.\n\n${choice("tot", "")}${choice()}`), ["5:1 empty-text"]],
  ["a choice on its own", choice(), ["1:1 component-place"]],
  [
    "a situation in a note",
    `<GhiNho>\n\n${situation(`Việc.\n\n${choice()}${choice()}`)}\n\n</GhiNho>`,
    ["3:1 component-place"],
  ],
  ["a situation without id", situation(`Việc.\n\n${choice()}${choice()}`, 'tieude="Một việc"'), ["1:1 missing-prop"]],
  [
    "a situation with an id of the platform",
    situation(`Việc.\n\n${choice()}${choice()}`, 'id="muc-a" tieude="Một việc"'),
    ["1:12 prop-value"],
  ],
  ["an empty title", situation(`Việc.\n\n${choice()}${choice()}`, 'id="th-1" tieude=" "'), ["1:22 prop-value"]],
  ["a title without value", situation(`Việc.\n\n${choice()}${choice()}`, 'id="th-1" tieude'), ["1:22 prop-value"]],
  [
    "a repeated prop",
    situation(`Việc.\n\n${choice()}${choice()}`, 'id="th-1" tieude="A" tieude="B"'),
    ["1:33 prop-repeated"],
  ],
  [
    "a misspelt prop",
    situation(`Việc.\n\n${choice()}${choice()}`, 'id="th-1" tieudee="A"'),
    ["1:1 missing-prop", "1:22 unknown-prop"],
  ],
  ["a check with one right choice", check4(option(" dung") + option()), []],
  ["a check without a right choice", check4(option() + option()), ["1:1 one-right-answer"]],
  ["a check with two right choices", check4(option(" dung") + option(" dung")), ["1:1 one-right-answer"]],
  ["a check with one choice", check4(option(" dung")), ["1:1 option-count"]],
  ["a check with text between", check4(`${option(" dung")}Chữ.\n\n${option()}`), ["9:1 component-content"]],
  ["a right choice by value", check4(`${option(' dung="true"')}${option()}`), ["3:19 prop-value"]],
  ["a check without comments", check4(option(" dung", "") + option()), ["3:1 empty-text"]],
  ["a check in a note", `<LuuY>\n\nChữ.\n\n${check4(option(" dung") + option())}\n\n</LuuY>`, ["5:1 component-place"]],
  [
    "ids that repeat",
    `${check4(option(" dung") + option())}\n\n${check4(option(" dung") + option())}`,
    ["19:1 id-duplicate"],
  ],
  ["a citation in a sentence", 'Theo <CanCu so="1847/QĐ-TTg" noidung="Trang phục" />.', []],
  ["a citation in a table", '| a | b |\n|---|---|\n| c <CanCu so="1847/QĐ-TTg" /> | d |', []],
  ["a citation on its own", '<CanCu so="1847/QĐ-TTg" />', ["1:1 component-place"]],
  ["a citation in a heading", '## Mục <CanCu so="1847/QĐ-TTg" />', ["1:8 component-place"]],
  ["a citation in a link", '[a <CanCu so="1847/QĐ-TTg" />](https://a.vn)', ["1:4 component-place"]],
  ["a citation with content", 'Theo <CanCu so="1847/QĐ-TTg">chữ</CanCu>.', ["1:6 component-content"]],
  ["a citation without document", 'Theo <CanCu dieu="1" />.', ["1:6 missing-prop"]],
  ["a document that is not registered", 'Theo <CanCu so="1874/QĐ-TTg" />.', ["1:6 document-unregistered"]],
  ["a document that has expired", 'Theo <CanCu so="733/QĐ-TTg" />.', ["1:6 document-expired"]],
  ["dos and don'ts", "<NenTranh>\n\n<Nen>\n\na\n\n</Nen>\n\n<Tranh>\n\nb\n\n</Tranh>\n\n</NenTranh>", []],
  ["dos without don'ts", "<NenTranh>\n\n<Nen>\n\na\n\n</Nen>\n\n</NenTranh>", ["1:1 option-count"]],
  ["steps", "<CacBuoc>\n\n1. a\n2. b\n\n</CacBuoc>", []],
  ["steps that are not numbered", "<CacBuoc>\n\n- a\n- b\n\n</CacBuoc>", ["1:1 component-content"]],
  ["a term on one line", '<ThuatNgu tu="Văn hóa">Là thế.</ThuatNgu>', []],
  ["a component in a sentence", "Chữ <GhiNho>a</GhiNho> chữ.", ["1:5 component-place"]],
  ["a component in a list", "- <GhiNho>\n  a\n  </GhiNho>", ["1:3 component-place"]],
  ["a first-level heading", "# Bài", ["1:1 heading-level-one"]],
  ["a first-level heading underlined", "Bài\n===", ["1:1 heading-level-one"]],
  ["a fourth-level heading", "## A\n\n#### B", ["3:1 heading-too-deep"]],
  ["a third level first", "### A\n\n## B", ["1:1 heading-order"]],
  ["a heading without words", "##", ["1:1 heading-empty"]],
  ["headings of the same words", "## A\n\nb\n\n## A", []],
  ["a row with a cell too few", "| a | b |\n|---|---|\n| c |", ["3:1 table-columns"]],
  ["a table right under a sentence, as GitHub's Markdown has it", "Chữ\n| a | b |\n|---|---|\n| c | d |", []],
  ["a table with a pipe in a cell", "| a | b |\n|---|---|\n| c \\| d | `e \\| f` |", []],
];

describe("the structure of a lesson", () => {
  test.each(FOUND)("%s", (_name, body, found) => {
    const { problems } = checkBody(body);
    expect(places(problems)).toEqual(found);
    for (const sentence of problems.flatMap(sentences)) {
      expect(`${sentence.what} ${sentence.mend}`).not.toMatch(/\{\w+\}|phrase:|undefined/);
      expect(sentence.mend).not.toBe("");
    }
  });

  test("a mistyped number is met with the one that was meant, an expired document with its successor", () => {
    const [typo] = checkBody('Theo <CanCu so="1874/QĐ-TTg" />.').problems;
    expect(sentences(typo!)[0]!.mend).toContain("Có phải là “1847/QĐ-TTg”?");
    const [old] = checkBody('Theo <CanCu so="733/QĐ-TTg" />.').problems;
    expect(sentences(old!)[0]!.mend).toContain("Viện dẫn văn bản đang có hiệu lực (1847/QĐ-TTg).");
  });

  test("everything cited is known, front matter and text", () => {
    const { lesson } = checkBody('Theo <CanCu so="80/2025/QH15" dieu="14" khoan="2" />.');
    expect(lesson!.citations).toEqual([
      { document: "1847/QĐ-TTg" },
      { document: "80/2025/QH15", article: "14", clause: "2" },
    ]);
  });
});

describe("front matter", () => {
  const edit = (from: string | RegExp, to: string) => check(`${FRONT_MATTER.replace(from, to)}Chữ.\n`).problems;

  test.each([
    [
      "an unknown key",
      "summary:",
      "sumary:",
      [
        { line: 2, column: 1, rule: "missing-key" },
        { line: 4, column: 1, rule: "unknown-key" },
      ],
    ],
    ["a day that is none", "2026-11-10", "2026-13-10", [{ line: 9, column: 13, rule: "wrong-value" }]],
    ["a day in another form", "2027-11-10", "10/11/2027", [{ line: 11, column: 16, rule: "wrong-value" }]],
    [
      "a review that ends before it begins",
      "2027-11-10",
      "2025-11-10",
      [{ line: 11, column: 16, rule: "review-order" }],
    ],
    ["another id than the file's", "id: thu", "id: khac", [{ line: 2, column: 5, rule: "lesson-id-mismatch" }]],
    [
      "a document that is not registered",
      "1847/QĐ-TTg",
      "1/QĐ",
      [{ line: 8, column: 17, rule: "document-unregistered" }],
    ],
    ["no objectives", "objectives:\n  - Thử", "objectives: []", [{ line: 5, column: 13, rule: "wrong-value" }]],
    [
      "a key twice",
      "title: Bài thử",
      "title: Bài thử\ntitle: Hai",
      [{ line: 4, column: 1, rule: "yaml-duplicate-key" }],
    ],
    ["an anchor", "title: Bài thử", "title: &a Bài thử", [{ line: 3, column: 11, rule: "yaml-alias" }]],
    ["a tag that runs", "title: Bài thử", "title: !!js/function 'x'", [{ line: 3, column: 22, rule: "yaml-tag" }]],
    ["a colon without quotes", "title: Bài thử", "title: Bài: thử", [{ line: 3, column: 8, rule: "yaml-syntax" }]],
  ])("%s", (_name, from, to, found) => {
    const problems = edit(from, to);
    expect(problems).toMatchObject(found);
    expect(problems).toHaveLength(found.length);
  });

  test("a review that is overdue is a warning: it hinders nothing", () => {
    const { lesson, problems } = check(
      `${FRONT_MATTER.replace("2026-11-10", "2025-01-10").replace("2027-11-10", "2026-01-10")}Chữ.\n`,
    );
    expect(problems).toMatchObject([{ line: 11, rule: "review-overdue", severity: "warning" }]);
    expect(lesson).not.toBeNull();
  });
});
