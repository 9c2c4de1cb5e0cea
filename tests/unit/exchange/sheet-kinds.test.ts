import { describe, expect, test } from "vitest";
import { readQuestions } from "~/domain/assessment/exchange/read-questions.server";
import { remarkLine } from "~/domain/assessment/exchange/words/describe";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import { readGapOptions } from "~/domain/assessment/exchange/xlsx/cell-words";
import { dilemma, matching, ordering } from "../../support/questions";
import { changes, onlyQuestion, refusals } from "./reading";
import { workbook } from "./workbook";

const NAMES = { type: "Loại câu hỏi", stem: "Câu hỏi", key: "Đáp án", a: "Phương án A", b: "Phương án B", c: "Phương án C", d: "Phương án D", forA: "Nhận xét A", forB: "Nhận xét B", passage: "Đoạn có chỗ trống", wrong: "Nhận xét khi sai", unit: "Đơn vị", exact: "Phân biệt", words: "Số từ tối thiểu", scoring: "Cách chấm", marks: "Điểm", critical: "Câu điểm liệt", hints: "Gợi ý", lesson: "Bài học", remedial: "Bài phải học lại", case: "Mã tình huống", caseTitle: "Tên tình huống", caseText: "Nội dung tình huống" } as const; // prettier-ignore

type Row = Partial<Record<keyof typeof NAMES, string | number>>;

/** What a sheet with these rows comes to; the first is row 2. */
async function sheet(...rows: Row[]) {
  const keys = Object.keys(NAMES) as (keyof typeof NAMES)[];
  const cells = rows.map((row) => keys.map((key) => row[key] ?? null));
  return readQuestions(await workbook([Object.values(NAMES), ...cells]), "xlsx");
}

