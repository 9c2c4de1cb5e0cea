import type { QuestionBase } from "../question";
import type { KindForm } from "../question-form/form-shape";
import { dilemma, type Dilemma } from "./dilemma";
import { inlineChoice, type InlineChoice } from "./inline-choice";
import { matching, type Matching } from "./matching";
import { multipleResponse, type MultipleResponse } from "./multiple-response";
import { numeric, type Numeric } from "./numeric";
import { ordering, type Ordering } from "./ordering";
import type { QuestionType } from "./question-type";
import { reflection, type Reflection } from "./reflection";
import { shortAnswer, type ShortAnswer } from "./short-answer";
import { singleChoice, type SingleChoice } from "./single-choice";
import { trueFalse, type TrueFalse } from "./true-false";

export type Question =
  | SingleChoice
  | MultipleResponse
  | TrueFalse
  | Matching
  | Ordering
  | InlineChoice
  | ShortAnswer
  | Numeric
  | Reflection
  | Dilemma;
export type QuestionTypeName = Question["type"];

/** The one list of kinds of questions. */
const QUESTION_TYPES = [
  singleChoice,
  multipleResponse,
  trueFalse,
  matching,
  ordering,
  inlineChoice,
  shortAnswer,
  numeric,
  reflection,
  dilemma,
] as const;

export const QUESTION_TYPE_NAMES = QUESTION_TYPES.map(({ type }) => type as QuestionTypeName);

// Each kind handles only its own questions and responses: the registry pairs them by name, which the type system
// cannot follow through a list, so the pairing is said here once.
type AnyType = QuestionType<QuestionBase, unknown>;
const BY_NAME = new Map(QUESTION_TYPES.map((kind) => [kind.type, kind as unknown as AnyType]));

export function questionTypeOf(question: Question): QuestionType<Question, unknown> {
  return BY_NAME.get(question.type) as unknown as QuestionType<Question, unknown>;
}

/** What the studio asks for a kind; null when there is no kind of that name. */
export const kindFormOf = (name: unknown): KindForm | null =>
  typeof name === "string" ? (BY_NAME.get(name)?.form ?? null) : null;

export type ParsedQuestion =
  { ok: true; question: Question } | { ok: false; issues: { path: (string | number)[]; message: string }[] };

/** Reads a question as it stands in a bank file; every fault is named with its place. */
export function parseQuestion(raw: unknown): ParsedQuestion {
  const name = typeof raw === "object" && raw !== null && "type" in raw ? raw.type : undefined;
  const kind = typeof name === "string" ? BY_NAME.get(name) : undefined;
  if (!kind) {
    return { ok: false, issues: [{ path: ["type"], message: `must be one of ${QUESTION_TYPE_NAMES.join(", ")}` }] };
  }
  const result = kind.schema.safeParse(raw);
  if (result.success) return { ok: true, question: result.data as Question };
  return {
    ok: false,
    issues: result.error.issues.map((issue) => ({ path: issue.path as (string | number)[], message: issue.message })),
  };
}
