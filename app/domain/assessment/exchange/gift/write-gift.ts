/** Questions as GIFT, so that Moodle reads them and we get back what we wrote: what GIFT has no place for stands in tags. */
import type { Question } from "../../question-types";
import { remark } from "../exchange";
import { tagsOfQuestion } from "../read-question";
import { byTopic, share, type LeftOut, type Written } from "../written";
import { toComment } from "./gift-blocks";

export function writeGift(questions: readonly Question[]): Written {
  const lost: LeftOut[] = [];
  const blocks: string[] = [];
  for (const [topic, some] of byTopic(questions)) {
    blocks.push(`$CATEGORY: ${topic}`);
    for (const question of some) blocks.push(writeQuestion(question, lost));
  }
  return { content: `${blocks.join("\n\n")}\n`, refused: [], lost };
}

const escaped = (text: string) => text.replace(/[\\#=~{}:]/g, "\\$&").replace(/\n/g, "\\n");

/** A text among answers: what begins like a format or a weight is said to be neither. */
const field = (text: string) => (/^[[%]/.test(text) ? `[plain]${escaped(text)}` : escaped(text));

function writeQuestion(question: Question, lost: LeftOut[]): string {
  const head = [`[id:${toComment(question.id)}]`, ...tagsOfQuestion(question).map((tag) => `[tag:${toComment(tag)}]`)];
  const answers = answersOf(question, lost);
  const explanation = `####${field(question.explanation)}`;
  const body =
    answers.length === 1 ? `{${answers[0]}${explanation}}` : `{\n\t${[...answers, explanation].join("\n\t")}\n}`;
  // All texts take the format of the first one; as plain text "<" and "&" are signs like others.
  return `// ${head.join(" ")}\n::${escaped(question.id)}::[plain]${escaped(question.stem)}${body}`;
}

function answersOf(question: Question, lost: LeftOut[]): string[] {
  switch (question.type) {
    case "true-false": {
      const { whenTrue, whenFalse } = question.feedback;
      const [wrong, right] = question.answer ? [whenFalse, whenTrue] : [whenTrue, whenFalse];
      return [`${question.answer ? "TRUE" : "FALSE"}#${field(wrong)}#${field(right)}`];
    }
    case "matching": {
      if (question.pairs.some((pair) => pair.feedback)) lost.push({ id: question.id, ...remark("pair-feedback-lost") });
      const pairs = question.pairs.map(({ left, right }) => `=${side(left, question.id, lost)} -> ${field(right)}`);
      return [...pairs, ...question.distractors.map((text) => `= -> ${field(text)}`)];
    }
    default:
      return question.options.map(({ text, feedback, correct }) => {
        return `${signOf(question, correct === true)}${field(text)}#${field(feedback)}`;
      });
  }
}

/** The left side of a pair: GIFT knows no way to write its own arrow. */
function side(text: string, id: string, lost: LeftOut[]): string {
  if (!text.includes("->")) return field(text);
  lost.push({ id, ...remark("arrow-replaced") });
  return field(text.replaceAll("->", "→"));
}

function signOf(question: Extract<Question, { options: unknown }>, correct: boolean): string {
  if (question.type === "single-choice") return correct ? "=" : "~";
  const right = share(question.options.filter((option) => option.correct).length);
  return `~%${correct ? "" : "-"}${right}%`;
}
