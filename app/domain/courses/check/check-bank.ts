/** Reads the question banks of a course. Each question is read by the parser of assessment, which stands above and is handed in. */
import type { ParsedQuestion, Question } from "../../assessment/question-types";
import type { DocumentRegister } from "../../documents/document";
import { problemAt, type ContentProblem } from "../content-problem";
import { bankSchema } from "../content-schemas";
import { filePath, readText, type CourseSource } from "../course-source";
import { checkCitation } from "../lesson/lesson-check";
import { suggestion } from "../nearest-word";
import { readShape } from "../yaml-shape";
import { readYaml, type YamlPath, type YamlSource } from "../yaml-source";
import { BankCases, type Seen } from "./bank-cases";

export type QuestionParser = (raw: unknown) => ParsedQuestion;

export interface CheckedBanks {
  /** Topic → title. */
  topics: Record<string, string>;
  questions: Question[];
  problems: ContentProblem[];
}

interface Around {
  parseQuestion: QuestionParser;
  register: DocumentRegister;
  /** The day in Vietnam, by which documents are in force or not. */
  today?: string;
  lessonIds: readonly string[];
  /** Of the lessons that could be read: the ids of their second-level headings. */
  sections?: ReadonlyMap<string, readonly string[]>;
}

/** The ids that were met in the files so far. */
interface SeenIds {
  questions: Seen;
  cases: Seen;
}

export function checkBanks(input: Around & { source: CourseSource }): CheckedBanks {
  const banks: CheckedBanks = { topics: {}, questions: [], problems: [] };
  const seen: SeenIds = { questions: new Map(), cases: new Map() };
  const paths = [...input.source.files.keys()].filter((path) => /^bank\/.*\.yaml$/.test(path)).sort();
  for (const path of paths) {
    const file = filePath(input.source, path);
    const { text, problems } = readText(input.source.files.get(path)!, file);
    const read = text === null ? { yaml: null, problems: [] } : readYaml({ text, file });
    banks.problems.push(...problems, ...read.problems);
    if (read.yaml) checkBank(read.yaml, banks, seen, input);
  }
  return banks;
}

function checkBank(yaml: YamlSource, banks: CheckedBanks, seen: SeenIds, around: Around): void {
  const { file } = yaml;
  const shape = readShape(bankSchema, yaml);
  banks.problems.push(...shape.problems);
  if (!shape.value) return;
  const { topic, title, questions } = shape.value;
  if (topic in banks.topics) {
    banks.problems.push(problemAt(file, yaml.placeOf(["topic"]), "topic-duplicate", { topic }));
  }
  banks.topics[topic] = title;
  const cases = new BankCases(yaml, shape.value.cases ?? []);
  banks.problems.push(...cases.doubles(seen.cases));
  questions.forEach((raw, index) => {
    const path = ["questions", index];
    const { id } = raw;
    const place = yaml.placeOf([...path, "id"]);
    const twin = seen.questions.get(id);
    if (twin) {
      banks.problems.push(problemAt(file, place, "question-duplicate", { id, file: twin.file, line: twin.line }));
    }
    seen.questions.set(id, { file, line: place.line });
    const whole: Record<string, unknown> = { topic, ...raw };
    if ("case" in raw) {
      const named = cases.named(raw["case"], [...path, "case"]);
      // Without its case the question is looked at all the same: all faults of a file are told at once.
      whole["case"] = "rule" in named ? undefined : named;
      if ("rule" in named) banks.problems.push(named);
    }
    const parsed = around.parseQuestion(whole);
    if (!parsed.ok) {
      banks.problems.push(...parsed.issues.map((issue) => questionProblem(yaml, path, id, issue)));
      return;
    }
    banks.problems.push(...referenceProblems(parsed.question, yaml, path, around));
    if (!twin) banks.questions.push(parsed.question);
  });
  banks.problems.push(...cases.unused());
}

/** Documents and lessons that a question names: those of the whole, and those of a way to act in a dilemma. */
function referenceProblems(question: Question, yaml: YamlSource, path: YamlPath, around: Around): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const cite = (citation: Question["citation"], at: YamlPath) => {
    const place = yaml.placeOf([...path, ...at, "citation", "document"]);
    problems.push(...checkCitation(citation, around, yaml.file, place));
  };
  const teach = (lesson: string | undefined, at: YamlPath) => {
    if (lesson === undefined || around.lessonIds.includes(lesson)) return;
    const values = { lesson, ...suggestion(lesson, around.lessonIds) };
    problems.push(problemAt(yaml.file, yaml.placeOf([...path, ...at]), "question-lesson-unknown", values));
  };
  cite(question.citation, []);
  teach(question.lesson, ["lesson"]);
  if (question.type !== "dilemma") return problems;
  question.options.forEach(({ citation }, index) => citation && cite(citation, ["options", index]));
  teach(question.remedial?.lesson, ["remedial", "lesson"]);
  const { lesson = "", section } = question.remedial ?? {};
  const sections = around.sections?.get(lesson);
  if (section !== undefined && sections && !sections.includes(section)) {
    const values = { lesson, section, ...suggestion(section, sections) };
    const place = yaml.placeOf([...path, "remedial", "section"]);
    problems.push(problemAt(yaml.file, place, "question-section-unknown", values));
  }
  return problems;
}

function questionProblem(
  yaml: YamlSource,
  path: YamlPath,
  id: string,
  issue: { path: (string | number)[]; message: string },
): ContentProblem {
  const whole = [...path, ...issue.path];
  const key = String(issue.path.at(-1) ?? "");
  if (/received undefined$/.test(issue.message)) {
    return problemAt(yaml.file, yaml.placeOf(whole.slice(0, -1)), "missing-key", { key });
  }
  const stranger = /^Unrecognized keys?: "([^"]+)"/.exec(issue.message)?.[1];
  if (stranger !== undefined) {
    const known = QUESTION_KEYS;
    const values = { key: stranger, allowed: known.join(", "), ...suggestion(stranger, known) };
    return problemAt(yaml.file, yaml.placeOfKey(whole, stranger), "unknown-key", values);
  }
  const values = { id, part: issue.path.join("."), message: issue.message };
  return problemAt(yaml.file, yaml.placeOf(whole), "question-invalid", values);
}

// prettier-ignore
const QUESTION_KEYS = [
  "id", "type", "status", "difficulty", "marks", "critical", "case", "hints", "stem", "citation", "lesson", "explanation",
  "options", "text", "correct", "feedback", "anchored", "scoring", "answer", "whenTrue", "whenFalse", "pairs", "left", "right",
  "distractors", "items", "gaps", "answers", "percent", "caseMatters", "accentsMatter", "wrongFeedback", "from", "to", "unit",
  "minWords", "rubric", "criterion", "levels", "points", "grade", "consequence", "remedial", "section", "document", "article",
  "clause", "expired",
];
