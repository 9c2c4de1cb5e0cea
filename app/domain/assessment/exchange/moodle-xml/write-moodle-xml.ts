/** Questions as Moodle XML. What Moodle has no field for stands in tags, which Moodle keeps. */
import type { Question } from "../../question-types";
import { remark } from "../exchange";
import { tagsOfQuestion } from "../read-question";
import { byTopic, share, type LeftOut, type Written } from "../written";

export function writeMoodleXml(questions: readonly Question[]): Written {
  const lost: LeftOut[] = [];
  const parts: string[] = [];
  for (const [topic, some] of byTopic(questions)) {
    parts.push(
      `  <question type="category">\n    <category>${text(`$course$/top/${topic}`)}</category>\n  </question>`,
    );
    for (const question of some) {
      if (question.type === "matching" && question.pairs.some((pair) => pair.feedback)) {
        lost.push({ id: question.id, ...remark("pair-feedback-lost") });
      }
      parts.push(questionElement(question));
    }
  }
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join("\n")}\n</quiz>\n`;
  return { content, refused: [], lost };
}

const TYPES: Record<Question["type"], string> = {
  "single-choice": "multichoice",
  "multiple-response": "multichoice",
  "true-false": "truefalse",
  matching: "matching",
};

const escaped = (value: string) =>
  value
    .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!)
    .replace(/\r/g, "&#13;");
const text = (value: string) => `<text>${escaped(value)}</text>`;
const plain = (name: string, value: string, attributes = "") =>
  `<${name} ${attributes}format="plain_text">${text(value)}</${name}>`;

function questionElement(question: Question): string {
  const lines = [
    `<name>${text(question.id)}</name>`,
    plain("questiontext", question.stem),
    plain("generalfeedback", question.explanation),
    "<defaultgrade>1</defaultgrade>",
    "<penalty>0</penalty>",
    `<hidden>${question.status === "retired" ? 1 : 0}</hidden>`,
    `<idnumber>${escaped(question.id)}</idnumber>`,
    ...answerElements(question),
    `<tags>${tagsOfQuestion(question)
      .map((tag) => `<tag>${text(tag)}</tag>`)
      .join("")}</tags>`,
  ];
  return `  <question type="${TYPES[question.type]}">\n    ${lines.join("\n    ")}\n  </question>`;
}

function answerElements(question: Question): string[] {
  switch (question.type) {
    case "true-false": {
      const { whenTrue, whenFalse } = question.feedback;
      return [truth("true", question.answer, whenTrue), truth("false", !question.answer, whenFalse)];
    }
    case "matching":
      return [
        "<shuffleanswers>true</shuffleanswers>",
        ...question.pairs.map(({ left, right }) => subquestion(left, right)),
        ...question.distractors.map((right) => subquestion("", right)),
      ];
    default: {
      const single = question.type === "single-choice";
      const right = share(question.options.filter((option) => option.correct).length);
      return [
        `<single>${single}</single>`,
        "<shuffleanswers>true</shuffleanswers>",
        "<answernumbering>ABCD</answernumbering>",
        ...question.options.map((option) => {
          const fraction = option.correct ? right : single ? "0" : `-${right}`;
          return answer(option.text, fraction, option.feedback);
        }),
      ];
    }
  }
}

const answer = (value: string, fraction: string, feedback: string) =>
  `<answer fraction="${fraction}" format="plain_text">${text(value)}${plain("feedback", feedback)}</answer>`;

const truth = (word: string, right: boolean, feedback: string) =>
  `<answer fraction="${right ? 100 : 0}" format="moodle_auto_format">${text(word)}${plain("feedback", feedback)}</answer>`;

const subquestion = (left: string, right: string) =>
  `<subquestion format="plain_text">${text(left)}<answer>${text(right)}</answer></subquestion>`;
