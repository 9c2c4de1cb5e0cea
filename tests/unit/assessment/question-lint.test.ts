import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { LINT_RULES, type LintRule, lintQuestions } from "~/domain/assessment/question-lint";
import { describeLint } from "~/domain/assessment/question-lint-words";
import type { Question } from "~/domain/assessment/question-types";
import {
  dilemma,
  matching,
  numeric,
  ordering,
  question,
  shortAnswer,
  single,
  trueFalse,
} from "../../support/questions";

const rulesOf = (...questions: Question[]) => lintQuestions(questions).map(({ rule }) => rule);

/** A single-choice question whose key is the first of the texts. */
function choice(texts: string[], changes: object = {}, ofOption: (index: number) => object = () => ({})): Question {
  return question({
    ...single("q-1"),
    ...changes,
    options: texts.map((text, index) => ({
      id: String.fromCharCode(97 + index),
      text,
      feedback: `Vì lý do ${index}`,
      ...(index === 0 ? { correct: true } : {}),
      ...ofOption(index),
    })),
  });
}

const plain = ["Báo cáo cấp trên", "Trả lại món quà", "Giữ món quà"];

describe("a single question", () => {
  test("written well is left in peace", () => {
    expect(rulesOf(choice(plain), matching("q-2"), trueFalse("q-3", true))).toEqual([]);
  });

  test("whose key is clearly the longest option; a little longer is nothing", () => {
    const key = "Báo cáo bằng văn bản cho thủ trưởng cơ quan trong thời hạn quy định";
    expect(lintQuestions([choice([key, "Giữ món quà", "Trả lại món quà"])])).toEqual([
      { questionId: "q-1", rule: "longest-key", values: { option: "a", length: key.length, next: 15 } },
    ]);
    expect(rulesOf(choice(["Báo cáo thủ trưởng ngay", "Giữ lại món quà ấy", "Trả lại món quà"]))).toEqual([]);
    expect(rulesOf(choice(["Giữ lại", key, "Trả lại"]))).toEqual([]);
  });

  test.each([
    "Tất cả các phương án trên",
    "Cả a, b, c đều đúng",
    "cả A và B đều đúng",
    "Tất cả đều đúng.",
    "Cả ba ý trên",
    "a và b đúng",
    "All of the above",
  ])("with “%s” gives the key away", (text) => {
    expect(rulesOf(choice([...plain, text]))).toEqual(["all-of-above"]);
    expect(rulesOf(choice([...plain, text], {}, (index) => (index === 3 ? { anchored: true } : {})))).toEqual([
      "all-of-above",
    ]);
  });

  test.each([
    "Không có đáp án nào",
    "Không có phương án nào đúng",
    "Tất cả các câu trên đều sai",
    "None of the above.",
  ])("with “%s” needs it anchored", (text) => {
    expect(rulesOf(choice([...plain, text]))).toEqual(["none-of-above"]);
    expect(rulesOf(choice([...plain, text], {}, (index) => (index === 3 ? { anchored: true } : {})))).toEqual([]);
  });

  test.each(["Tất cả cán bộ đều đúng giờ", "Cả nhóm cùng làm", "Không có ý kiến nào khác", "Các câu hỏi của dân"])(
    "with “%s” speaks of something else",
    (text) => expect(rulesOf(choice([...plain, text]))).toEqual([]),
  );

  test.each([
    ["Việc nào sau đây không phù hợp với Đề án?", "không"],
    ["Ông Năm đến nộp hồ sơ. Phát biểu nào sai?", "sai"],
    ["Công chức phải làm các việc sau, ngoại trừ việc gì?", "ngoại trừ"],
    ["Điều nào chưa đúng? Chọn mọi phương án đúng.", "chưa"],
    ["Which of these is not a gift?", "not"],
  ])("“%s” asks in the negative", (stem, word) => {
    expect(lintQuestions([choice(plain, { stem })])).toEqual([
      { questionId: "q-1", rule: "negative-stem", values: { word } },
    ]);
  });

  test.each([
    "Việc nào sau đây KHÔNG phù hợp với Đề án?",
    "Việc nào sau đây **không** phù hợp?",
    "Chị không nhận quà, không uống rượu bia. Việc làm nào đúng?",
    "Có trường hợp nào được nhận quà không?",
    "Điều nào cùng nhóm với “không được làm”?",
  ])("“%s” does not, or shows it", (stem) => expect(rulesOf(choice(plain, { stem }))).toEqual([]));

  test("with two options that differ in accents, marks and fillers only", () => {
    expect(lintQuestions([choice(["Báo cáo cấp trên.", "bao cáo  cấp trên", "Giữ món quà"])])).toEqual([
      { questionId: "q-1", rule: "duplicate-option", values: { first: "a", second: "b" } },
    ]);
    expect(rulesOf(choice(["Trong 24 giờ", "Trong 48 giờ", "Báo cáo rồi trả", "Trả rồi báo cáo"]))).toEqual([]);
    const pairs = matching("q-2") as Extract<Question, { type: "matching" }>;
    expect(rulesOf(question({ ...pairs, distractors: ["vế phải P1, của q-2"] }))).toEqual(["duplicate-option"]);
  });

  test("with feedback that says no reason", () => {
    const bare = choice(plain, {}, (index) => (index === 1 ? { feedback: "Sai." } : {}));
    expect(lintQuestions([bare])).toEqual([{ questionId: "q-1", rule: "no-feedback", values: { options: "b" } }]);
    const statement = trueFalse("q-3", true) as Extract<Question, { type: "true-false" }>;
    expect(rulesOf({ ...statement, feedback: { whenTrue: "Đúng!", whenFalse: "" } })).toEqual(["no-feedback"]);
    const pairs = matching("q-2") as Extract<Question, { type: "matching" }>;
    expect(rulesOf({ ...pairs, pairs: pairs.pairs.map(({ feedback: _, ...pair }) => pair) })).toEqual(["no-feedback"]);
  });

  test("that cites no document", () => {
    expect(rulesOf({ ...choice(plain), citation: { document: " " } })).toEqual(["no-citation"]);
  });

  test("true or false with an absolute word, unless a document says it so", () => {
    const statement = (stem: string) => question({ ...trueFalse("q-3", false), stem });
    expect(rulesOf(statement("Công chức luôn luôn được từ chối việc."))).toEqual(["absolute-words"]);
    expect(rulesOf(statement("Viên chức không bao giờ được nêu ý kiến."))).toEqual(["absolute-words"]);
    expect(rulesOf(statement("“Luôn mỉm cười” là một trong bốn “luôn luôn”."))).toEqual([]);
    expect(rulesOf(statement("Công chức luôn đúng hẹn."))).toEqual([]);
  });

  test("that is retired is left in peace", () => {
    expect(rulesOf(choice(["Giữ lại", "giu lai"], { status: "retired" }))).toEqual([]);
  });
});

