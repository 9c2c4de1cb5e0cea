import type { ExchangeRule } from "./vi";

export const en: Record<ExchangeRule, readonly [string, string]> = {
  "file-missing": ["The file “{file}” cannot be opened.", "Check its path and that it may be read."],
  "file-empty": ["The file is empty.", "Choose another."],
  "file-too-large": ["The file has {size} MB; the limit is {limit} MB.", "Divide it, and leave pictures out."],
  "file-binary": ["This is not a text file.", "Choose the format that the file has."],
  "encoding-broken": [
    "Line {line} has a byte that is not UTF-8 (byte {offset} of the file).",
    "Open the file where it was written and save it as UTF-8.",
  ],
  "encoding-unknown": [
    "The encoding of the file is not known (none of UTF-8, UTF-16, TCVN3, VNI, Windows-1258).",
    "Save the file as UTF-8.",
  ],
  "no-questions": ["The file holds no question.", "Check the chosen format and the file."],
  "too-many-questions": ["The file holds {found} questions; the limit is {limit}.", "Divide it."],
  "hidden-characters": ["{count} invisible characters were left out.", "Nothing needs doing."],
  converted: ["The text was converted from {from} to Unicode.", "Look at some lines before and after."],
  "yaml-broken": ["{what}", "Mend this line and import again."],
  "yaml-no-bank": ["This is not a question bank.", "It needs the keys topic, title and questions."],
  "xml-broken": ["The XML is malformed: {what}.", "Export it from Moodle again, unedited."],
  "xml-no-quiz": [
    "This is not Moodle XML: the outermost element is <{found}>.",
    "Choose a file whose outermost element is <quiz>.",
  ],
  "xml-doctype": ["The XML declares a DOCTYPE.", "Export it from Moodle again; such declarations are not accepted."],
  "xlsx-broken": ["This is no .xlsx workbook, or it is damaged ({what}).", "Open it in Excel and save it as .xlsx."],
  "xlsx-password": ["The workbook has a password or is an old .xls.", "Take the password off and save it as .xlsx."],
  "xlsx-bomb": [
    "The workbook unpacks to {size} MB; the limit is {limit} MB.",
    "Copy the questions alone into the template; do not open a file of unknown origin.",
  ],
  "xlsx-columns": ["The sheet lacks columns: {missing}.", "Use the template and keep its heading row."],
  "xlsx-column-unknown": [
    "The column “{column}” is not of the template and was not read.",
    "Delete it or mend its name.",
  ],
  "xlsx-column-twice": ["The column “{column}” stands twice.", "Keep one."],

  "unclosed-brace": ["The { on line {line} is never closed.", "Put a } after the answers; write \\{ where it is text."],
  "stray-brace": ["A } stands where no { is open.", "Add the { or write \\} where it is text."],
  "second-answers": [
    "The question has two pairs of { }.",
    "Leave a blank line between questions; write \\{ and \\} where they are text.",
  ],
  "answer-without-sign": ["“{answer}” stands before the first answer.", "Put = or ~ before each answer."],
  "few-answers": ["The question has too few answers.", "It needs at least two."],
  "bad-weight": ["The weight of “{answer}” is none.", "Weights run from -100 to 100, written like %50%."],
  "pair-without-arrow": ["“{answer}” has no -> between its sides.", "Write =left -> right."],
  "not-a-number": ["“{answer}” is no number, range or tolerance.", "Write like 5, 5:0.1 or 4..6."],
  "no-stem": ["The question asks nothing.", "Write the question before its answers."],
  "kind-not-offered": [
    "This kind of question (“{kind}”) is not offered yet.",
    "Write it as one of the kinds that are.",
  ],
  incomplete: ["The question lacks {what}.", "Add it in the file, or import it as a draft and add it later."],
  "question-invalid": ["The question is not valid: {faults}.", "Mend it after the pattern of its kind."],
  "two-right-answers": [
    "A single choice has more than one option of full marks.",
    "Keep one, or make it a multiple response.",
  ],
  "no-right-answer": ["The question has no right option.", "Mark the right one."],
  "duplicate-id": ["The id “{id}” was used on line {line}.", "Give this question another id."],
  "embedded-file": ["The question holds an embedded file (picture, sound).", "Take it out and say it in words."],
  "aiken-no-answer": ["The question has no ANSWER line.", "Add ANSWER: and the letter of the right option."],
  "aiken-letter-twice": ["Two options have the letter {letter}.", "Letter the options anew."],
  "aiken-answer-unknown": ["The answer “{answer}” is not the letter of an option.", "Mend the ANSWER line."],
  "formula-cell": ["Cell {cell} holds a formula.", "Copy it and paste it as a value."],
  "error-cell": ["Cell {cell} holds the error {value}.", "Mend the cell."],
  "type-unknown": ["“{value}” is no type of question.", "Choose from the list of that column."],
  "key-unknown": ["The key “{value}” does not fit the options.", "Write letters of options (B or A, C), or Đúng/Sai."],
  "gap-in-options": ["Option {letter} is empty though a later one is not.", "Move the options together."],
  "xml-unknown-answer": [
    "The true/false question does not say which answer is right.",
    'Mend <answer fraction="100">.',
  ],
  "case-unknown": [
    "The question is about the case “{case}”, which is not in the file.",
    "Add the case, or mend its id.",
  ],
  "case-invalid": ["The case is not valid: {faults}.", "It needs id, title and text."],
  "case-differs": ["The case “{id}” has another text on line {line}.", "Give it another id, or write the id alone."],
  "any-number-right": ["The question takes any number as right.", "Write the number or range that is accepted."],
  "no-gap": ["The text has no gap.", "Write [[1]], [[2]] where the gaps are."],
  "gap-without-choice": [
    "The gap [[{gap}]] has nothing to choose from.",
    "Add options, or mend the number of the gap.",
  ],
  "gap-options-unclear": [
    "The options in column {letter} cannot be read.",
    "Write like “right* / wrong”, exactly one with a *; feedback for each in the same order, or none.",
  ],
  "percent-unclear": [
    "The part of the marks “{value}” cannot be read.",
    "Write the letter of the option and a percentage, like B 50%; leave it empty for full marks.",
  ],
  "grades-unclear": [
    "The grades of the options cannot be read: “{value}”.",
    "Write one for each: A tốt nhất, B chấp nhận được, C rủi ro, D vi phạm.",
  ],
  "options-unwanted": ["An essay has no options.", "Leave the option columns empty, or choose another type."],
  "cloze-kinds": [
    "The cloze has a gap of the kind {kind}; only gaps to choose one option in are taken.",
    "Make its gaps MULTICHOICE, or several questions of it.",
  ],

  "filled-in": ["The file has no {what}; taken as a draft that says so openly.", "Fill it in before use."],
  "topic-unsorted": [
    "The file names no topic; the question stands under “{topic}”.",
    "Choose a topic when importing or later.",
  ],
  "feedback-borrowed": [
    "Options without feedback show the explanation.",
    "Write feedback for each option where you can.",
  ],
  "id-changed": ["The id “{from}” became “{to}”.", "Ids are lower-case letters, digits and hyphens."],
  "value-unknown": ["The {field} “{value}” is not known; the default stands.", "Choose again after the import."],
  "partial-weights-lost": [
    "A single choice cannot hold partial marks.",
    "The option of full marks is right, all others wrong.",
  ],
  "weights-levelled": [
    "The right options had unequal marks and now have equal ones ({share} % each).",
    "Look at the marking again.",
  ],
  "wrong-choices-cost": [
    "A wrong choice takes back as much as a right one earns, never below 0.",
    "Look at the marking again.",
  ],
  "format-lost": ["The words were kept; {what} were left out.", "Look at the question again."],
  "blank-line-in-braces": ["A blank line between braces was passed over.", "Moodle does not accept it there."],
  "combined-feedback-lost": ["The combined feedback was left out.", "Put it in the explanation if needed."],
  "hints-cut": ["Only the first {limit} hints were kept.", "Join hints if needed."],
  "case-unused": [
    "The description was taken as the case “{id}”, but no question of the file is about it.",
    "Write case: {id} in the questions that are.",
  ],
  "negative-marks-lost": ["An answer that cost marks is now worth nothing.", "Look at the marking again."],
  "essay-unmarked": [
    "The essay was taken as one that counts for nothing.",
    "Add a rubric in YAML if an officer marks it.",
  ],
  "order-marking-changed": [
    "The order is marked place by place, with every step in it.",
    "Choose all or nothing instead if needed.",
  ],
  "gaps-levelled": ["The gaps had unequal marks and now have equal ones.", "Make several questions of it if needed."],
  "units-lost": [
    "Only the unit “{unit}” was kept; units reckoned by a factor were left out.",
    "Name the unit in the question.",
  ],
  "number-read-as": ["“{value}” was read as the number {number}.", "Write thousands without a point if that is wrong."],

  "pair-feedback-lost": ["The format holds no feedback per pair.", "Use YAML or the spreadsheet to keep all."],
  "arrow-replaced": ["-> is written as →.", "GIFT joins the sides of a pair with ->."],
  "gift-one-gap": ["GIFT holds one gap, this question has {count}.", "Use Moodle XML, YAML or the spreadsheet."],
  "order-as-pairs": [
    "GIFT has no order: the steps are written as pairs “1 -> first step”.",
    "Imported here again they are an order; for Moodle use Moodle XML.",
  ],
  "rubric-lost": [
    "The format holds no rubric; imported again the question counts for nothing.",
    "Use YAML to keep all.",
  ],
  "option-citation-lost": ["The format holds no citation per option.", "Use YAML to keep all."],
  "hint-lines-joined": ["Hints of several lines are written on one.", "Use YAML to keep them as they are."],
  "aiken-single-only": ["Aiken cannot write this kind of question (“{kind}”).", "Use another format."],
  "aiken-loses": [
    "Aiken keeps only question, options and key.",
    "Use another format to keep explanation, feedback and citation.",
  ],
};
