/**
 * A question as a file has it, before it is asked whether the platform offers that kind. Every kind that the formats know is
 * read in full here; `to-question.ts` says which of them become questions.
 */
import { QUESTION_STATUSES, DIFFICULTIES } from "../question";
import type { Question } from "../question-types";
import type { Refused, Remark } from "./exchange";

/** What Moodle has no field for and we write as tags ("document:1847/QĐ-TTg"). */
export interface Details {
  status?: string | undefined;
  difficulty?: string | undefined;
  document?: string | undefined;
  article?: string | undefined;
  clause?: string | undefined;
  lesson?: string | undefined;
  scoring?: string | undefined;
  /** Ids of options or pairs in their order, "dung,sai-1"; left out when they are a, b, c or p1, p2, p3. */
  parts?: string | undefined;
  /** Ids of the options that keep their place. */
  anchored?: string | undefined;
}

const DETAIL_NAMES = [
  "status",
  "difficulty",
  "document",
  "article",
  "clause",
  "lesson",
  "scoring",
  "parts",
  "anchored",
] as const satisfies readonly (keyof Details)[];

export interface ReadAnswer {
  text: string;
  /** In percent, from -100 to 100. */
  weight: number;
  feedback: string;
}

export interface ReadNumber {
  /** null: any number ("*"). */
  range: { from: number; to: number } | null;
  weight: number;
  feedback: string;
}

interface ReadBase {
  line: number;
  /** As it stands in the file, for the report. */
  source: string;
  /** The id that the file gives; without one an id is made of the title. */
  id?: string | undefined;
  title?: string | undefined;
  topic?: string | undefined;
  stem: string;
  generalFeedback: string;
  details: Details;
  /** What was lost or changed while it was read. */
  remarks: Remark[];
}

export type ReadKind =
  | { kind: "choice"; multiple: boolean; options: ReadAnswer[] }
  | { kind: "true-false"; answer: boolean; whenTrue: string; whenFalse: string }
  | { kind: "matching"; pairs: { left: string; right: string; feedback: string }[]; distractors: string[] }
  | { kind: "short-answer"; answers: ReadAnswer[]; caseMatters: boolean }
  | { kind: "numerical"; answers: ReadNumber[]; wrongFeedback: string }
  | { kind: "essay" }
  | { kind: "description" }
  | { kind: "cloze" }
  | { kind: "other"; name: string };

export type ReadQuestion = ReadBase & ReadKind;

/** What a reader hands over. */
export interface Reading {
  questions: (ReadQuestion | { kind: "ready"; question: Question; line: number; source: string })[];
  refused: Refused[];
  notes: Remark[];
  /** false: the file itself is not of the format. */
  readable: boolean;
}

export const failedReading = (refused: Refused): Reading => ({
  questions: [],
  refused: [refused],
  notes: [],
  readable: false,
});

/** Details out of tags; other tags are handed back. */
export function detailsOfTags(tags: readonly string[]): { details: Details; others: string[] } {
  const details: Details = {};
  const others: string[] = [];
  for (const tag of tags) {
    const colon = tag.indexOf(":");
    const name = DETAIL_NAMES.find((each) => each === tag.slice(0, colon).trim().toLowerCase());
    if (colon > 0 && name) details[name] = tag.slice(colon + 1).trim();
    else if (tag.trim() !== "") others.push(tag.trim());
  }
  return { details, others };
}

const LETTERS = "abcdefghij";

export const defaultOptionId = (index: number) => LETTERS[index] ?? `x${index + 1}`;
export const defaultPairId = (index: number) => `p${index + 1}`;

/** The details of one of our questions, as tags in a fixed order. */
export function tagsOfQuestion(question: Question): string[] {
  const tags = [`status:${question.status}`, `difficulty:${question.difficulty}`];
  const { document, article, clause } = question.citation;
  tags.push(`document:${document}`);
  if (article) tags.push(`article:${article}`);
  if (clause) tags.push(`clause:${clause}`);
  if (question.lesson) tags.push(`lesson:${question.lesson}`);
  if (question.type === "multiple-response" && question.scoring !== "partial") tags.push(`scoring:${question.scoring}`);
  const options = "options" in question ? question.options : [];
  const parts = "pairs" in question ? question.pairs : options;
  const usual = "pairs" in question ? defaultPairId : defaultOptionId;
  if (parts.some(({ id }, index) => id !== usual(index))) tags.push(`parts:${parts.map(({ id }) => id).join(",")}`);
  const anchored = options.filter((option) => option.anchored).map(({ id }) => id);
  if (anchored.length > 0) tags.push(`anchored:${anchored.join(",")}`);
  return tags;
}

export const isStatus = (value: string | undefined): value is (typeof QUESTION_STATUSES)[number] =>
  (QUESTION_STATUSES as readonly string[]).includes(value ?? "");
export const isDifficulty = (value: string | undefined): value is (typeof DIFFICULTIES)[number] =>
  (DIFFICULTIES as readonly string[]).includes(value ?? "");
