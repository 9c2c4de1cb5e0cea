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

export type QuestionParser = (raw: unknown) => ParsedQuestion;

export interface CheckedBanks {
  /** Topic → title. */
  topics: Record<string, string>;
  questions: Question[];
  problems: ContentProblem[];
}

export function checkBanks(input: {
  source: CourseSource;
  parseQuestion: QuestionParser;
  register: DocumentRegister;
  lessonIds: readonly string[];
}): CheckedBanks {
  const banks: CheckedBanks = { topics: {}, questions: [], problems: [] };
  const seen = new Map<string, { file: string; line: number }>();
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

function checkBank(
  yaml: YamlSource,
  banks: CheckedBanks,
  seen: Map<string, { file: string; line: number }>,
  around: { parseQuestion: QuestionParser; register: DocumentRegister; lessonIds: readonly string[] },
): void {
  const { file } = yaml;
  const shape = readShape(bankSchema, yaml);
  banks.problems.push(...shape.problems);
  if (!shape.value) return;
  const { topic, title, questions } = shape.value;
  if (topic in banks.topics) {
    banks.problems.push(problemAt(file, yaml.placeOf(["topic"]), "topic-duplicate", { topic }));
  }
  banks.topics[topic] = title;
  questions.forEach((raw, index) => {
    const path = ["questions", index];
    const { id } = raw;
    const place = yaml.placeOf([...path, "id"]);
    const twin = seen.get(id);
    if (twin) {
      banks.problems.push(problemAt(file, place, "question-duplicate", { id, file: twin.file, line: twin.line }));
    }
    seen.set(id, { file, line: place.line });
    const parsed = around.parseQuestion({ topic, ...raw });
    if (!parsed.ok) {
      banks.problems.push(...parsed.issues.map((issue) => questionProblem(yaml, path, id, issue)));
      return;
    }
    const { question } = parsed;
    banks.problems.push(
      ...checkCitation(
        question.citation.document,
        around.register,
        file,
        yaml.placeOf([...path, "citation", "document"]),
      ),
    );
    if (question.lesson !== undefined && !around.lessonIds.includes(question.lesson)) {
      const values = { lesson: question.lesson, ...suggestion(question.lesson, around.lessonIds) };
      banks.problems.push(problemAt(file, yaml.placeOf([...path, "lesson"]), "question-lesson-unknown", values));
    }
    if (!twin) banks.questions.push(question);
  });
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
  "id", "type", "status", "difficulty", "stem", "citation", "lesson", "explanation", "options", "text", "correct",
  "feedback", "anchored", "answer", "whenTrue", "whenFalse", "pairs", "left", "right", "distractors", "document", "article",
  "clause",
];
