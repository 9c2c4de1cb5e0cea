import { describe, expect, test } from "vitest";
import { readMoodleXml } from "~/domain/assessment/exchange/moodle-xml/read-moodle-xml";
import { changes, onlyQuestion, read, refusals } from "./reading";

const quiz = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${inner}\n</quiz>\n`;
const named = (type: string, inner: string) =>
  `<question type="${type}"><name><text>Tên</text></name><questiontext format="html"><text><![CDATA[<p>Câu hỏi <b>nào</b>?</p>]]></text></questiontext>${inner}</question>`;
const answer = (fraction: string, text: string, feedback = "") =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${feedback}</text></feedback></answer>`;
const xml = (inner: string) => read(quiz(inner), "moodle-xml");

describe("Moodle XML", () => {
  test("single choice in HTML, with category, id and tags", () => {
    const report = xml(`<question type="category"><category><text>$course$/top/Trang phục</text></category></question>
${named(
  "multichoice",
  `<generalfeedback format="html"><text>&lt;p&gt;Vì &amp;amp; thế&lt;/p&gt;</text></generalfeedback><idnumber>tp-01</idnumber>
  <single>true</single>${answer("100", "<![CDATA[<p>Đeo thẻ</p>]]>", "Đúng")}${answer("0", "Cất thẻ", "Chưa đúng")}
  <tags><tag><text>document:1847/QĐ-TTg</text></tag><tag><text>difficulty:hard</text></tag></tags>`,
)}`);
    expect(onlyQuestion(report)).toMatchObject({
      id: "tp-01",
      topic: "trang-phuc",
      difficulty: "hard",
      stem: "Câu hỏi nào?",
      explanation: "Vì & thế",
      citation: { document: "1847/QĐ-TTg" },
      options: [
        { text: "Đeo thẻ", feedback: "Đúng", correct: true },
        { text: "Cất thẻ", feedback: "Chưa đúng" },
      ],
    });
    expect(report.taken[0]).toMatchObject({ line: 4, title: "Tên" });
    expect(changes(report)).toEqual(["format-lost"]);
  });

  test("multiple response, true/false and matching", () => {
    const report = xml(
      [
        named("multichoice", `<single>false</single>${answer("50", "a")}${answer("50", "b")}${answer("-50", "c")}`),
        named("truefalse", answer("0", "true", "Sai rồi") + answer("100", "false", "Phải")),
        named(
          "matching",
          ["A|a", "B|b", "|c"]
            .map((pair) => pair.split("|"))
            .map(
              ([left, right]) =>
                `<subquestion format="html"><text>${left}</text><answer><text>${right}</text></answer></subquestion>`,
            )
            .join(""),
        ),
      ].join("\n"),
    );
    expect(report.taken.map(({ question }) => question)).toMatchObject([
      { type: "multiple-response", options: [{ correct: true }, { correct: true }, {}] },
      { type: "true-false", answer: false, feedback: { whenTrue: "Sai rồi", whenFalse: "Phải" } },
      {
        type: "matching",
        pairs: [
          { left: "A", right: "a" },
          { left: "B", right: "b" },
        ],
        distractors: ["c"],
      },
    ]);
  });

  test("short answers and numbers are read in full and refused by name, with their lines", () => {
    const text = quiz(
      [
        named("shortanswer", `<usecase>1</usecase>${answer("100", "Hà Nội", "Đúng")}${answer("50", "Hanoi")}`),
        named(
          "numerical",
          `${answer("100", "5").replace("</answer>", "<tolerance>0.5</tolerance></answer>")}${answer("0", "*", "Sai")}`,
        ),
        named("essay", ""),
        named("description", ""),
        named("cloze", ""),
        named("ddwtos", ""),
      ].join("\n"),
    );
    expect(readMoodleXml(text).questions).toMatchObject([
      {
        kind: "short-answer",
        caseMatters: true,
        answers: [{ text: "Hà Nội", weight: 100, feedback: "Đúng" }, { weight: 50 }],
      },
      { kind: "numerical", answers: [{ range: { from: 4.5, to: 5.5 } }], wrongFeedback: "Sai" },
      { kind: "essay" },
      { kind: "description" },
      { kind: "cloze" },
      { kind: "other", name: "ddwtos" },
    ]);
    const report = read(text, "moodle-xml");
    expect(refusals(report)).toEqual([3, 4, 5, 6, 7, 8].map((line) => `${line} kind-not-offered`));
    expect(report.refused[0]!.text).toBe("Tên");
  });

  test("embedded files are refused, hints are said to be lost", () => {
    expect(
      refusals(
        xml(
          named(
            "essay",
            '<generalfeedback><text>x</text><file name="a.png" encoding="base64">AAAA</file></generalfeedback>',
          ),
        ),
      ),
    ).toEqual(["3 embedded-file"]);
    expect(
      changes(
        xml(named("truefalse", `${answer("100", "true")}${answer("0", "false")}<hint><text>Gợi ý</text></hint>`)),
      ),
    ).toContain("hints-lost");
    expect(refusals(xml(named("truefalse", answer("0", "true") + answer("0", "false"))))).toEqual([
      "3 xml-unknown-answer",
    ]);
  });

  test.each([
    ["not closed", "<quiz><question type='essay'>", "1 xml-broken"],
    ["an element closed by another", "<quiz>\n<question></quiz>", "2 xml-broken"],
    ["an unknown entity", "<quiz>\n&nosuch;</quiz>", "2 xml-broken"],
    ["not of Moodle", "<html></html>", "1 xml-no-quiz"],
    ["no XML at all", "Câu hỏi", "1 xml-broken"],
    [
      "entities that grow",
      '<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<quiz>&b;</quiz>',
      "1 xml-doctype",
    ],
    ["nested without end", "<quiz>".repeat(5000), "1 xml-broken"],
    ["no question", "<quiz></quiz>", "1 no-questions"],
  ])("a file that is %s is refused as a whole", (_, text, refusal) => {
    const report = read(text, "moodle-xml");
    expect(report).toMatchObject({ readable: false, taken: [] });
    expect(refusals(report)).toEqual([refusal]);
  });
});
