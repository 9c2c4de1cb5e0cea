/** One row of the spreadsheet → a question as read. */
import { cleanField } from "../clean-text";
import { excerpt, remark, type Remark } from "../exchange";
import { defaultOptionId, defaultPairId, type Details, type ReadKind, type ReadQuestion } from "../read-question";
import { topicOfCategory } from "../topic";
import {
  DIFFICULTY_WORDS,
  nameOfWord,
  OPTION_LETTERS,
  SCORING_WORDS,
  STATUS_WORDS,
  TYPE_WORDS,
  type ColumnKey,
} from "./columns";

export type RowCells = ReadonlyMap<ColumnKey, string>;

export function readRow(row: RowCells, line: number): ReadQuestion | Remark {
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
  const kind = kindOf(type, { key: cell("key"), filled, options });
  if ("rule" in kind) return kind;
  return {
    line,
    source: excerpt(cell("stem") || [...row.values()].join(" ")),
    id: cell("id") || undefined,
    topic: topicOfCategory(cell("topic")),
    stem: cell("stem"),
    generalFeedback: cell("explanation"),
    details: detailsOf(cell, type),
    remarks: [],
    ...kind,
  };
}

interface Option {
  letter: string;
  text: string;
  feedback: string;
}

type RowType = keyof typeof TYPE_WORDS;

/** The list's choice, or what the key shows when nothing was chosen. */
function typeOf(word: string, key: string, filled: readonly Option[]): RowType | Remark {
  if (word !== "") return nameOfWord(TYPE_WORDS, word) ?? remark("type-unknown", { value: excerpt(word, 40) });
  if (truthOf(key) !== null && filled.length === 0) return "true-false";
  if (key === "" && filled.length > 0 && filled.every(({ text }) => ARROW.test(text))) return "matching";
  return lettersOf(key).length > 1 ? "multiple-response" : "single-choice";
}

/** The first arrow that no backslash stands before. */
const ARROW = /(?<!\\)->/;
const withoutEscapes = (text: string) => text.replace(/\\->/g, "->").trim();

function truthOf(key: string): boolean | null {
  if (/^(?:đúng|đ|true)$/i.test(key)) return true;
  return /^(?:sai|s|false)$/i.test(key) ? false : null;
}

const lettersOf = (key: string) =>
  key
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((part) => part !== "");

function kindOf(
  type: RowType,
  { key, filled, options }: { key: string; filled: readonly Option[]; options: readonly Option[] },
): ReadKind | Remark {
  if (type === "true-false") {
    const answer = truthOf(key);
    if (answer === null) return remark("key-unknown", { value: excerpt(key, 40) || "—" });
    return { kind: "true-false", answer, whenTrue: options[0]!.feedback, whenFalse: options[1]!.feedback };
  }
  const gap = filled.find(({ text }) => text === "");
  if (gap) return remark("gap-in-options", { letter: gap.letter });
  if (type === "matching") return matchingOf(filled);
  const letters = lettersOf(key);
  const known = letters.every((letter) => filled.some((option) => option.letter === letter));
  if (letters.length === 0 || !known || new Set(letters).size < letters.length) {
    return remark("key-unknown", { value: excerpt(key, 40) || "—" });
  }
  const multiple = type === "multiple-response";
  if (!multiple && letters.length > 1) return remark("two-right-answers");
  const share = multiple ? 100 / letters.length : 100;
  return {
    kind: "choice",
    multiple,
    options: filled.map(({ letter, text, feedback }) => {
      const wrong = multiple ? -share : 0;
      return { text, weight: letters.includes(letter) ? share : wrong, feedback };
    }),
  };
}

function matchingOf(filled: readonly Option[]): ReadKind | Remark {
  const pairs: { left: string; right: string; feedback: string }[] = [];
  const distractors: string[] = [];
  for (const { text, feedback } of filled) {
    const arrow = ARROW.exec(text);
    if (!arrow) return remark("pair-without-arrow", { answer: excerpt(text, 60) });
    const left = withoutEscapes(text.slice(0, arrow.index));
    const right = withoutEscapes(text.slice(arrow.index + 2));
    if (left === "") distractors.push(right);
    else pairs.push({ left, right, feedback });
  }
  return { kind: "matching", pairs, distractors };
}

function detailsOf(cell: (key: ColumnKey) => string, type: RowType): Details {
  const [status, difficulty, scoring] = [cell("detail.status"), cell("detail.difficulty"), cell("detail.scoring")];
  const parts = cell("detail.parts");
  const ids = parts.split(",").map((part) => part.trim());
  const usual = type === "matching" ? defaultPairId : defaultOptionId;
  // Options are called by their letters here, by their ids elsewhere.
  const anchored = lettersOf(cell("detail.anchored")).map((letter) => {
    const index = OPTION_LETTERS.indexOf(letter);
    return parts === "" ? usual(index) : (ids[index] ?? "");
  });
  return {
    status: (nameOfWord(STATUS_WORDS, status) ?? status) || undefined,
    difficulty: (nameOfWord(DIFFICULTY_WORDS, difficulty) ?? difficulty) || undefined,
    scoring: nameOfWord(SCORING_WORDS, scoring),
    document: cell("detail.document") || undefined,
    article: cell("detail.article") || undefined,
    clause: cell("detail.clause") || undefined,
    lesson: cell("detail.lesson") || undefined,
    parts: parts || undefined,
    anchored: anchored.join(",") || undefined,
  };
}
