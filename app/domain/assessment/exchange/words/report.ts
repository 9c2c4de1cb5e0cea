/** The report of a reading, for a terminal. */
import type { Exchange } from "../exchange";
import { describeRemark } from "./describe";

const WORDS = {
  vi: { line: "dòng", cases: "Văn bản tình huống", taken: "Nhận", changed: "Thay đổi khi nhận", refused: "Từ chối", notes: "Ghi chú", before: "trước", after: "sau", sum: (t: number, c: number, r: number) => `Nhận ${t} câu hỏi (${c} điều thay đổi), từ chối ${r}. Chưa ghi gì vào hệ thống.` },
  en: { line: "line", cases: "Cases", taken: "Taken", changed: "Taken otherwise", refused: "Refused", notes: "Notes", before: "before", after: "after", sum: (t: number, c: number, r: number) => `${t} questions taken (${c} changes), ${r} refused. Nothing has been stored.` },
} as const; // prettier-ignore

export function reportText(report: Exchange, language: "vi" | "en"): string {
  const words = WORDS[language];
  const say = (remark: Parameters<typeof describeRemark>[0]) => {
    const { what, mend } = describeRemark(remark, language);
    return `${what} ${mend}`;
  };
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ""];
  const { taken, cases, changed, refused, notes, conversion } = report;
  return [
    ...part(
      words.cases,
      cases.map(({ case: each, line }) => `${words.line} ${line}: ${each.id} ${each.title}`),
    ),
    ...part(
      words.taken,
      taken.map(({ question, title, line }) => `${words.line} ${line}: ${question.id} [${question.type}] ${title}`),
    ),
    ...part(
      words.changed,
      changed.map((each) => `${words.line} ${each.line}: ${each.id}: ${say(each)}`),
    ),
    ...part(
      words.refused,
      refused.map(
        (each) => `${words.line} ${each.line}: ${say(each)}${each.text === "" ? "" : `\n      ${each.text}`}`,
      ),
    ),
    ...part(words.notes, notes.map(say)),
    ...(conversion?.samples ?? []).flatMap(({ line, before, after }) => [
      `  ${words.line} ${line} ${words.before}: ${before}`,
      `  ${words.line} ${line} ${words.after}: ${after}`,
    ]),
    words.sum(taken.length, changed.length, refused.length),
  ].join("\n");
}
