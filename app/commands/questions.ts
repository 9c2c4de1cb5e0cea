import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  EXCHANGE_FORMATS,
  FILE_ENDING,
  type Exchange,
  type ExchangeFormat,
} from "~/domain/assessment/exchange/exchange";
import { readQuestionFile } from "~/domain/assessment/exchange/read-questions.server";
import { remarkLine } from "~/domain/assessment/exchange/words/describe";
import { reportText } from "~/domain/assessment/exchange/words/report";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import { now } from "~/platform/clock.server";
import { PlainSentence } from "~/platform/plain-sentence";
import { checkContent } from "~/use-cases/system/check-content";

const FORMATS = EXCHANGE_FORMATS.join("|");
const USAGE = `npm run questions -- check --format ${FORMATS} [--json] [--language en] [--citation "1847/QĐ-TTg"] [--topic giao-tiep] [--complete] TỆP
npm run questions -- export --format ${FORMATS} --course van-hoa-cong-vu [--topic giao-tiep-ung-xu] [--out TỆP]
npm run questions -- template [--out mau-cau-hoi.xlsx]
(npm run -s …: chỉ có kết quả, không có dòng của npm · the result alone, without npm's own lines)`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const OPTIONS = {
  format: text, json: flag, language: text, citation: text, topic: text, complete: flag, course: text, out: text,
} as const; // prettier-ignore

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [verb = "", file, ...more] = positionals;
    const format = EXCHANGE_FORMATS.find((each) => each === values.format);
    if (more.length === 0 && (format !== undefined || verb === "template")) return { verb, file, format, values };
  } catch (error) {
    throw new PlainSentence(USAGE, (error as Error).message);
  }
  throw new PlainSentence(USAGE, `--format: ${FORMATS}`);
}

type Arguments = ReturnType<typeof readArguments>;

/** Reads or writes files of questions. Needs no database, and `check` changes nothing. */
async function questions(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked.verb === "check" && asked.file && asked.format) return check(asked.file, asked.format, asked.values);
  if (asked.verb === "export" && asked.values.course && asked.format) return exportCourse(asked.format, asked.values);
  if (asked.verb === "template")
    return give(asked.values.out ?? "mau-cau-hoi.xlsx", (await writeQuestions([], "xlsx")).content);
  throw new PlainSentence(USAGE, "check, export, template");
}

async function check(file: string, format: ExchangeFormat, values: Arguments["values"]): Promise<number> {
  const language = values.language === "en" ? "en" : "vi";
  const { citation, topic, complete } = values;
  const report = await readQuestionFile(path.resolve(file), format, { citation, topic, complete });
  console.log(values.json ? JSON.stringify(plainReport(report, language), null, 2) : reportText(report, language));
  return report.readable ? 0 : 1;
}

function plainReport(report: Exchange, language: "vi" | "en") {
  const cases = report.cases.map(({ case: { id, title }, line }) => ({ id, type: "case", title, line }));
  const taken = report.taken.map(({ question: { id, type }, title, line }) => ({ id, type, title, line }));
  return {
    taken: [...cases, ...taken].sort((a, b) => a.line - b.line).map(({ id, type, title }) => ({ id, type, title })),
    refused: report.refused.map(({ text, line, ...remark }) => ({ line, reason: remarkLine(remark, language), text })),
  };
}

async function exportCourse(
  format: ExchangeFormat,
  { course: slug, topic, out }: Arguments["values"],
): Promise<number> {
  const report = await checkContent({ contentDir: path.resolve("content"), now: now() });
  const found = report.courses.find(({ folder }) => folder === slug);
  const content = found?.course;
  if (!content) {
    const names = report.courses.map(({ folder }) => folder).join(", ");
    if (!found)
      throw new PlainSentence(
        `Không có khóa học “${slug}”; có: ${names}.`,
        `There is no course “${slug}”; there are: ${names}.`,
      );
    throw new PlainSentence(
      "Nội dung khóa học có lỗi: chạy npm run content -- check content.",
      "The course has errors: run npm run content -- check content.",
    );
  }
  const chosen = content.questions.filter((question) => topic === undefined || question.topic === topic);
  if (chosen.length === 0) {
    const topics = Object.keys(content.topics).join(", ");
    throw new PlainSentence(`Không có câu hỏi nào; chủ đề có: ${topics}.`, `No question; topics are: ${topics}.`);
  }
  const { content: bytes, refused, lost } = await writeQuestions(chosen, format, content.topics);
  for (const { id, ...remark } of [...refused, ...lost]) console.error(`${id}: ${remarkLine(remark, "vi")}`);
  if (out === undefined && format !== "xlsx") {
    process.stdout.write(bytes);
    return 0;
  }
  return give(out ?? `${slug}.${FILE_ENDING[format]}`, bytes);
}

async function give(file: string, bytes: Uint8Array): Promise<number> {
  await writeFile(path.resolve(file), bytes);
  console.error(`→ ${file}`);
  return 0;
}

try {
  process.exitCode = await questions(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PlainSentence)) throw error;
  console.error(`${error.vietnamese}\n${error.english}`);
  process.exitCode = 1;
}
