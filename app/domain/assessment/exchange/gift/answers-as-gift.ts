/** The answers of a question as they stand between the braces. */
import type { Question } from "../../question-types";
import { remark } from "../exchange";
import { GRADE_WEIGHTS } from "../making/make-choice";
import { share, type LeftOut } from "../written";
import { field } from "./gift-text";

export interface GiftAnswers {
  /** What stands right behind the brace: "#" says that the answers are numbers. */
  opening: string;
  answers: string[];
}

export function answersOf(question: Question, lost: LeftOut[]): GiftAnswers {
  if (question.type !== "numeric") return { opening: "", answers: linesOf(question, lost) };
  const answers = question.answers.map(({ from, to, percent, feedback }) => {
    const number = from === to ? `${from}:0` : `${from}..${to}`;
    return `=${weight(percent)}${number}${comment(feedback)}`;
  });
  return {
    opening: "#",
    answers: question.wrongFeedback ? [...answers, `~${comment(question.wrongFeedback)}`] : answers,
  };
}

function linesOf(question: Exclude<Question, { type: "numeric" }>, lost: LeftOut[]): string[] {
  switch (question.type) {
    case "true-false": {
      const { whenTrue, whenFalse } = question.feedback;
      const [wrong, right] = question.answer ? [whenFalse, whenTrue] : [whenTrue, whenFalse];
      return [`${question.answer ? "TRUE" : "FALSE"}#${field(wrong)}#${field(right)}`];
    }
    case "matching": {
      const text = withoutArrows(question.id, lost);
      const pairs = question.pairs.map(({ left, right }) => `=${text(left)} -> ${field(right)}`);
      return [...pairs, ...question.distractors.map((right) => `= -> ${field(right)}`)];
    }
    case "ordering":
      return question.items.map((item, index) => `=${index + 1} -> ${field(item.text)}`);
    case "inline-choice":
      return question.gaps[0]!.options.map(
        ({ text, correct, feedback }) => `${correct ? "=" : "~"}${field(text)}${comment(feedback)}`,
      );
    case "short-answer": {
      const text = withoutArrows(question.id, lost);
      const lines = question.answers.map(
        (answer) => `=${weight(answer.percent)}${text(answer.text)}${comment(answer.feedback, text)}`,
      );
      return question.wrongFeedback ? [...lines, `=%0%*${comment(question.wrongFeedback, text)}`] : lines;
    }
    case "reflection":
      return [];
    case "dilemma": {
      // One "=" makes it a choice of one; where all had it, they would be short answers.
      const first = question.options.findIndex(({ grade }) => grade === "best");
      return question.options.map(({ text, grade, consequence }, index) => {
        const sign = index === first ? "=" : `~%${GRADE_WEIGHTS[grade]}%`;
        return `${sign}${field(text)}#${field(consequence)}`;
      });
    }
    case "single-choice":
      return question.options.map(
        ({ text, feedback, correct }) => `${correct ? "=" : "~"}${field(text)}#${field(feedback)}`,
      );
    case "multiple-response": {
      const right = share(question.options.filter((option) => option.correct).length);
      return question.options.map(
        ({ text, feedback, correct }) => `~%${correct ? "" : "-"}${right}%${field(text)}#${field(feedback)}`,
      );
    }
  }
}

const weight = (percent: number) => (percent === 100 ? "" : `%${Number(percent.toFixed(5))}%`);

const comment = (feedback: string | undefined, text = field) => (feedback === undefined ? "" : `#${text(feedback)}`);

/** GIFT knows no way to write its own arrow, which makes pairs of whatever it stands in. */
function withoutArrows(id: string, lost: LeftOut[]): (text: string) => string {
  let said = false;
  return (text) => {
    if (!text.includes("->")) return field(text);
    if (!said) lost.push({ id, ...remark("arrow-replaced") });
    said = true;
    return field(text.replaceAll("->", "→"));
  };
}
