/** The answers of a question as elements of Moodle XML. */
import type { Question } from "../../question-types";
import type { Numeric } from "../../question-types/numeric";
import { GRADE_WEIGHTS } from "../making/make-choice";
import { share } from "../written";
import { escaped, plain, text } from "./elements";

export function answerElements(question: Question): string[] {
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
    case "ordering":
      return [
        "<layouttype>VERTICAL</layouttype>",
        "<selecttype>ALL</selecttype>",
        "<selectcount>0</selectcount>",
        `<gradingtype>${question.scoring === "partial" ? "ABSOLUTE_POSITION" : "ALL_OR_NOTHING"}</gradingtype>`,
        "<showgrading>HIDE</showgrading>",
        "<numberingstyle>none</numberingstyle>",
        ...question.items.map((item, index) => answer(item.text, String(index + 1))),
      ];
    case "inline-choice":
      return [];
    case "short-answer":
      return [
        `<usecase>${question.caseMatters ? 1 : 0}</usecase>`,
        ...question.answers.map((each) => answer(each.text, String(each.percent), each.feedback)),
        ...(question.wrongFeedback ? [answer("*", "0", question.wrongFeedback)] : []),
      ];
    case "numeric":
      return numericElements(question);
    case "reflection":
      return [
        "<responseformat>plain</responseformat>",
        "<responserequired>1</responserequired>",
        "<responsefieldlines>15</responsefieldlines>",
        ...(question.minWords === undefined ? [] : [`<minwordlimit>${question.minWords}</minwordlimit>`]),
        "<attachments>0</attachments>",
        "<attachmentsrequired>0</attachmentsrequired>",
      ];
    case "dilemma":
      return choiceElements(
        true,
        question.options.map((option) => answer(option.text, String(GRADE_WEIGHTS[option.grade]), option.consequence)),
      );
    case "single-choice":
      return choiceElements(
        true,
        question.options.map((option) => answer(option.text, option.correct ? "100" : "0", option.feedback)),
      );
    case "multiple-response": {
      const right = share(question.options.filter((option) => option.correct).length);
      return choiceElements(
        false,
        question.options.map((option) => answer(option.text, option.correct ? right : `-${right}`, option.feedback)),
      );
    }
  }
}

const choiceElements = (single: boolean, answers: readonly string[]) => [
  `<single>${single}</single>`,
  "<shuffleanswers>true</shuffleanswers>",
  "<answernumbering>ABCD</answernumbering>",
  ...answers,
];

/** Moodle has a number and how far from it one may be. */
const around = ({ from, to }: { from: number; to: number }) =>
  from === to ? { at: from, about: 0 } : { at: (from + to) / 2, about: (to - from) / 2 };

function numericElements({ answers, unit, wrongFeedback }: Numeric): string[] {
  return [
    ...answers.map((each) => {
      const { at, about } = around(each);
      const tolerance = `<tolerance>${about}</tolerance>`;
      return answer(String(at), String(each.percent), each.feedback, tolerance);
    }),
    ...(wrongFeedback ? [answer("*", "0", wrongFeedback, "<tolerance>0</tolerance>")] : []),
    ...(unit === undefined
      ? []
      : [`<units><unit><multiplier>1</multiplier><unit_name>${escaped(unit)}</unit_name></unit></units>`]),
    // The unit may be left out.
    "<unitgradingtype>0</unitgradingtype>",
    "<unitpenalty>0</unitpenalty>",
    `<showunits>${unit === undefined ? 3 : 0}</showunits>`,
    "<unitsleft>0</unitsleft>",
  ];
}

/** The bounds themselves, where the middle and the tolerance would come back with another last digit. */
export function rangesTag(question: Question): string[] {
  if (question.type !== "numeric") return [];
  const exact = question.answers.every(({ from, to }) => {
    const { at, about } = around({ from, to });
    return at - about === from && at + about === to;
  });
  return exact ? [] : [`ranges:${question.answers.map(({ from, to }) => `${from}..${to}`).join(",")}`];
}

const answer = (value: string, fraction: string, feedback = "", more = "") =>
  `<answer fraction="${fraction}" format="plain_text">${text(value)}${more}${plain("feedback", feedback)}</answer>`;

const truth = (word: string, right: boolean, feedback: string) =>
  `<answer fraction="${right ? 100 : 0}" format="moodle_auto_format">${text(word)}${plain("feedback", feedback)}</answer>`;

const subquestion = (left: string, right: string) =>
  `<subquestion format="plain_text">${text(left)}<answer>${text(right)}</answer></subquestion>`;
