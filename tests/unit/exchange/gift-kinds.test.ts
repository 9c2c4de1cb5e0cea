import { describe, expect, test } from "vitest";
import { writeGift } from "~/domain/assessment/exchange/gift/write-gift";
import { remarkLine } from "~/domain/assessment/exchange/words/describe";
import { dilemma, inlineChoice, ordering, reflection } from "../../support/questions";
import { changes, onlyQuestion, read, refusals } from "./reading";

const gift = (text: string) => read(text, "gift");

describe("GIFT: other kinds", () => {
  test("true and false, the first feedback for who is wrong", () => {
    expect(onlyQuestion(gift("Đúng hay sai?{TRUE#Bạn sai.#Bạn đúng.####Vì thế.}"))).toMatchObject({
      type: "true-false",
      answer: true,
      feedback: { whenTrue: "Bạn đúng.", whenFalse: "Bạn sai." },
      explanation: "Vì thế.",
    });
    expect(onlyQuestion(gift("Đúng hay sai?{F#Bạn sai.#Bạn đúng.}"))).toMatchObject({
      answer: false,
      feedback: { whenTrue: "Bạn sai.", whenFalse: "Bạn đúng." },
    });
  });

  test("matching, with a right side that belongs to none", () => {
    expect(onlyQuestion(gift("Ghép. {\n=Đơn -> Bộ phận một cửa\n=Thư->Văn thư\n= -> Bảo vệ\n}"))).toMatchObject({
      type: "matching",
      pairs: [
        { id: "p1", left: "Đơn", right: "Bộ phận một cửa" },
        { id: "p2", left: "Thư", right: "Văn thư" },
      ],
      distractors: ["Bảo vệ"],
    });
    expect(refusals(gift("Ghép.{=a->b =c}"))).toEqual(["1 pair-without-arrow"]);
  });

  test("numbers: tolerance, range, weights, feedback for wrong ones", () => {
    const report = gift("Bao nhiêu?{#\n=1822:2#Gần đúng\n=%50%1820..1830#Được\n=%-50%7\n~#Sai rồi}");
    expect(onlyQuestion(report)).toMatchObject({
      type: "numeric",
      answers: [
        { from: 1820, to: 1824, percent: 100, feedback: "Gần đúng" },
        { from: 1820, to: 1830, percent: 50, feedback: "Được" },
        { from: 7, to: 7, percent: 0 },
      ],
      wrongFeedback: "Sai rồi",
    });
    expect(changes(report)).toContain("negative-marks-lost");
    expect(onlyQuestion(gift("Số pi?{#3.141..3.142}."))).toMatchObject({
      stem: "Số pi? _____.",
      answers: [{ from: 3.141, to: 3.142 }],
    });
    expect(onlyQuestion(gift("Mấy ngày?{#3}"))).toMatchObject({ answers: [{ from: 3, to: 3 }] });
    expect(onlyQuestion(gift("Mấy ngày?{#=3 =%0%*#Sai}"))).toMatchObject({ wrongFeedback: "Sai" });
    expect(refusals(gift("Bao nhiêu?{#nhiều}"))).toEqual(["1 not-a-number"]);
    expect(refusals(gift("Bao nhiêu?{#5..4}"))).toEqual(["1 not-a-number"]);
    expect(refusals(gift("Bao nhiêu?{#*}"))).toEqual(["1 any-number-right"]);
    expect(refusals(gift("Bao nhiêu?{#%50%3}"))).toEqual(["1 question-invalid"]);
  });

  test("short answers with weights, any words, and feedback for all others; a gap in the sentence", () => {
    expect(onlyQuestion(gift("Thủ đô?{=Hà Nội#Đúng =%80%Hanoi*#Thiếu dấu =%0%*#Không phải}"))).toMatchObject({
      type: "short-answer",
      answers: [
        { text: "Hà Nội", percent: 100, feedback: "Đúng" },
        { text: "Hanoi*", percent: 80, feedback: "Thiếu dấu" },
      ],
      caseMatters: false,
      wrongFeedback: "Không phải",
    });
    expect(onlyQuestion(gift("Nhận ở bộ phận {=một cửa} của xã."))).toMatchObject({
      type: "short-answer",
      stem: "Nhận ở bộ phận _____ của xã.",
      answers: [{ text: "một cửa" }],
    });
    expect(refusals(gift("Thủ đô?{=%50%Hà Nội}"))).toEqual(["1 question-invalid"]);
  });

  test("an essay counts for nothing, and that is said", () => {
    const report = gift("Viết về buổi tiếp dân.{####Xem Điều 5}");
    expect(onlyQuestion(report)).toMatchObject({ type: "reflection", explanation: "Xem Điều 5" });
    expect(changes(report)).toContain("essay-unmarked");
    expect(onlyQuestion(gift("Viết.{}"))).toMatchObject({ type: "reflection", explanation: "Chưa có giải thích." });
  });

  test("weights are levels of a dilemma where a tag says so, and else one right answer", () => {
    const options = "{=Từ chối#Đúng mực. ~%50%Hỏi ý kiến#Chậm. ~Im lặng#Dễ hiểu sai. ~%-100%Nhận#Vi phạm.}";
    const report = gift(`// [tag:kind:dilemma] [tag:remedial:bai-qua#muc-hai]\nĐược biếu quà.${options}`);
    expect(onlyQuestion(report)).toMatchObject({
      type: "dilemma",
      options: [
        { text: "Từ chối", grade: "best", consequence: "Đúng mực." },
        { grade: "acceptable" },
        { grade: "risky" },
        { grade: "violation", consequence: "Vi phạm." },
      ],
      remedial: { lesson: "bai-qua", section: "muc-hai" },
    });
    const plainChoice = gift(`Được biếu quà.${options}`);
    expect(onlyQuestion(plainChoice)).toMatchObject({ type: "single-choice" });
    expect(changes(plainChoice)).toContain("partial-weights-lost");
    const unsaid = gift(`// [tag:kind:dilemma]\nĐược biếu quà.${options}`);
    expect(refusals(unsaid)).toEqual(["2 question-invalid"]);
    expect(remarkLine(unsaid.refused[0]!, "vi")).toContain("remedial phải chỉ ra bài học");
  });

  test("pairs of number and step are an order where a tag says so", () => {
    expect(
      onlyQuestion(gift("// [tag:kind:ordering] [tag:scoring:all-or-nothing]\nXếp.{=2 -> Trả =1 -> Nhận =3 -> Lưu}")),
    ).toMatchObject({
      type: "ordering",
      items: [
        { id: "s1", text: "Nhận" },
        { id: "s2", text: "Trả" },
        { id: "s3", text: "Lưu" },
      ],
      scoring: "all-or-nothing",
    });
    expect(onlyQuestion(gift("Ghép.{=2 -> Trả =1 -> Nhận}"))).toMatchObject({ type: "matching" });
    const words = gift("// [tag:kind:ordering]\nGhép.{=hai -> Trả =một -> Nhận}");
    expect(onlyQuestion(words)).toMatchObject({ type: "matching" });
    expect(changes(words)).toContain("value-unknown");
  });
});

