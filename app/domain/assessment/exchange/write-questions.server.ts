/** Questions as a file of any format. */
import type { Question } from "../question-types";
import { writeAiken } from "./aiken/write-aiken";
import type { ExchangeFormat } from "./exchange";
import { writeGift } from "./gift/write-gift";
import { writeMoodleXml } from "./moodle-xml/write-moodle-xml";
import type { Written } from "./written";
import { writeXlsx } from "./xlsx/write-xlsx.server";
import { writeBankYaml } from "./yaml/write-bank-yaml";

export async function writeQuestions(
  questions: readonly Question[],
  format: ExchangeFormat,
  titles: Readonly<Record<string, string>> = {},
): Promise<Written<Uint8Array>> {
  if (format === "xlsx") return writeXlsx(questions);
  const written = writeText(questions, format, titles);
  return { ...written, content: new TextEncoder().encode(written.content) };
}

function writeText(
  questions: readonly Question[],
  format: Exclude<ExchangeFormat, "xlsx">,
  titles: Readonly<Record<string, string>>,
): Written {
  if (format === "gift") return writeGift(questions);
  if (format === "moodle-xml") return writeMoodleXml(questions);
  return format === "aiken" ? writeAiken(questions) : writeBankYaml(questions, titles);
}
