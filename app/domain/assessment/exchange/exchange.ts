/** What comes of reading a file of questions: the same shape whatever the format. Nothing is skipped in silence. */
import type { CaseText } from "../question";
import type { Question } from "../question-types";
import type { ExchangeRule } from "./words/vi";

export const EXCHANGE_FORMATS = ["gift", "moodle-xml", "aiken", "yaml", "xlsx"] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** The usual end of the name of such a file. */
export const FILE_ENDING: Record<ExchangeFormat, string> = {
  gift: "gift.txt",
  "moodle-xml": "xml",
  aiken: "aiken.txt",
  yaml: "yaml",
  xlsx: "xlsx",
};

/** Something to be said, by a rule whose words stand in `words/`. */
export interface Remark {
  rule: ExchangeRule;
  values: Record<string, string | number>;
}

export interface Taken {
  question: Question;
  title: string;
  /** Where it stands in the file; the row in a spreadsheet. */
  line: number;
}

export interface TakenCase {
  case: CaseText;
  line: number;
}

/** What was taken otherwise than it stands in the file. */
export interface Changed extends Remark {
  id: string;
  line: number;
}

export interface Refused extends Remark {
  line: number;
  /** The beginning of the refused piece, as it stands in the file. */
  text: string;
}

/** The first texts that were written in an old encoding, as they stood and as they were understood. */
export interface Conversion {
  from: "tcvn3" | "vni" | "windows-1258" | "utf-16";
  samples: { line: number; before: string; after: string }[];
}

export interface Exchange {
  /** false: the file as a whole could not be read, and nothing was taken. */
  readable: boolean;
  taken: Taken[];
  /** Texts that questions refer to by `case: <id>`; each question of the file that does carries its own already. */
  cases: TakenCase[];
  changed: Changed[];
  refused: Refused[];
  /** Of the file as a whole. */
  notes: Remark[];
  conversion: Conversion | null;
}

/** What an officer says for all questions of the file that do not say it themselves. */
export interface ExchangeDefaults {
  /** The number of a document, "1847/QĐ-TTg". */
  citation?: string | undefined;
  topic?: string | undefined;
  /** Refuses what lacks a citation, an explanation or a feedback, in place of taking it as a draft. */
  complete?: boolean | undefined;
}

/** A refused file: no line but the first, and nothing taken. */
export function unreadable(
  rule: ExchangeRule,
  values: Remark["values"] = {},
  place: { line?: number; text?: string } = {},
): Exchange {
  const refused = [{ line: place.line ?? 1, rule, values, text: place.text ?? "" }];
  return { readable: false, taken: [], cases: [], changed: [], refused, notes: [], conversion: null };
}

export const remark = (rule: ExchangeRule, values: Remark["values"] = {}): Remark => ({ rule, values });

/** The beginning of a text, on one line. */
export function excerpt(text: string, length = 160): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join("")}…`;
}
