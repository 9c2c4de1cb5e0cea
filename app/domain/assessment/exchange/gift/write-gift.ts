/** Questions as GIFT, so that Moodle reads them and we get back what we wrote: what GIFT has no place for stands in tags. */
import type { CaseText } from "../../question";
import type { Question } from "../../question-types";
import { casesOf } from "../cases";
import { tagsOfQuestion } from "../details";
import { remark } from "../exchange";
import { gapsInText } from "../gaps";
import { byTopic, partsLost, type LeftOut, type Written } from "../written";
import { answersOf } from "./answers-as-gift";
import { toComment } from "./gift-blocks";
import { escaped, field } from "./gift-text";

export function writeGift(questions: readonly Question[]): Written {
  const written: Written = { content: "", refused: [], lost: [] };
  const blocks: string[] = [];
  const cases = new Set<string>();
  for (const [topic, some] of byTopic(questions)) {
    const held = some.filter((question) => holds(question, written.refused));
    if (held.length === 0) continue;
    blocks.push(`$CATEGORY: ${topic}`);
    // Before the questions that are about them; a topic may share its cases with another.
    for (const each of casesOf(held).filter(({ id }) => !cases.has(id))) {
      cases.add(each.id);
      blocks.push(writeCase(each));
    }
    for (const question of held) blocks.push(writeQuestion(question, written.lost));
  }
  return { ...written, content: blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n` };
}

function holds(question: Question, refused: LeftOut[]): boolean {
  if (question.type !== "inline-choice" || question.gaps.length === 1) return true;
  refused.push({ id: question.id, ...remark("gift-one-gap", { count: question.gaps.length }) });
  return false;
}

/** A description, in Moodle's words. */
const writeCase = ({ id, title, text }: CaseText) =>
  `// [id:${toComment(id)}]\n::${escaped(title)}::[plain]${escaped(text)}`;

function writeQuestion(question: Question, lost: LeftOut[]): string {
  lost.push(...partsLost(question));
  if (question.type === "ordering") lost.push({ id: question.id, ...remark("order-as-pairs") });
  const head = [`[id:${toComment(question.id)}]`, ...tagsOfQuestion(question).map((tag) => `[tag:${toComment(tag)}]`)];
  const { opening, answers } = answersOf(question, lost);
  const explanation = `####${field(question.explanation)}`;
  const body =
    answers.length <= 1
      ? `{${opening}${answers.join("")}${explanation}}`
      : `{${opening}\n\t${[...answers, explanation].join("\n\t")}\n}`;
  const [before, after] = asked(question);
  // All texts take the format of the first one; as plain text "<" and "&" are signs like others.
  return `// ${head.join(" ")}\n::${escaped(question.id)}::[plain]${escaped(before)}${body}${escaped(after)}`;
}

/** What stands before and behind the answers. */
function asked(question: Question): [string, string] {
  if (question.type !== "inline-choice") return [question.stem, ""];
  const [before = "", after = ""] = gapsInText(question).words;
  return [`${question.stem}\n\n${before}`, after];
}
