/** Accepted answers, one a line; "| 50%" at the end says that one earns a part. */
import type { KeyFault } from "./key-change";

type Line<Answer> = { ok: true; answer: Answer } | { ok: false; fault: KeyFault };
type Lines<Answer> = { ok: true; answers: Answer[] } | { ok: false; fault: KeyFault };

export function readLines<Answer>(text: string, read: (line: string) => Line<Answer>): Lines<Answer> {
  const answers: Answer[] = [];
  for (const line of text.normalize("NFC").split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const one = read(line.trim());
    if (!one.ok) return one;
    answers.push(one.answer);
  }
  return answers.length === 0 ? { ok: false, fault: "answers-missing" } : { ok: true, answers };
}

export function readTextLine(line: string): Line<{ text: string; percent: number }> {
  const { rest, percent } = withoutPercent(line);
  if (percent === null) return { ok: false, fault: "wrong-percent" };
  return rest === "" ? { ok: false, fault: "answers-missing" } : { ok: true, answer: { text: rest, percent } };
}

/** "14", "14,5", "10 – 12". A point could mean thousands or a fraction, so there is none. */
export function readNumberLine(line: string): Line<{ from: number; to: number; percent: number }> {
  const { rest, percent } = withoutPercent(line);
  if (percent === null) return { ok: false, fault: "wrong-percent" };
  const ends = /^([+\-−]?\d+(?:,\d+)?)(?:\s+[-–—]\s+([+\-−]?\d+(?:,\d+)?))?$/u.exec(rest);
  if (!ends) return { ok: false, fault: "not-a-number" };
  const from = number(ends[1]!);
  const to = ends[2] === undefined ? from : number(ends[2]);
  return from <= to ? { ok: true, answer: { from, to, percent } } : { ok: false, fault: "not-a-number" };
}

const number = (text: string) => Number(text.replace("−", "-").replace(",", "."));

function withoutPercent(line: string): { rest: string; percent: number | null } {
  const found = /^(.*?)\s*\|\s*(\d+(?:,\d+)?)\s*%$/u.exec(line);
  if (!found) return { rest: line, percent: 100 };
  const percent = number(found[2]!);
  return { rest: found[1]!.trim(), percent: percent <= 100 ? percent : null };
}
