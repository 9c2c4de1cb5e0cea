import { describe, expect, test } from "vitest";
import { answer, named, xml } from "./moodle-pieces";
import { changes, onlyQuestion, refusals } from "./reading";

describe("Moodle XML: kinds", () => {
  test("short answers, numbers with tolerance and unit, essays", () => {
    const unit = (name: string, factor: number) =>
      `<unit><multiplier>${factor}</multiplier><unit_name>${name}</unit_name></unit>`;
    const report = xml(
      [
        named("shortanswer", `<usecase>1</usecase>${answer("100", "Hà Nội", "Đúng")}${answer("50", "Hanoi")}`),
        named(
          "numerical",
          `${answer("100", "5").replace("</answer>", "<tolerance>0.5</tolerance></answer>")}${answer("0", "*", "Sai")}
          <units>${unit("ngày", 1)}${unit("giờ", 8)}</units>`,
        ),
        named("essay", "<minwordlimit>50</minwordlimit><graderinfo><text>Chấm ý</text></graderinfo>"),
      ].join("\n"),
    );
    expect(report.taken.map(({ question }) => question)).toMatchObject([
      {
        type: "short-answer",
        caseMatters: true,
        answers: [{ text: "Hà Nội", percent: 100, feedback: "Đúng" }, { percent: 50 }],
      },
      { type: "numeric", answers: [{ from: 4.5, to: 5.5 }], unit: "ngày", wrongFeedback: "Sai" },
      { type: "reflection", minWords: 50 },
    ]);
    expect(changes(report)).toContain("units-lost");
    expect(changes(report)).toContain("essay-unmarked");
    expect(refusals(xml(named("numerical", answer("100", "năm"))))).toEqual(["3 not-a-number"]);
    expect(refusals(xml(named("numerical", answer("100", "*"))))).toEqual(["3 any-number-right"]);
  });

  test("an order has its places as weights", () => {
    const order = (grading: string, select = "ALL") =>
      xml(
        named(
          "ordering",
          `<selecttype>${select}</selecttype><gradingtype>${grading}</gradingtype>${answer("2.0000000", "Trả")}${answer("1.0000000", "Nhận")}`,
        ),
      );
    expect(onlyQuestion(order("ABSOLUTE_POSITION"))).toMatchObject({
      type: "ordering",
      items: [{ text: "Nhận" }, { text: "Trả" }],
      scoring: "partial",
    });
    expect(onlyQuestion(order("ALL_OR_NOTHING"))).toMatchObject({ scoring: "all-or-nothing" });
    expect(changes(order("ALL_OR_NOTHING"))).not.toContain("order-marking-changed");
    expect(changes(order("LONGEST_ORDERED_SUBSET"))).toContain("order-marking-changed");
    expect(changes(order("ABSOLUTE_POSITION", "RANDOM"))).toContain("order-marking-changed");
  });

  test.each([
    ["gapselect", "selectoption"],
    ["ddwtos", "dragbox"],
  ])("%s: choices are numbered through the whole question and stand in groups", (type, element) => {
    const choice = (text: string, group: number) =>
      `<${element}><text>${text}</text><group>${group}</group></${element}>`;
    const choices = [choice("tôn trọng", 1), choice("mọi nơi", 2), choice("né tránh", 1), choice("nơi ở", 2)].join("");
    const asked = (text: string) =>
      `<question type="${type}"><questiontext format="html"><text><![CDATA[<p>${text}</p>]]></text></questiontext>${choices}</question>`;
    expect(onlyQuestion(xml(asked("Ở [[2]] phải [[1]] dân.")))).toMatchObject({
      type: "inline-choice",
      stem: "Chọn từ ngữ thích hợp cho mỗi chỗ trống.",
      text: "Ở [[1]] phải [[2]] dân.",
      gaps: [
        { id: "1", options: [{ text: "mọi nơi", correct: true }, { text: "nơi ở" }] },
        { id: "2", options: [{ text: "tôn trọng", correct: true }, { text: "né tránh" }] },
      ],
    });
    expect(refusals(xml(asked("Ở [[9]] dân.")))).toEqual(["3 gap-without-choice"]);
    expect(refusals(xml(asked("Ở đâu?")))).toEqual(["3 no-gap"]);
  });

  test("a cloze of choices alone is a text with gaps", () => {
    const cloze = (text: string) =>
      xml(
        `<question type="cloze"><questiontext format="html"><text><![CDATA[<p>${text}</p>]]></text></questiontext></question>`,
      );
    const report = cloze(
      String.raw`Phải {1:MULTICHOICE:né tránh#Chưa.~=tôn trọng &amp; lắng nghe#Đúng \#1~%0%cười \}:\~} dân ở {2:MC:=mọi nơi~nhà}.`,
    );
    expect(onlyQuestion(report)).toMatchObject({
      type: "inline-choice",
      text: "Phải [[1]] dân ở [[2]].",
      gaps: [
        {
          options: [
            { text: "né tránh", feedback: "Chưa." },
            { text: "tôn trọng & lắng nghe", correct: true, feedback: "Đúng #1" },
            { text: "cười }:~" },
          ],
        },
        { options: [{ text: "mọi nơi", correct: true }, { text: "nhà" }] },
      ],
    });
    expect(changes(report)).toContain("gaps-levelled");
    expect(refusals(cloze("Thủ đô: {1:SHORTANSWER:=Hà Nội}"))).toEqual(["3 cloze-kinds"]);
    expect(refusals(cloze("Không có gì."))).toEqual(["3 no-gap"]);
    expect(refusals(cloze("Hai {1:MC:=a~=b}."))).toEqual(["3 two-right-answers"]);
  });

  test("a description is a case that questions name by a tag", () => {
    const report = xml(
      `${named("description", "<idnumber>tc-1</idnumber>")}\n${named(
        "truefalse",
        `${answer("100", "true")}${answer("0", "false")}<tags><tag><text>case:tc-1</text></tag></tags>`,
      )}`,
    );
    expect(report.cases).toMatchObject([{ case: { id: "tc-1", title: "Tên", text: "Câu hỏi nào?" }, line: 3 }]);
    expect(onlyQuestion(report).case).toEqual({ id: "tc-1", title: "Tên", text: "Câu hỏi nào?" });
  });

  test("marks and hints are Moodle's own, and weights are levels of a dilemma where a tag says so", () => {
    const dilemma = xml(
      named(
        "multichoice",
        `<defaultgrade>2.5000000</defaultgrade><penalty>0.3333333</penalty><single>true</single>
        ${answer("100", "Từ chối", "a")}${answer("50", "Hỏi", "b")}${answer("0", "Im lặng", "c")}${answer("-100", "Nhận", "d")}
        <hint format="html"><text>&lt;p&gt;Xem Điều 5&lt;/p&gt;</text></hint><hint><text></text></hint>
        <tags><tag><text>kind:dilemma</text></tag><tag><text>lesson:bai-qua</text></tag></tags>`,
      ),
    );
    expect(onlyQuestion(dilemma)).toMatchObject({
      type: "dilemma",
      marks: 2.5,
      hints: ["Xem Điều 5"],
      options: ["best", "acceptable", "risky", "violation"].map((grade) => ({ grade })),
    });
    expect(changes(dilemma)).toEqual(["format-lost", "filled-in", "topic-unsorted"]);
    const dear = xml(
      named("truefalse", `<defaultgrade>100</defaultgrade>${answer("100", "true")}${answer("0", "false")}`),
    );
    expect(onlyQuestion(dear).marks).toBe(1);
    expect(changes(dear)).toContain("value-unknown");
  });
});
