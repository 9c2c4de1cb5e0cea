/** Questions as a spreadsheet; without questions it is the template that an officer fills in. */
import excel from "exceljs";
import type { Question } from "../../question-types";
import { tagsOfQuestion, detailsOfTags } from "../read-question";
import type { Written } from "../written";
import {
  DIFFICULTY_WORDS,
  GUIDE,
  GUIDE_LINES,
  OPTION_LETTERS,
  SCORING_WORDS,
  SHEET,
  sheetColumns,
  STATUS_WORDS,
  TYPE_WORDS,
  type ColumnKey,
} from "./columns";

const USUAL_OPTIONS = 6;
/** How far down the lists of choices reach. */
const LISTED_ROWS = 1000;

const LISTS: Partial<Record<ColumnKey, Readonly<Record<string, string>>>> = {
  type: TYPE_WORDS,
  "detail.status": STATUS_WORDS,
  "detail.difficulty": DIFFICULTY_WORDS,
  "detail.scoring": SCORING_WORDS,
};

/** The library keeps this to itself in its types; a range is one rule, cell by cell it would be a thousand. */
interface Validated {
  dataValidations: { add(range: string, rule: excel.DataValidation): void };
}

export async function writeXlsx(questions: readonly Question[]): Promise<Written<Uint8Array>> {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(SHEET, { views: [{ state: "frozen", ySplit: 1, xSplit: 3 }] });
  const widest = Math.max(USUAL_OPTIONS, ...questions.map((question) => partsOf(question).length));
  const columns = sheetColumns(widest);
  // As text, so that "1/2" stays what was typed.
  sheet.columns = columns.map(({ width }) => ({
    width,
    style: { numFmt: "@", alignment: { wrapText: true, vertical: "top" } },
  }));
  const head = sheet.addRow(columns.map(({ header }) => header));
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.border = { bottom: { style: "medium" } };
  });
  for (const question of questions) {
    const cells = cellsOf(question);
    sheet.addRow(columns.map(({ key }) => protectedText(cells.get(key) ?? "")));
  }
  columns.forEach(({ key }, index) => {
    const words = LISTS[key];
    if (!words) return;
    const letter = sheet.getColumn(index + 1).letter;
    (sheet as unknown as Validated).dataValidations.add(
      `${letter}2:${letter}${Math.max(LISTED_ROWS, questions.length + 100)}`,
      {
        type: "list",
        allowBlank: true,
        formulae: [`"${Object.values(words).join(",")}"`],
        showErrorMessage: true,
        errorTitle: "Không có trong danh sách",
        error: `Chọn một trong: ${Object.values(words).join(", ")}.`,
      },
    );
  });
  const guide = book.addWorksheet(GUIDE);
  guide.columns = [{ width: 24 }, { width: 110 }];
  for (const [label, text] of GUIDE_LINES) {
    const row = guide.addRow([label, text]);
    row.getCell(1).font = { bold: true };
    row.getCell(2).alignment = { wrapText: true };
  }
  const content = new Uint8Array(await book.xlsx.writeBuffer());
  return { content, refused: [], lost: [] };
}

/** "_x0041_" would be read as "A". An empty cell is none. */
const protectedText = (text: string) => (text === "" ? null : text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));

function partsOf(question: Question): { text: string; feedback: string }[] {
  const arrow = (text: string) => text.replaceAll("->", "\\->");
  switch (question.type) {
    case "true-false":
      return [];
    case "matching":
      return [
        ...question.pairs.map(({ left, right, feedback }) => ({
          text: `${arrow(left)} -> ${arrow(right)}`,
          feedback: feedback ?? "",
        })),
        ...question.distractors.map((text) => ({ text: `-> ${arrow(text)}`, feedback: "" })),
      ];
    default:
      return question.options;
  }
}

function cellsOf(question: Question): Map<ColumnKey, string> {
  const { details } = detailsOfTags(tagsOfQuestion(question));
  const cells = new Map<ColumnKey, string>([
    ["id", question.id],
    ["type", TYPE_WORDS[question.type]],
    ["topic", question.topic],
    ["stem", question.stem],
    ["explanation", question.explanation],
    ["key", keyOf(question)],
  ]);
  for (const [name, value] of Object.entries(details)) cells.set(`detail.${name as keyof typeof details}`, value);
  cells.set("detail.status", STATUS_WORDS[question.status]);
  cells.set("detail.difficulty", DIFFICULTY_WORDS[question.difficulty]);
  if (question.type === "multiple-response") cells.set("detail.scoring", SCORING_WORDS[question.scoring]);
  if ("options" in question)
    cells.set(
      "detail.anchored",
      lettersOf(question.options, ({ anchored }) => anchored === true),
    );
  partsOf(question).forEach(({ text, feedback }, index) => {
    cells.set(`option${OPTION_LETTERS[index]!}`, text);
    cells.set(`feedback${OPTION_LETTERS[index]!}`, feedback);
  });
  if (question.type === "true-false") {
    cells.set("feedbackA", question.feedback.whenTrue);
    cells.set("feedbackB", question.feedback.whenFalse);
  }
  return cells;
}

function keyOf(question: Question): string {
  if (question.type === "true-false") return question.answer ? "Đúng" : "Sai";
  return question.type === "matching" ? "" : lettersOf(question.options, ({ correct }) => correct === true);
}

const lettersOf = <Part>(parts: readonly Part[], chosen: (part: Part) => boolean) =>
  parts.flatMap((part, index) => (chosen(part) ? [OPTION_LETTERS[index]!] : [])).join(", ");