describe("a dilemma", () => {
  const graded = dilemma("q-1") as Extract<Question, { type: "dilemma" }>;

  test("tells of a violation where it is written: in a clause, or in a section to read again", () => {
    expect(lintQuestions([graded])).toEqual([
      { questionId: "q-1", rule: "violation-without-basis", values: { options: "d" } },
    ]);
    const withClause = graded.options.map((option) =>
      option.grade === "violation" ? { ...option, citation: { document: "22/2008/QH12", article: "18" } } : option,
    );
    expect(rulesOf({ ...graded, options: withClause })).toEqual([]);
    expect(rulesOf({ ...graded, remedial: { lesson: "bai-hoc", section: "qua-tang" } })).toEqual([]);
    // A whole lesson says little about where.
    expect(rulesOf({ ...graded, remedial: { lesson: "bai-hoc" } })).toEqual(["violation-without-basis"]);
    expect(rulesOf({ ...graded, options: graded.options.filter(({ grade }) => grade !== "violation") })).toEqual([]);
  });

  test("whose best way is by far the longest gives itself away", () => {
    const told = { ...graded, remedial: { lesson: "bai-hoc", section: "qua-tang" } };
    const [best, ...others] = told.options;
    const long = `${best!.text}, báo cáo bằng văn bản và nộp lại trong thời hạn quy định`;
    expect(rulesOf({ ...told, options: [{ ...best!, text: long }, ...others] })).toEqual(["longest-key"]);
  });
});