describe("kinds in a spreadsheet", () => {
  test("an order: options in their right order", async () => {
    const steps = { a: "Nhận", b: "Xem", c: "Trả" };
    expect(onlyQuestion(await sheet({ type: "Thứ tự", stem: "Xếp.", ...steps, scoring: "Trọn vẹn" }))).toMatchObject({
      type: "ordering",
      items: [{ text: "Nhận" }, { text: "Xem" }, { text: "Trả" }],
      scoring: "all-or-nothing",
    });
    expect(refusals(await sheet({ type: "Thứ tự", stem: "Xếp.", ...steps, key: "B, A, C" }))).toEqual([
      "2 key-unknown",
    ]);
  });

  test("gaps: a column each, the right option with a star", async () => {
    const row = { type: "Điền chỗ trống", a: "tôn trọng* / né tránh", b: "ở nhà / mọi nơi*", forB: "Chưa. / -" };
    const whole = await sheet({ ...row, stem: "Chọn từ.", passage: "Phải [[1]] dân ở [[2]]." });
    expect(onlyQuestion(whole)).toMatchObject({
      type: "inline-choice",
      stem: "Chọn từ.",
      text: "Phải [[1]] dân ở [[2]].",
      gaps: [
        { options: [{ text: "tôn trọng", correct: true }, { text: "né tránh" }] },
        {
          options: [
            { text: "ở nhà", feedback: "Chưa." },
            { text: "mọi nơi", correct: true },
          ],
        },
      ],
    });
    expect(onlyQuestion(await sheet({ ...row, stem: "Phải [[1]] dân ở [[2]]." }))).toMatchObject({
      stem: "Chọn từ ngữ thích hợp cho mỗi chỗ trống.",
      text: "Phải [[1]] dân ở [[2]].",
    });
    const faults = await sheet(
      { ...row, stem: "Không có chỗ trống." },
      { ...row, stem: "Ba: [[1]] [[2]] [[3]]." },
      { ...row, stem: "[[1]] [[2]]", b: "ở nhà / mọi nơi" },
      { ...row, stem: "[[1]] [[2]]", forB: "Chưa." },
      { ...row, stem: "Chỉ [[1]]." },
    );
    expect(refusals(faults)).toEqual([
      "2 no-gap",
      "3 gap-without-choice",
      "4 gap-options-unclear",
      "5 gap-options-unclear",
      "6 question-invalid",
    ]);
  });

  test("signs of a gap can be written as text", () => {
    expect(readGapOptions(String.raw`và/hoặc* / a \/ b / c\* / d\\`, String.raw`\- / - / x / y`)).toEqual([
      { text: "và/hoặc", weight: 100, feedback: "-" },
      { text: "a / b", weight: 0, feedback: "" },
      { text: "c*", weight: 0, feedback: "x" },
      { text: "d\\", weight: 0, feedback: "y" },
    ]);
  });

  test("short answers: accepted variants, some for a part of the marks", async () => {
    const row = { type: "Trả lời ngắn", stem: "Ở đâu?", a: "Một cửa", b: "*cửa*", wrong: "Xem lại." };
    expect(onlyQuestion(await sheet({ ...row, key: "B 33,5%", exact: "Hoa thường và dấu" }))).toMatchObject({
      type: "short-answer",
      answers: [
        { text: "Một cửa", percent: 100 },
        { text: "*cửa*", percent: 33.5 },
      ],
      caseMatters: true,
      accentsMatter: true,
      wrongFeedback: "Xem lại.",
    });
    const faults = await sheet({ ...row, key: "B" }, { ...row, key: "C 50%" }, { ...row, key: "A 0%, B 0%" });
    expect(refusals(faults)).toEqual(["2 percent-unclear", "3 percent-unclear", "4 question-invalid"]);
  });

  test("numbers: one, a range, with a comma, in the column of the key", async () => {
    const row = { type: "Số", stem: "Mấy ngày?", unit: "ngày" };
    const report = await sheet(
      { ...row, a: 3, b: "2,5 đến 5", key: "B 50%" },
      { ...row, key: "2..4" },
      { ...row, a: "1.500" },
      { ...row, a: "vài" },
      { ...row, a: "5..2" },
    );
    expect(report.taken.map(({ question }) => question)).toMatchObject([
      {
        type: "numeric",
        unit: "ngày",
        answers: [
          { from: 3, to: 3 },
          { from: 2.5, to: 5, percent: 50 },
        ],
      },
      { answers: [{ from: 2, to: 4 }] },
      { answers: [{ from: 1.5, to: 1.5 }] },
    ]);
    expect(changes(report)).toContain("number-read-as");
    expect(refusals(report)).toEqual(["5 not-a-number", "6 not-a-number"]);
  });

  test("essays", async () => {
    expect(onlyQuestion(await sheet({ type: "Tự luận", stem: "Kể lại.", words: 50 }))).toMatchObject({
      type: "reflection",
      minWords: 50,
    });
    expect(refusals(await sheet({ type: "Tự luận", stem: "Kể lại.", a: "x" }))).toEqual(["2 options-unwanted"]);
  });

  test("dilemmas: a grade for each way to act", async () => {
    const ways = { a: "Từ chối", b: "Hỏi", c: "Im lặng", d: "Nhận", forA: "Đúng mực." };
    const row = { type: "Tình huống", stem: "Được biếu quà.", ...ways };
    const key = "A tốt nhất, B: chấp nhận được; C rủi ro, D vi phạm";
    const report = await sheet({ ...row, key, remedial: "bai-qua#muc-hai" });
    expect(onlyQuestion(report)).toMatchObject({
      type: "dilemma",
      options: [
        { grade: "best", consequence: "Đúng mực." },
        { grade: "acceptable" },
        { grade: "risky" },
        { grade: "violation" },
      ],
      remedial: { lesson: "bai-qua", section: "muc-hai" },
    });
    const faults = await sheet(
      { ...row, key },
      { ...row, key: "A" },
      { ...row, key: "A tốt nhất, B tốt, C rủi ro, D vi phạm" },
    );
    expect(refusals(faults)).toEqual(["2 question-invalid", "3 grades-unclear", "4 grades-unclear"]);
    expect(remarkLine(faults.refused[0]!, "vi")).toContain("vì có phương án là vi phạm");
  });

  test("marks, critical questions, hints", async () => {
    const row = { type: "Đúng/Sai", stem: "Đúng không?", key: "Đúng" };
    const report = await sheet(
      { ...row, marks: "0,5", critical: "Có", hints: "Một\nHai" },
      { ...row, critical: "không" },
    );
    expect(report.taken.map(({ question }) => question)).toMatchObject([
      { marks: 0.5, critical: true, hints: ["Một", "Hai"] },
      { marks: 1, critical: false },
    ]);
  });

  test("a case is told in one row and named in others", async () => {
    const row = { type: "Đúng/Sai", stem: "Đúng không?", key: "Đúng" };
    const report = await sheet(
      { ...row, case: "tc-1" },
      { ...row, case: "tc-1", caseTitle: "Tiếp dân", caseText: "Trời mưa." },
      { ...row, case: "tc-1", caseText: "Trời nắng." },
      { ...row, case: "tc-9" },
      { ...row, caseText: "Một buổi sáng." },
    );
    expect(report.taken.map(({ question }) => question.case)).toEqual([
      { id: "tc-1", title: "Tiếp dân", text: "Trời mưa." },
      { id: "tc-1", title: "Tiếp dân", text: "Trời mưa." },
      { id: "mot-buoi-sang", title: "Một buổi sáng.", text: "Một buổi sáng." },
    ]);
    expect(refusals(report)).toEqual(["4 case-differs", "5 case-unknown"]);
  });

  test("what the columns do not hold is told when it is written", async () => {
    const options = ["best", "acceptable"].map((grade, index) => ({ id: "ab"[index], text: grade, grade, consequence: "x", citation: { document: "26/CT-TTg" } })); // prettier-ignore
    const questions = [
      dilemma("q-1", undefined, { options }),
      matching("q-2"),
      ordering("q-3", undefined, { hints: ["a\nb"] }),
    ];
    const { lost } = await writeQuestions(questions, "xlsx");
    expect(lost.map(({ id, rule }) => `${id} ${rule}`)).toEqual(["q-1 option-citation-lost", "q-3 hint-lines-joined"]);
  });
});
