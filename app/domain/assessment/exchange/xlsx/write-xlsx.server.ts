/** Questions as a spreadsheet; without questions it is the template that an officer fills in. */
import excel from "exceljs";
import type { Question } from "../../question-types";
import { tagsOfQuestion, detailsOfTags } from "../details";
import { remark } from "../exchange";
import { partsLost, type LeftOut, type Written } from "../written";
import { answersAsCells, lettersOf, type AnswerCells } from "./answers-as-cells";
import { writeNumber } from "./cell-words";
import {
  YES_WORDS,
  DIFFICULTY_WORDS,
  EXACT_WORDS,
  GUIDE,
  OPTION_LETTERS,
  SCORING_WORDS,
  SHEET,
  sheetColumns,
  STATUS_WORDS,
  TYPE_WORDS,
  type ColumnKey,
} from "./columns";
import { GUIDE_LINES } from "./guide";

const USUAL_OPTIONS = 6;
/** How far down the lists of choices reach. */
const LISTED_ROWS = 1000;

const LISTS: Partial<Record<ColumnKey, Readonly<Record<string, string>>>> = {
  type: TYPE_WORDS,
  "detail.status": STATUS_WORDS,
  "detail.difficulty": DIFFICULTY_WORDS,
  "detail.scoring": SCORING_WORDS,
  "detail.critical": YES_WORDS,
  "detail.expired": YES_WORDS,
  "detail.exact": EXACT_WORDS,
};

/** The library keeps this to itself in its types; a range is one rule, cell by cell it would be a thousand. */
interface Validated {
  dataValidations: { add(range: string, rule: excel.DataValidation): void };
}

export async function writeXlsx(questions: readonly Question[]): Promise<Written<Uint8Array>> {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(SHEET, { views: [{ state: "frozen", ySplit: 1, xSplit: 3 }] });
  const written = questions.map((question) => answersAsCells(question));
  const widest = Math.max(USUAL_OPTIONS, ...written.map(({ parts }) => parts.length));
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
  const told = new Set<string>();
  for (const [index, question] of questions.entries()) {
    const cells = cellsOf(question, written[index]!, told);
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
  return { content, refused: [], lost: questions.flatMap(lostOf) };
}

/** "_x0041_" would be read as "A". An empty cell is none. */
const protectedText = (text: string) => (text === "" ? null : text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));

/** `told` are the cases of the rows above: a case is told once. */
function cellsOf(question: Question, { key, parts, passage, wrongFeedback }: AnswerCells, told: Set<string>) {
  const { details } = detailsOfTags(tagsOfQuestion(question));
  const { hints, ...single } = details;
  const cells = new Map<ColumnKey, string>([
    ["id", question.id],
    ["type", TYPE_WORDS[question.type]],
    ["topic", question.topic],
    ["stem", question.stem],
    ["passage", passage],
    ["explanation", question.explanation],
    ["key", key],
    ["wrongFeedback", wrongFeedback],
  ]);
  for (const [name, value] of Object.entries(single)) cells.set(`detail.${name as keyof typeof single}`, value);
  cells.set("detail.status", STATUS_WORDS[question.status]);
  cells.set("detail.difficulty", DIFFICULTY_WORDS[question.difficulty]);
  cells.set("detail.critical", question.critical ? YES_WORDS.yes : "");
  cells.set("detail.expired", question.citation.expired ? YES_WORDS.yes : "");
  cells.set("detail.marks", question.marks === 1 ? "" : writeNumber(question.marks));
  cells.set("detail.hints", (hints ?? []).map(oneLine).join("\n"));
  if (single.exact) cells.set("detail.exact", EXACT_WORDS[single.exact as keyof typeof EXACT_WORDS]);
  if ("scoring" in question) cells.set("detail.scoring", SCORING_WORDS[question.scoring]);
  const options: readonly { anchored?: boolean | undefined }[] = "options" in question ? question.options : [];
  cells.set(
    "detail.anchored",
    lettersOf(options, ({ anchored }) => anchored === true),
  );
  if (question.case && !told.has(question.case.id)) {
    told.add(question.case.id);
    cells.set("caseTitle", question.case.title);
    cells.set("caseText", question.case.text);
  }
  parts.forEach(({ text, feedback }, index) => {
    cells.set(`option${OPTION_LETTERS[index]!}`, text);
    cells.set(`feedback${OPTION_LETTERS[index]!}`, feedback);
  });
  return cells;
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

function lostOf(question: Question): LeftOut[] {
  // A pair has its feedback in the column beside it.
  const lost = question.type === "matching" ? [] : partsLost(question);
  if (question.hints?.some((hint) => hint.includes("\n")))
    lost.push({ id: question.id, ...remark("hint-lines-joined") });
  return lost;
}