describe("a short answer", () => {
  const accepting = (...answers: object[]) => shortAnswer("q-1", undefined, { answers });

  test("of which a single wording is accepted", () => {
    expect(lintQuestions([accepting({ text: "Một cửa" })])).toEqual([
      { questionId: "q-1", rule: "single-answer", values: { text: "Một cửa" } },
    ]);
    expect(rulesOf(accepting({ text: "Một cửa" }, { text: "nhiều cửa", percent: 0 }))).toEqual(["single-answer"]);
  });

  test("with variants, or a star for them, is left in peace", () => {
    expect(rulesOf(accepting({ text: "Một cửa" }, { text: "1 cửa" }))).toEqual([]);
    expect(rulesOf(accepting({ text: "*một cửa*" }))).toEqual([]);
  });
});

test("more than seven steps are too many to put in order", () => {
  const steps = (count: number) =>
    ordering("q-1", undefined, {
      items: Array.from({ length: count }, (_, index) => ({ id: `s${index}`, text: `Bước thứ ${index}` })),
    });
  expect(rulesOf(steps(7))).toEqual([]);
  expect(lintQuestions([steps(8)])).toEqual([{ questionId: "q-1", rule: "many-steps", values: { count: 8, most: 7 } }]);
});

test("a number that is asked for exactly is fine", () => {
  expect(rulesOf(numeric("q-1", undefined, { answers: [{ from: 15, to: 15 }] }))).toEqual([]);
});

describe("a bank", () => {
  const bank = (keys: string[]) => keys.map((key, index) => single(`q-${index + 1}`, "chu-de", key));

  test("whose keys stand mostly in one place; spread over the places it is left in peace", () => {
    const found = lintQuestions(bank("bbbbbbbbbbbbbbabcdac".split("")));
    expect(found).toEqual([
      { questionId: null, rule: "key-position", values: { place: 2, count: 15, expected: 5, total: 20 } },
    ]);
    expect(rulesOf(...bank("abcdabcdabcdabcdabcd".split("")))).toEqual([]);
    expect(rulesOf(...bank("abbdabcdbbcdabcdabcb".split("")))).toEqual([]);
  });

  test("too small to tell", () => expect(rulesOf(...bank("bbbbbbbb".split("")))).toEqual([]));

  test("with statements of which nearly all are false", () => {
    const statements = Array.from({ length: 12 }, (_, index) => trueFalse(`q-${index}`, index === 0));
    expect(lintQuestions(statements)).toEqual([
      { questionId: null, rule: "one-sided-answers", values: { right: 1, wrong: 11, total: 12 } },
    ]);
  });

  test("that was written with care gets little advice: the rules are not noise", () => {
    const folder = "content/courses/van-hoa-cong-vu/bank";
    const questions = readdirSync(folder).flatMap((file) => {
      const bank = parse(readFileSync(`${folder}/${file}`, "utf8")) as {
        topic: string;
        cases?: { id: string }[];
        questions: { case?: string }[];
      };
      return bank.questions.map((each) =>
        question({ topic: bank.topic, ...each, case: bank.cases?.find(({ id }) => id === each.case) }),
      );
    });
    expect(questions.length).toBeGreaterThan(60);
    expect(lintQuestions(questions).length).toBeLessThan(questions.length / 10);
  });
});

test("every rule is said in both languages, with its values filled in", () => {
  const values: Record<LintRule, object> = {
    "duplicate-option": { first: "a", second: "b" },
    "longest-key": { option: "a", length: 90, next: 40 },
    "none-of-above": { option: "d", text: "x" },
    "all-of-above": { option: "d", text: "x" },
    "negative-stem": { word: "không" },
    "absolute-words": { word: "luôn luôn" },
    "no-feedback": { options: "a, b" },
    "no-citation": {},
    "violation-without-basis": { options: "c, d" },
    "single-answer": { text: "Một cửa" },
    "many-steps": { count: 9, most: 7 },
    "key-position": { place: 2, count: 15, expected: 5, total: 20 },
    "one-sided-answers": { right: 1, wrong: 11, total: 12 },
  };
  for (const rule of LINT_RULES) {
    for (const language of ["vi", "en"] as const) {
      const { what, mend } = describeLint({ rule, values: values[rule] as Record<string, string> }, language);
      expect(`${what} ${mend}`).toMatch(/^\p{Lu}.+\.$/u);
      expect(`${what} ${mend}`).not.toMatch(/[{}]/);
    }
  }
});
