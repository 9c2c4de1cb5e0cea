import { describe, expect, test } from "vitest";
import { changes, onlyQuestion, read, refusals } from "./reading";

const gift = (text: string, defaults?: Parameters<typeof read>[2]) => read(text, "gift", defaults);

describe("GIFT: choice", () => {
  test("a single choice with feedback, explanation, title and category", () => {
    const report = gift(`$CATEGORY: $course$/top/Giao tiếp, ứng xử

::Nghe máy::Nhấc máy, công chức làm gì trước?{
  ~Hỏi tên người gọi#Chưa phải việc đầu tiên.
  =Tự giới thiệu#Đúng.
  ~Chuyển máy#Chỉ khi cần.
  ####Người nghe máy xưng tên và cơ quan.
}`);
    expect(onlyQuestion(report)).toMatchObject({
      id: "nghe-may",
      type: "single-choice",
      topic: "giao-tiep-ung-xu",
      status: "draft",
      stem: "Nhấc máy, công chức làm gì trước?",
      explanation: "Người nghe máy xưng tên và cơ quan.",
      options: [
        { id: "a", text: "Hỏi tên người gọi", feedback: "Chưa phải việc đầu tiên." },
        { id: "b", text: "Tự giới thiệu", feedback: "Đúng.", correct: true },
        { id: "c", text: "Chuyển máy", feedback: "Chỉ khi cần." },
      ],
    });
    expect(report.taken[0]).toMatchObject({ title: "Nghe máy", line: 3 });
  });

  test("answers on one line, and a missing word within the sentence", () => {
    expect(onlyQuestion(gift("Ai ký quyết định?{~Thủ trưởng đơn vị ~Văn thư =Người có thẩm quyền}"))).toMatchObject({
      options: [{ text: "Thủ trưởng đơn vị" }, { text: "Văn thư" }, { text: "Người có thẩm quyền", correct: true }],
    });
    expect(onlyQuestion(gift("Giờ làm việc {~không =có#Phải. ~có thể} tính giờ nghỉ trưa."))).toMatchObject({
      type: "inline-choice",
      stem: "Chọn từ ngữ thích hợp cho mỗi chỗ trống.",
      text: "Giờ làm việc [[1]] tính giờ nghỉ trưa.",
      gaps: [
        { id: "1", options: [{ text: "không" }, { text: "có", correct: true, feedback: "Phải." }, { text: "có thể" }] },
      ],
    });
    expect(onlyQuestion(gift("Thẻ công chức được {~cất =đeo}."))).toMatchObject({ text: "Thẻ công chức được [[1]]." });
    // More than one right word is no gap to choose one word for.
    expect(onlyQuestion(gift("Công chức {~%50%đeo ~%50%giữ ~%-50%cất} thẻ."))).toMatchObject({
      type: "multiple-response",
      stem: "Công chức _____ thẻ.",
    });
    expect(refusals(gift("Công chức {=đeo =giữ ~cất} thẻ."))).toEqual(["1 two-right-answers"]);
  });

  test("weights make a multiple response; what our marking does not know is said", () => {
    const even = gift("Chọn hai.{~%50%Một ~%50%Hai ~%-50%Ba}", { citation: "1847/QĐ-TTg" });
    expect(onlyQuestion(even)).toMatchObject({ type: "multiple-response", scoring: "partial" });
    expect(changes(even)).toEqual(["filled-in", "topic-unsorted"]);
    expect(changes(gift("Chọn hai.{~%50%Một ~%50%Hai ~Ba}"))).toContain("wrong-choices-cost");
    expect(changes(gift("Chọn.{~%70%Một ~%30%Hai ~%-50%Ba}"))).toContain("weights-levelled");
    expect(changes(gift("Chọn một.{=Đủ ~%50%Nửa ~Sai}"))).toContain("partial-weights-lost");
  });

  test("escaped signs are text, and a backslash before any other letter is itself", () => {
    const [option] = (
      onlyQuestion(gift(String.raw`Chọn.{~\{a\} \= \~b \# \: c\\d \e#x ~\=2=\=3}`)) as never as {
        options: { text: string }[];
      }
    ).options;
    expect(option).toMatchObject({ text: String.raw`{a} = ~b # : c\d \e` });
    expect(onlyQuestion(gift(String.raw`Dòng một\nDòng hai{=a~b}`)).stem).toBe("Dòng một\nDòng hai");
  });

  test("lines broken in the file are one line", () => {
    expect(onlyQuestion(gift("Câu hỏi dài\n   xuống dòng?{\n=đúng, và\n còn nữa\n~sai}"))).toMatchObject({
      stem: "Câu hỏi dài xuống dòng?",
      options: [{ text: "đúng, và còn nữa" }, {}],
    });
  });

  test("two options of full marks, or none, are refused", () => {
    expect(refusals(gift("Chọn.{=a =b ~c}"))).toEqual(["1 two-right-answers"]);
    expect(refusals(gift("Chọn.{~a ~b ~c}"))).toEqual(["1 no-right-answer"]);
    expect(refusals(gift("Chọn.{~a ~%400%b}"))).toEqual(["1 bad-weight"]);
    expect(refusals(gift("Chọn.{a ~b =c}"))).toEqual(["1 answer-without-sign"]);
  });
});

