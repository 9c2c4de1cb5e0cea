import type { z } from "zod";
import type { Citation } from "../../courses/course";
import type { KindForm } from "../question-form/form-shape";
import type { Random } from "../random";
import type { QuestionBase } from "../question";

/** The fields of one question in a posted paper, by what stands after the question's own name. */
export interface PostedFields {
  /** Values of the field itself (`q.<id>`). */
  own: string[];
  /** Values of its parts (`q.<id>.<part>`). */
  parts: Record<string, string>;
}

/** A question as it is put to the learner: no key, no weight, no feedback, and no id that tells of them. */
export type PaperForm =
  | { form: "choice"; multiple: boolean; options: PaperOption[] }
  | { form: "true-false"; options: PaperOption[] }
  | { form: "matching"; rows: PaperOption[]; choices: PaperOption[] }
  | { form: "ordering"; items: PaperOption[] }
  | { form: "inline-choice"; pieces: InlinePiece[] }
  | { form: "short-text"; numeric: boolean; unit: string | null; maxLength: number }
  | { form: "reflection"; minWords: number | null; maxLength: number; marked: "officer" | "none"; criteria: string[] };

export type PaperFormName = PaperForm["form"];

/** A piece of a text: words, or the place of a gap with what can be chosen there. */
export type InlinePiece = { kind: "text"; text: string } | { kind: "gap"; value: string; choices: PaperOption[] };

/** `value` is the place in this very paper, nothing else. */
export interface PaperOption {
  value: string;
  text: string;
}

/** What was chosen, in terms of the paper, so that a form can be filled in again. */
export interface PaperSelection {
  own: string[];
  parts: Record<string, string>;
}

export interface ReviewedOption {
  text: string;
  chosen: boolean;
  /** null when the policy does not let it be seen yet. */
  correct: boolean | null;
  feedback: string | null;
}

export interface ReviewedPair {
  left: string;
  chosen: string | null;
  right: string | null;
  correct: boolean | null;
  feedback: string | null;
}

export const DILEMMA_GRADES = ["best", "acceptable", "risky", "violation"] as const;
export type DilemmaGrade = (typeof DILEMMA_GRADES)[number];

export type ReviewForm =
  | { form: "options"; multiple: boolean; options: ReviewedOption[] }
  | { form: "pairs"; pairs: ReviewedPair[] }
  | { form: "order"; items: { text: string; position: number | null; right: number | null; correct: boolean | null }[] }
  | {
      form: "inline";
      pieces: ({ kind: "text"; text: string } | ({ kind: "gap" } & Omit<ReviewedPair, "left">))[];
    }
  | {
      form: "text";
      given: string | null;
      /** null also when it is right in part. */
      correct: boolean | null;
      accepted: string[] | null;
      feedback: string | null;
    }
  | { form: "reflection"; given: string | null }
  | {
      form: "dilemma";
      options: {
        text: string;
        chosen: boolean;
        /** null when the policy does not let it be seen yet. */
        grade: DilemmaGrade | null;
        consequence: string | null;
        citation: Citation | null;
      }[];
    };

/** What of a question the policy lets be seen. */
export interface ReviewAllowance {
  response: boolean;
  correctness: boolean;
  rightAnswer: boolean;
  feedback: boolean;
}

export interface ReviewInput<Q, R> {
  question: Q;
  response: R | null;
  random: Random;
  shuffle: boolean;
  allowed: ReviewAllowance;
}

/** Something that can be chosen in a question, and where a stored response says so: for counts per option. */
export interface TypeChoice {
  /** The key in the response, dots between levels: "option", "options", "answer", "chosen.p1". */
  part: string;
  /** What stands there when it was chosen. */
  value: string;
  /** Its text; null for true and false, which the page names. */
  label: string | null;
  /** The left side of a pair, the item of an order, the number of a gap. */
  of: string | null;
  key: boolean;
  /** Put there to be chosen by who does not know. A right side that belongs to another pair is none. */
  distractor: boolean;
  /** Of a dilemma: how that way to act is judged. */
  grade?: DilemmaGrade;
}

/** What the advice to who writes looks at. */
export interface LintParts {
  /** Options that stand beside one another in one question; several groups where it has several gaps. */
  groups: { id: string; text: string; correct?: boolean | undefined; anchored?: boolean | undefined }[][];
  /** A single key among the options of a group can give itself away by its length. */
  keyed: boolean;
  feedbacks: { id: string; feedback?: string | undefined }[];
  /** Negations can be overlooked in a question, absolute words give away a statement. */
  stem: "question" | "statement" | "other";
}

/** A lesson, or a section of it, that a choice makes due. */
export interface Remedial {
  lesson: string;
  /** The id of a second-level heading of the lesson. */
  section?: string | undefined;
}

/**
 * One kind of question. A new kind is one file with such an object, added to the list in `index.ts`, and one file in
 * `ui/questions` with the form for its `PaperForm` and the look of its `ReviewForm`. What the studio asks for it is `form`.
 *
 * `Q` is the question with its key; `R` is a stored response, in the question's own stable ids.
 */
export interface QuestionType<Q extends QuestionBase, R> {
  type: string;
  schema: z.ZodType<Q>;
  response: z.ZodType<R>;
  /** `random` is the one of this question in this paper: the same object state gives the same order. */
  paper(question: Q, random: Random, shuffle: boolean): PaperForm;
  /** Posted fields → response; null when nothing was chosen, undefined when the fields are not of this paper. */
  decode(question: Q, random: Random, shuffle: boolean, fields: PostedFields): R | null | undefined;
  encode(question: Q, random: Random, shuffle: boolean, response: R): PaperSelection;
  /** The part of the marks earned, from 0 to 1. Of what an officer marks or nobody: 0. */
  grade(question: Q, response: R): number;
  /** Who says what a response is worth: the key, an officer, or nobody. Left out: the key. */
  scoring?(question: Q): "key" | "officer" | "none";
  /** Does the response do for a critical question? Left out: when it earns full marks. */
  suffices?(question: Q, response: R): boolean;
  /** What must be read again because of this response, even when the total passes. */
  remedial?(question: Q, response: R): { option: string; remedial: Remedial } | null;
  review(input: ReviewInput<Q, R>): ReviewForm;
  /** Every text a learner reads before answering, for reading time and for searches over a bank. */
  texts(question: Q): string[];
  /** Everything that can be chosen. What somebody wrote with their own words is never among it. */
  choices(question: Q): TypeChoice[];
  lint(question: Q): LintParts;
  /** What who writes such a question fills in. */
  form: KindForm;
}