describe("GIFT: cases", () => {
  const story = "::Buổi tiếp dân::Một người đến không hẹn trước.\\nTrời mưa.";

  test("a description is a case, and waits for questions", () => {
    const report = gift(story);
    const id = "buoi-tiep-dan";
    expect(report).toMatchObject({
      readable: true,
      taken: [],
      refused: [],
      cases: [{ case: { id, title: "Buổi tiếp dân", text: "Một người đến không hẹn trước.\nTrời mưa." }, line: 1 }],
      changed: [{ id, rule: "case-unused" }],
    });
    expect(remarkLine(report.changed[0]!, "vi")).toContain("case: buoi-tiep-dan");
  });

  test("questions name it by a tag, before or behind it", () => {
    const report = gift(`// [tag:case:tc-1]\nMột{T}\n\n// [id:tc-1]\n${story}\n\n// [tag:case:TC 1]\nHai{F}`);
    expect(report.taken.map(({ question }) => question.case?.title)).toEqual(["Buổi tiếp dân", "Buổi tiếp dân"]);
    expect(report.refused).toEqual([]);
    expect(changes(report)).not.toContain("case-unused");
  });

  test("one that is not there is told with the one that may be meant, and one that is there twice", () => {
    const report = gift(`// [id:tc-1]\n${story}\n\n// [tag:case:tc-2]\nMột{T}\n\n// [id:tc-1]\nChuyện khác.`);
    expect(refusals(report)).toEqual(["5 case-unknown", "8 duplicate-id"]);
    expect(remarkLine(report.refused[0]!, "vi")).toContain("Có phải là “tc-1”?");
    expect(remarkLine(report.refused[0]!, "en")).toContain("Did you mean “tc-1”?");
  });
});

describe("What GIFT has no field for", () => {
  test("stands in tags", () => {
    const report = gift(
      String.raw`// [tag:marks:2,5] [tag:critical:yes] [tag:hint:Xem Điều 5.] [tag:hint:Dòng một\nDòng hai] [tag:unit:ngày]
Mấy ngày?{#3####Vì thế.}`,
    );
    expect(onlyQuestion(report)).toMatchObject({
      marks: 2.5,
      critical: true,
      hints: ["Xem Điều 5.", "Dòng một\nDòng hai"],
      unit: "ngày",
    });
    expect(onlyQuestion(gift("// [tag:exact:case,accents]\nAi?{=Bà Ế}"))).toMatchObject({
      caseMatters: true,
      accentsMatter: true,
    });
  });

  test("and a tag that says nothing sensible is told", () => {
    const report = gift("// [tag:marks:nhiều] [tag:critical:hơi]\nCâu?{T####Vì.}");
    expect(onlyQuestion(report)).toMatchObject({ marks: 1, critical: false });
    expect(changes(report).filter((rule) => rule === "value-unknown")).toHaveLength(2);
    expect(changes(gift(`// ${"[tag:hint:a] ".repeat(5)}\nCâu?{T####Vì.}`))).toContain("hints-cut");
  });

  test("is refused or told when it is written", () => {
    const rules = (written: { rule: string }[]) => written.map(({ rule }) => rule);
    const several = writeGift([inlineChoice("q")]);
    expect(several).toMatchObject({ content: "", refused: [{ id: "q", rule: "gift-one-gap", values: { count: 2 } }] });
    const cited = ["best", "violation"].map((grade, index) => ({
      id: "ab"[index],
      text: grade,
      grade,
      consequence: "x",
      citation: { document: "26/CT-TTg" },
    }));
    expect(rules(writeGift([dilemma("q", undefined, { options: cited })]).lost)).toEqual(["option-citation-lost"]);
    expect(rules(writeGift([ordering("q")]).lost)).toEqual(["order-as-pairs"]);
    const levels = [0, 1].map((points) => ({ points, text: `${points}` }));
    const marked = reflection("q", undefined, { rubric: [{ id: "y", criterion: "Ý", levels }] });
    expect(rules(writeGift([marked]).lost)).toEqual(["rubric-lost"]);
  });
});
