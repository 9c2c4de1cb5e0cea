/** Single choice as Aiken; every other kind is refused by name, for Aiken has no way to write it. */
import type { Question } from "../../question-types";
import { remark } from "../exchange";
import type { LeftOut, Written } from "../written";

export function writeAiken(questions: readonly Question[]): Written {
  const refused: LeftOut[] = [];
  const lost: LeftOut[] = [];
  const blocks: string[] = [];
  for (const question of questions) {
    if (question.type !== "single-choice") {
      refused.push({ id: question.id, ...remark("aiken-single-only", { kind: `kind:${question.type}` }) });
      continue;
    }
    lost.push({ id: question.id, ...remark("aiken-loses") });
    const options = question.options.map((option, index) => `${letterOf(index)}) ${oneLine(option.text)}`);
    const right = question.options.findIndex((option) => option.correct);
    blocks.push([stemLine(question.stem), ...options, `ANSWER: ${letterOf(right)}`].join("\n"));
  }
  return { content: blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`, refused, lost };
}

const letterOf = (index: number) => String.fromCharCode(65 + index);
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

/** A stem that begins like an option or an answer would be read as one. */
function stemLine(stem: string): string {
  const line = oneLine(stem);
  return /^(?:[A-Za-z][).]|ANSWER\s*:|ĐÁP ÁN\s*:)/i.test(line) ? `“${line}”` : line;
}