describe("GIFT: the file", () => {
  test("comments are no text, and carry id and tags", () => {
    const report = gift(String.raw`// Ngân hàng cũ
// [id:tc-01] [tag:document:1847/QĐ-TTg] [tag:status:ready] [tag:clause:mục [2\]] [tag:cũ]
Câu?{
  // ghi chú giữa các phương án
  =a#Đúng
  ~b#Sai
  ####Vì a.}`);
    expect(onlyQuestion(report)).toMatchObject({
      id: "tc-01",
      status: "ready",
      citation: { document: "1847/QĐ-TTg", clause: "mục [2]" },
    });
    expect(changes(report)).toEqual(["topic-unsorted"]);
  });

  test("a category without a blank line, and Moodle's own top", () => {
    const report = gift("$CATEGORY: Trang phục\nMột{T}\n\n$CATEGORY: $course$/top\n\nHai{F}", { topic: "Chung" });
    expect(report.taken.map(({ question }) => question.topic)).toEqual(["trang-phuc", "chung"]);
  });

  test("an unclosed brace is told with its line, and the next question is read", () => {
    const report = gift("Một{T}\n\nHai\ndài {\n=a\n~b\n\nBa{F}");
    expect(refusals(report)).toEqual(["4 unclosed-brace"]);
    expect(report.refused[0]).toMatchObject({ values: { line: 4 }, text: "dài { =a ~b" });
    expect(report.taken.map(({ line }) => line)).toEqual([1, 8]);
    expect(refusals(gift("Một {=a ~b\nHai {=c ~d}"))).toEqual(["1 unclosed-brace"]);
    expect(refusals(gift("Một =a ~b}"))).toEqual(["1 stray-brace"]);
    expect(refusals(gift("Một {T}\nHai {F}"))).toEqual(["2 second-answers"]);
  });

  test("a blank line between braces is passed over and said", () => {
    const report = gift("Câu?{\n=a\n\n~b\n\n}");
    expect(onlyQuestion(report)).toMatchObject({ options: [{ text: "a" }, { text: "b" }] });
    expect(changes(report)).toContain("blank-line-in-braces");
  });

  test("formats become plain text, and what was lost is said", () => {
    const html = gift("[html]<p>Chữ <b>đậm</b><br/>và &lt;5 &amp; x&nbsp;y</p>{=<i>a</i>#[plain]<b> ~b}");
    expect(onlyQuestion(html)).toMatchObject({
      stem: "Chữ đậm\nvà <5 & x y",
      options: [{ text: "a", feedback: "<b>" }, { text: "b" }],
    });
    expect(html.changed[0]).toMatchObject({ rule: "format-lost", values: { what: "loss:emphasis" } });
    expect(onlyQuestion(gift("[markdown]Điều **5** và [luật](https://vbpl.vn/1){=a ~b}")).stem).toBe(
      "Điều 5 và luật (https\\://vbpl.vn/1)".replace("\\", ""),
    );
    expect(onlyQuestion(gift("[plain]a <b>c</b>{=a ~b}")).stem).toBe("a <b>c</b>");
    expect(onlyQuestion(gift("Số 3 < 5 và x > y{=a ~b}")).stem).toBe("Số 3 < 5 và x > y");
    expect(refusals(gift('[html]<img src="@@PLUGINFILE@@/a.png">Hình?{=a ~b}'))).toEqual(["1 embedded-file"]);
  });

  test("ids: given once, made of the title, never twice", () => {
    expect(refusals(gift("// [id:x]\nMột{T}\n\n// [id:x]\nHai{F}"))).toEqual(["5 duplicate-id"]);
    const same = gift("::Câu::Một{T}\n\n::Câu::Hai{F}\n\n// [id:cau]\nBa{T}");
    expect(same.taken.map(({ question }) => question.id)).toEqual(["cau-2", "cau-3", "cau"]);
    const odd = gift("// [id:Câu 7/A]\nMột{T}");
    expect(onlyQuestion(odd).id).toBe("cau-7-a");
    expect(changes(odd)).toContain("id-changed");
  });
});

describe("What the file does not say", () => {
  test("is said openly, and the question is a draft", () => {
    const report = gift("// [tag:status:ready]\nCâu?{=a ~b}");
    expect(onlyQuestion(report)).toMatchObject({
      status: "draft",
      citation: { document: "Chưa ghi căn cứ" },
      explanation: "Chưa có giải thích.",
      options: [{ feedback: "Chưa có nhận xét." }, { feedback: "Chưa có nhận xét." }],
    });
    expect(changes(report)).toEqual(["filled-in", "topic-unsorted"]);
  });

  test("a citation may be given for the whole file, and the explanation stands in for feedback", () => {
    const report = gift("Câu?{=a ~b ####Vì a.}", { citation: "1847/QĐ-TTg", topic: "chung" });
    expect(onlyQuestion(report)).toMatchObject({
      citation: { document: "1847/QĐ-TTg" },
      options: [{ feedback: "Vì a." }, { feedback: "Vì a." }],
    });
    expect(changes(report)).toEqual(["feedback-borrowed"]);
  });

  test("is refused where only complete questions are wanted", () => {
    expect(refusals(gift("Câu?{=a ~b ####Vì a.}", { complete: true }))).toEqual(["1 incomplete"]);
    expect(gift("Câu?{=a ~b ####Vì a.}", { complete: true, citation: "1847/QĐ-TTg" }).taken).toHaveLength(1);
  });
});
