/** One row of the spreadsheet → a question as read, and the case that it tells. */
import { cleanField, slugOf } from "../clean-text";
import { USUAL_IDS, type Details } from "../details";
import { excerpt, type Remark } from "../exchange";
import { gapNames, GAP_STEM } from "../gaps";
import type { ReadCase, ReadQuestion } from "../read-question";
import { topicOfCategory } from "../topic";
import {
  YES_WORDS,
  DIFFICULTY_WORDS,
  EXACT_WORDS,
  nameOfWord,
  OPTION_LETTERS,
  SCORING_WORDS,
  STATUS_WORDS,
  type ColumnKey,
} from "./columns";
import { lettersOf, readKind, typeOf, type RowType } from "./row-kinds";

export type RowCells = ReadonlyMap<ColumnKey, string>;

export interface RowRead {
  question: ReadQuestion;
  case: ReadCase | null;
}

export function readRow(row: RowCells, line: number): RowRead | Remark {
  const cell = (key: ColumnKey) => cleanField(row.get(key) ?? "");
  const options = OPTION_LETTERS.map((letter) => ({
    letter,
    text: cell(`option${letter}`),
    feedback: cell(`feedback${letter}`),
  }));
  const count = options.findLastIndex(({ text }) => text !== "") + 1;
  const filled = options.slice(0, count);
  const type = typeOf(cell("type"), cell("key"), filled);
  if (typeof type !== "string") return type;
  // A text with gaps may stand in the place of the question.
  const alone = type === "inline-choice" && cell("passage") === "" && gapNames(cell("stem")).length > 0;
  const [stem, passage] = alone ? [GAP_STEM, cell("stem")] : [cell("stem"), cell("passage")];
  const remarks: Remark[] = [];
  const wrongFeedback = cell("wrongFeedback");
  const kind = readKind(type, { key: cell("key"), filled, options, passage, wrongFeedback, remarks });
  if ("rule" in kind) return kind;
  const about = caseOfRow(cell, line);
  const question: ReadQuestion = {
    line,
    source: excerpt(cell("stem") || [...row.values()].join(" ")),
    id: cell("id") || undefined,
    topic: topicOfCategory(cell("topic")),
    stem,
    generalFeedback: cell("explanation"),
    details: { ...detailsOf(cell, type), ...(about && { case: about.id }) },
    remarks,
    ...kind,
  };
  return { question, case: about };
}

type Cell = (key: ColumnKey) => string;

/** The case, when its text stands in this row. Without an id it is called by its title or its first words. */
function caseOfRow(cell: Cell, line: number): ReadCase | null {
  const [text, title] = [cell("caseText"), cell("caseTitle")];
  if (text === "") return null;
  const id = cell("detail.case") || slugOf(title) || slugOf(text) || "tinh-huong";
  return { kind: "case", line, source: excerpt(text), id, title: title || undefined, text, remarks: [] };
}

function detailsOf(cell: Cell, type: RowType): Details {
  const parts = cell("detail.parts");
  const ids = parts.split(",").map((part) => part.trim());
  // Options are called by their letters here, by their ids elsewhere.
  const anchored = lettersOf(cell("detail.anchored")).map((letter) => {
    const index = OPTION_LETTERS.indexOf(letter);
    return parts === "" ? USUAL_IDS.option(index) : (ids[index] ?? "");
  });
  const named = <Name extends string>(key: ColumnKey, words: Readonly<Record<Name, string>>) =>
    (nameOfWord(words, cell(key)) ?? cell(key)) || undefined;
  const hints = cell("detail.hints")
    .split("\n")
    .map((hint) => hint.trim());
  return {
    kind: type,
    status: named("detail.status", STATUS_WORDS),
    difficulty: named("detail.difficulty", DIFFICULTY_WORDS),
    scoring: nameOfWord(SCORING_WORDS, cell("detail.scoring")),
    critical: named("detail.critical", YES_WORDS),
    exact: nameOfWord(EXACT_WORDS, cell("detail.exact")),
    marks: cell("detail.marks") || undefined,
    document: cell("detail.document") || undefined,
    article: cell("detail.article") || undefined,
    clause: cell("detail.clause") || undefined,
    expired: named("detail.expired", YES_WORDS),
    lesson: cell("detail.lesson") || undefined,
    remedial: cell("detail.remedial") || undefined,
    case: cell("detail.case") || undefined,
    unit: cell("detail.unit") || undefined,
    minwords: cell("detail.minwords") || undefined,
    parts: parts || undefined,
    anchored: anchored.join(",") || undefined,
    hints: hints.filter((hint) => hint !== ""),
  };
}
