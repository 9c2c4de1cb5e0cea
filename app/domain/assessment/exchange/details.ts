/** What a question has and a format has no field for: tags in Moodle's formats ("document:1847/QĐ-TTg"), columns in a spreadsheet. */
import type { Question } from "../question-types";
import { gapsInText } from "./gaps";

export interface Details {
  status?: string | undefined;
  difficulty?: string | undefined;
  document?: string | undefined;
  article?: string | undefined;
  clause?: string | undefined;
  /** "yes": the document is no longer in force, and is cited on purpose. */
  expired?: string | undefined;
  lesson?: string | undefined;
  marks?: string | undefined;
  critical?: string | undefined;
  /** The id of the case that it asks about. */
  case?: string | undefined;
  /** What it is, where the format shows it as another kind: "ordering", "inline-choice", "dilemma". */
  kind?: string | undefined;
  scoring?: string | undefined;
  /** How many paragraphs of the text are the question; what follows is the text with gaps. */
  stem?: string | undefined;
  unit?: string | undefined;
  /** The exact bounds of the numbers, "2..5,3..3", where a middle and a tolerance do not give them. */
  ranges?: string | undefined;
  /** What must be written exactly: "case", "accents". */
  exact?: string | undefined;
  minwords?: string | undefined;
  /** "lesson" or "lesson#section". */
  remedial?: string | undefined;
  /** Ids of the parts in their order, "dung,sai-1"; left out when they are the usual ones. */
  parts?: string | undefined;
  /** Ids of the options that keep their place. */
  anchored?: string | undefined;
  hints?: string[] | undefined;
}

type DetailName = Exclude<keyof Details, "hints">;
export type TagName = DetailName | "hint";

const DETAIL_NAMES = [
  "status",
  "difficulty",
  "document",
  "article",
  "clause",
  "expired",
  "lesson",
  "marks",
  "critical",
  "case",
  "kind",
  "scoring",
  "stem",
  "unit",
  "ranges",
  "exact",
  "minwords",
  "remedial",
  "parts",
  "anchored",
] as const satisfies readonly DetailName[];

/** Details out of tags; other tags are handed back. */
export function detailsOfTags(tags: readonly string[]): { details: Details; others: string[] } {
  const details: Details = {};
  const others: string[] = [];
  for (const tag of tags) {
    const colon = tag.indexOf(":");
    const word = tag.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = tag.slice(colon + 1).trim();
    const name = DETAIL_NAMES.find((each) => each === word);
    if (name) details[name] = value;
    else if (word === "hint" && value !== "") details.hints = [...(details.hints ?? []), value];
    else if (tag.trim() !== "") others.push(tag.trim());
  }
  return { details, others };
}

const LETTERS = "abcdefghij";

/** What the parts of a question are called when the file does not say. */
export const USUAL_IDS = {
  option: (index: number) => LETTERS[index] ?? `x${index + 1}`,
  pair: (index: number) => `p${index + 1}`,
  item: (index: number) => `s${index + 1}`,
  gap: (index: number) => String(index + 1),
} as const;

/** The details of one of our questions, as tags in a fixed order, without those that the format holds `natively`. */
export function tagsOfQuestion(question: Question, natively: readonly TagName[] = []): string[] {
  return detailsOf(question).flatMap(([name, value]) =>
    value === undefined || value === "" || natively.includes(name) ? [] : [`${name}:${value}`],
  );
}

type Pair = readonly [TagName, string | undefined];

function detailsOf(question: Question): Pair[] {
  const { document, article, clause, expired } = question.citation;
  const options = "options" in question ? question.options : [];
  const anchored = options.filter((option) => option.anchored).map(({ id }) => id);
  return [
    ["status", question.status],
    ["difficulty", question.difficulty],
    ["document", document],
    ["article", article],
    ["clause", clause],
    ["expired", expired ? "yes" : undefined],
    ["lesson", question.lesson],
    ["marks", question.marks === 1 ? undefined : String(question.marks)],
    ["critical", question.critical ? "yes" : undefined],
    ["case", question.case?.id],
    ...detailsOfKind(question),
    ["parts", unusualIds(question)?.join(",")],
    ["anchored", anchored.join(",")],
    ...(question.hints ?? []).map((hint): Pair => ["hint", hint]),
  ];
}

function detailsOfKind(question: Question): Pair[] {
  switch (question.type) {
    case "multiple-response":
      return [["scoring", question.scoring === "partial" ? undefined : question.scoring]];
    case "ordering":
      return [
        ["kind", "ordering"],
        ["scoring", question.scoring === "partial" ? undefined : question.scoring],
      ];
    case "inline-choice":
      return [
        ["kind", "inline-choice"],
        ["stem", String(question.stem.split("\n\n").length)],
      ];
    case "short-answer": {
      const { caseMatters, accentsMatter } = question;
      return [["exact", [...(caseMatters ? ["case"] : []), ...(accentsMatter ? ["accents"] : [])].join(",")]];
    }
    case "numeric":
      return [["unit", question.unit]];
    case "reflection":
      return [["minwords", question.minWords?.toString()]];
    case "dilemma": {
      const { lesson, section } = question.remedial ?? {};
      return [
        ["kind", "dilemma"],
        ["remedial", section === undefined ? lesson : `${lesson}#${section}`],
      ];
    }
    default:
      return [];
  }
}

/** The ids of the parts, when they are other than the usual ones. */
function unusualIds(question: Question): string[] | undefined {
  const [parts, usual] =
    "options" in question
      ? [question.options, USUAL_IDS.option]
      : "pairs" in question
        ? [question.pairs, USUAL_IDS.pair]
        : "items" in question
          ? [question.items, USUAL_IDS.item]
          : "gaps" in question
            ? [gapsInText(question).gaps, USUAL_IDS.gap]
            : [[], USUAL_IDS.option];
  const ids = parts.map(({ id }) => id);
  return ids.some((id, index) => id !== usual(index)) ? ids : undefined;
}
