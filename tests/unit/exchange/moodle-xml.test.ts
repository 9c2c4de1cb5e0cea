import { describe, expect, test } from "vitest";
import { answer, named, xml } from "./moodle-pieces";
import { changes, onlyQuestion, read, refusals } from "./reading";

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

  test("other kinds are refused by name, with their lines", () => {
    const report = xml(["calculated", "ddmarker", "ddimageortext"].map((type) => named(type, "")).join("\n"));
    expect(refusals(report)).toEqual([3, 4, 5].map((line) => `${line} kind-not-offered`));
    expect(report.refused[0]).toMatchObject({ values: { kind: "calculated" }, text: "Tên" });
  });

  test("embedded files are refused, combined feedback is said to be lost", () => {
    const file = '<generalfeedback><text>x</text><file name="a.png" encoding="base64">AAAA</file></generalfeedback>';
    expect(refusals(xml(named("essay", file)))).toEqual(["3 embedded-file"]);
    const combined = "<incorrectfeedback><text>Chưa đúng</text></incorrectfeedback>";
    expect(changes(xml(named("truefalse", `${answer("100", "true")}${answer("0", "false")}${combined}`)))).toContain(
      "combined-feedback-lost",
    );
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
