/** One question as the text of its bank file, checked as the file would be, with places in that very text. */
import { checkBanks } from "../../courses/check/check-bank";
import type { ContentProblem } from "../../courses/content-problem";
import { courseSource } from "../../courses/course-source";
import type { DocumentRegister } from "../../documents/document";
import { parseQuestion, type Question, type QuestionTypeName } from "../question-types";

export interface CheckedText {
  /** Null when there are errors. */
  question: Question | null;
  /** Line and column are those of the text. */
  problems: ContentProblem[];
}

const INDENT = 4;

/** What the checks of a course say of this text as a question of that topic. */
export function checkQuestionText(input: {
  text: string;
  topic: string;
  title: string;
  /** Texts of its bank that it may name as its case. */
  cases?: readonly unknown[];
  register: DocumentRegister;
  lessonIds: readonly string[];
}): CheckedText {
  const { text, topic, title, cases = [], register, lessonIds } = input;
  const head = [`topic: ${JSON.stringify(topic)}`, `title: ${JSON.stringify(title)}`];
  if (cases.length > 0) head.push(`cases: ${JSON.stringify(cases)}`);
  head.push("questions:");
  const lines = text.replace(/\r\n?/g, "\n").trimEnd().split("\n");
  const body = lines.map((line, index) => (index === 0 ? `  - ${line}` : line === "" ? "" : `    ${line}`));
  const file = new TextEncoder().encode([...head, ...body, ""].join("\n"));
  const source = courseSource("x", new Map([["bank/x.yaml", file]]));
  const checked = checkBanks({ source, parseQuestion, register, lessonIds });
  const problems = checked.problems
    .filter(({ rule }) => rule !== "case-unused")
    .map((problem) => ({
      ...problem,
      // What is found missing at the end of the file is missing at the end of the text.
      line: Math.min(Math.max(1, problem.line - head.length), lines.length),
      column: Math.max(1, problem.column - INDENT),
    }));
  const wrong = problems.some(({ severity }) => severity === "error");
  return { question: wrong || checked.questions.length !== 1 ? null : checked.questions[0]!, problems };
}

/** What a new question of a kind begins with: everything that it needs, to be written over. */
export function questionTemplate(kind: QuestionTypeName, document: string): string {
  const head = `id: ma-cau-hoi
type: ${kind}
status: draft
difficulty: medium
stem: Viết câu hỏi ở đây
citation: { document: ${JSON.stringify(document)} }
explanation: Viết vì sao đáp án đúng
`;
  return head + PARTS[kind];
}

const options = (flags: readonly boolean[]) =>
  `options:
${flags
  .map((correct, index) => {
    const id = "abcdef"[index]!;
    return `  - { id: ${id}, text: Phương án ${id},${correct ? " correct: true," : ""} feedback: Nhận xét về phương án ${id} }`;
  })
  .join("\n")}
`;

const PARTS: Record<QuestionTypeName, string> = {
  "single-choice": options([true, false, false, false]),
  "multiple-response": options([true, true, false, false]),
  "true-false": `answer: true
feedback: { whenTrue: Nhận xét khi chọn đúng, whenFalse: Nhận xét khi chọn sai }
`,
  matching: `pairs:
  - { id: p1, left: Vế trái một, right: Vế phải một, feedback: Nhận xét }
  - { id: p2, left: Vế trái hai, right: Vế phải hai, feedback: Nhận xét }
`,
  ordering: `items:
  - { id: a, text: Việc làm trước }
  - { id: b, text: Việc làm sau }
  - { id: c, text: Việc làm cuối cùng }
`,
  "inline-choice": `text: Người dân đến, cán bộ [[mot]] trước khi [[hai]].
gaps:
  - id: mot
    options:
      - { text: chào hỏi, correct: true, feedback: Nhận xét }
      - { text: hỏi giấy tờ, feedback: Nhận xét }
  - id: hai
    options:
      - { text: nhận hồ sơ, correct: true, feedback: Nhận xét }
      - { text: trả lời điện thoại, feedback: Nhận xét }
`,
  "short-answer": `answers:
  - { text: câu trả lời, feedback: Nhận xét }
wrongFeedback: Nhận xét khi trả lời chưa đúng
`,
  numeric: `answers:
  - { from: 5, to: 5, feedback: Nhận xét }
unit: ngày
wrongFeedback: Nhận xét khi trả lời chưa đúng
`,
  reflection: `minWords: 50
`,
  dilemma: `options:
  - { id: a, text: Cách xử lý tốt nhất, grade: best, consequence: Điều xảy ra sau đó }
  - { id: b, text: Cách chấp nhận được, grade: acceptable, consequence: Điều xảy ra sau đó }
  - { id: c, text: Cách có rủi ro, grade: risky, consequence: Điều xảy ra sau đó }
`,
};
