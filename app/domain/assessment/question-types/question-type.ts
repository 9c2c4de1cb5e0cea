import type { z } from "zod";
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
  | { form: "matching"; rows: PaperOption[]; choices: PaperOption[] };

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

export type ReviewForm =
  | { form: "options"; multiple: boolean; options: ReviewedOption[] }
  | {
      form: "pairs";
      pairs: {
        left: string;
        chosen: string | null;
        right: string | null;
        correct: boolean | null;
        feedback: string | null;
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

/**
 * One kind of question. A new kind is one file with such an object, added to the list in `index.ts`, and a form
 * component for its `PaperForm`.
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
  /** The part of the marks earned, from 0 to 1. */
  grade(question: Q, response: R): number;
  review(input: ReviewInput<Q, R>): ReviewForm;
  /** Every text a learner reads, for reading time and for searches over a bank. */
  texts(question: Q): string[];
}
