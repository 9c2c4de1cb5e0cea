import { EXCHANGE_FORMATS, type ExchangeFormat, FILE_ENDING } from "~/domain/assessment/exchange/exchange";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import type { ExportPreview } from "~/domain/assessment/question-import/import-view";
import type { Question } from "~/domain/assessment/question-types";
import { notFound } from "~/domain/problem";
import { workingCourse } from "./working-course";

export interface BankExportView {
  course: { slug: string; title: string };
  topics: Record<string, string>;
  /** null: of every topic. */
  topic: string | null;
  formats: ExportPreview[];
}

/** What each format can hold of the questions, so that it is known before the file is taken. */
export async function viewBankExport(input: { slug: string; topic: string | null }): Promise<BankExportView> {
  const { working, chosen } = await chosenOf(input);
  const formats: ExportPreview[] = [];
  for (const format of EXCHANGE_FORMATS) {
    const { refused, lost } = await writeQuestions(chosen, format, working.topics);
    formats.push({ format, written: chosen.length - new Set(refused.map(({ id }) => id)).size, refused, lost });
  }
  const { slug, title, topics } = working;
  return { course: { slug, title }, topics, topic: input.topic, formats };
}

/** The questions as a file, answer keys included. */
export async function exportBank(input: {
  slug: string;
  topic: string | null;
  format: ExchangeFormat;
}): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { slug, topic, format } = input;
  const { working, chosen } = await chosenOf(input);
  const { content } = await writeQuestions(chosen, format, working.topics);
  const name = [slug, topic, working.draft ? "ban-nhap" : `phien-ban-${working.number}`]
    .filter((part) => part !== null)
    .join("_");
  return { fileName: `${name}.${FILE_ENDING[format]}`, bytes: content };
}

/** The spreadsheet that an officer fills in. */
export async function questionTemplate(): Promise<{ fileName: string; bytes: Uint8Array }> {
  return { fileName: "mau-cau-hoi.xlsx", bytes: (await writeQuestions([], "xlsx")).content };
}

async function chosenOf({ slug, topic }: { slug: string; topic: string | null }) {
  const working = await workingCourse(slug);
  if (topic !== null && !(topic in working.topics)) throw notFound(`bank ${topic} of ${slug}`);
  const chosen: Question[] = working.questions.filter((question) => topic === null || question.topic === topic);
  return { working, chosen };
}
