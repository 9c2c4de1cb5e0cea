/** Questions as Moodle XML. What Moodle has no field for stands in tags, which Moodle keeps. */
import type { CaseText } from "../../question";
import type { Question } from "../../question-types";
import { casesOf } from "../cases";
import { tagsOfQuestion, type TagName } from "../details";
import { gapsInText } from "../gaps";
import { byTopic, partsLost, type LeftOut, type Written } from "../written";
import { answerElements, rangesTag } from "./answer-elements";
import { clozeGap } from "./cloze";
import { escaped, plain, text } from "./elements";

export function writeMoodleXml(questions: readonly Question[]): Written {
  const lost: LeftOut[] = [];
  const parts: string[] = [];
  const cases = new Set<string>();
  for (const [topic, some] of byTopic(questions)) {
    parts.push(
      `  <question type="category">\n    <category>${text(`$course$/top/${topic}`)}</category>\n  </question>`,
    );
    // Before the questions that are about them; a topic may share its cases with another.
    for (const each of casesOf(some).filter(({ id }) => !cases.has(id))) {
      cases.add(each.id);
      parts.push(caseElement(each));
    }
    for (const question of some) {
      lost.push(...partsLost(question));
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
  ordering: "ordering",
  "inline-choice": "cloze",
  "short-answer": "shortanswer",
  numeric: "numerical",
  reflection: "essay",
  dilemma: "multichoice",
};

/** What Moodle has fields for. It makes the marks of a cloze of its gaps. */
function nativeTags({ type }: Question): TagName[] {
  const always: TagName[] = ["hint", "unit"];
  if (type === "inline-choice") return [...always, "kind"];
  if (type === "ordering") return [...always, "marks", "kind", "scoring"];
  return [...always, "marks", "minwords"];
}

function questionElement(question: Question): string {
  const tags = [...tagsOfQuestion(question, nativeTags(question)), ...rangesTag(question)];
  const lines = [
    `<name>${text(question.id)}</name>`,
    plain("questiontext", askedIn(question)),
    plain("generalfeedback", question.explanation),
    ...(question.type === "inline-choice" ? [] : [`<defaultgrade>${question.marks}</defaultgrade>`]),
    "<penalty>0</penalty>",
    `<hidden>${question.status === "retired" ? 1 : 0}</hidden>`,
    `<idnumber>${escaped(question.id)}</idnumber>`,
    ...answerElements(question),
    ...(question.hints ?? []).map((hint) => plain("hint", hint)),
    `<tags>${tags.map((tag) => `<tag>${text(tag)}</tag>`).join("")}</tags>`,
  ];
  return element(TYPES[question.type], lines);
}

/** A cloze has its answers in its text. */
function askedIn(question: Question): string {
  if (question.type !== "inline-choice") return question.stem;
  const { words, gaps } = gapsInText(question);
  const pieces = words.map((each, index) => each + (gaps[index] ? clozeGap(gaps[index]) : ""));
  return `${question.stem}\n\n${pieces.join("")}`;
}

function caseElement({ id, title, text: words }: CaseText): string {
  return element("description", [
    `<name>${text(title)}</name>`,
    plain("questiontext", words),
    plain("generalfeedback", ""),
    "<defaultgrade>0</defaultgrade>",
    "<penalty>0</penalty>",
    "<hidden>0</hidden>",
    `<idnumber>${escaped(id)}</idnumber>`,
  ]);
}

const element = (type: string, lines: readonly string[]) =>
  `  <question type="${type}">\n    ${lines.join("\n    ")}\n  </question>`;
