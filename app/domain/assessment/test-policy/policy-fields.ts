/** A policy as the fields of its form: what an untouched form sends is the same policy again. */
import type { TestPolicy } from "../../courses/course";
import { formatDay } from "../../time";
import type { ReviewItem } from "../policy";

export interface DrawFields {
  topic?: string;
  document?: string;
  article?: string;
  clause?: string;
  difficulty?: string;
  count?: string;
}

export const REVIEW_COLUMNS = ["during", "rightAfter", "whileAttemptsRemain", "whenFinished", "afterClose"] as const;
export type ReviewColumn = (typeof REVIEW_COLUMNS)[number];

/** A column that may say nothing of its own, and the one that is then taken. */
export const FOLLOWED = { rightAfter: "whileAttemptsRemain", afterClose: "whenFinished" } as const;

/** As conform gives them back: texts, "on" for a tick, nothing for what is empty. */
export interface PolicyFields {
  title?: string;
  changeNote?: string;
  draw?: DrawFields[];
  shuffleQuestions?: string;
  shuffleOptions?: string;
  timeLimitMinutes?: string;
  graceSeconds?: string;
  passPercent?: string;
  attempts?: string;
  attemptThatCounts?: string;
  delayMinutes?: string;
  opensOn?: string;
  closesOn?: string;
  whenTimeExpires?: string;
  handInGraceMinutes?: string;
  feedback?: string;
  hintPenaltyPercent?: string;
  buildOnLast?: string;
  paceCheck?: string;
  honourStatement?: string;
  /** One ticked box comes as a text, several as a list. */
  review?: { [column in ReviewColumn]?: string | string[] };
  follows?: { rightAfter?: string; afterClose?: string };
  overallFeedback?: { from?: string; text?: string }[];
}

export function fieldsOf(policy: TestPolicy): PolicyFields {
  const { review } = policy;
  const columns: Partial<Record<ReviewColumn, ReviewItem[]>> = review;
  return {
    title: policy.title,
    draw: policy.draw.map(({ topic, document, article, clause, difficulty, count }) =>
      said({ topic, document, article, clause, difficulty, count: String(count) }),
    ),
    ...said({
      shuffleQuestions: tick(policy.shuffleQuestions),
      shuffleOptions: tick(policy.shuffleOptions),
      buildOnLast: tick(policy.buildOnLast),
      paceCheck: tick(policy.paceCheck),
      opensOn: policy.opensOn && formatDay(policy.opensOn),
      closesOn: policy.closesOn && formatDay(policy.closesOn),
      honourStatement: policy.honourStatement,
    }),
    timeLimitMinutes: String(policy.timeLimitMinutes),
    graceSeconds: String(policy.graceSeconds),
    passPercent: decimal(policy.passPercent),
    attempts: String(policy.attempts),
    attemptThatCounts: policy.attemptThatCounts,
    delayMinutes: String(policy.delayMinutes),
    whenTimeExpires: policy.whenTimeExpires,
    handInGraceMinutes: String(policy.handInGraceMinutes),
    feedback: policy.feedback,
    hintPenaltyPercent: decimal(policy.hintPenaltyPercent),
    review: Object.fromEntries(
      REVIEW_COLUMNS.flatMap((column) => (columns[column]?.length ? [[column, [...columns[column]]]] : [])),
    ),
    follows: said({
      rightAfter: tick(review.rightAfter === undefined),
      afterClose: tick(review.afterClose === undefined),
    }),
    overallFeedback: policy.overallFeedback.map(({ from, text }) => ({ from: decimal(from), text })),
  };
}

const tick = (yes: boolean) => (yes ? "on" : undefined);
const decimal = (value: number) => String(value).replace(".", ",");

type Said<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };
function said<Value extends Record<string, string | undefined>>(value: Value): Said<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Said<Value>;
}

/** Fields within fields as a form names them: "draw[0].topic", once for each value of a list of boxes. */
export function formEntries(value: unknown, name = ""): [name: string, value: string][] {
  if (typeof value === "string") return [[name, value]];
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) =>
      typeof each === "string" ? [[name, each] as [string, string]] : formEntries(each, `${name}[${index}]`),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => formEntries(each, name === "" ? key : `${name}.${key}`));
}

/** What a course without a test begins with. */
export const FIRST_POLICY: TestPolicy = {
  title: "Bài kiểm tra cuối khóa",
  draw: [],
  shuffleQuestions: true,
  shuffleOptions: true,
  timeLimitMinutes: 20,
  graceSeconds: 30,
  passPercent: 80,
  attempts: 3,
  attemptThatCounts: "highest",
  delayMinutes: 0,
  whenTimeExpires: "submit",
  handInGraceMinutes: 10,
  feedback: "at-end",
  hintPenaltyPercent: 25,
  buildOnLast: false,
  paceCheck: true,
  review: {
    during: ["response", "correctness", "feedback", "explanation", "citation"],
    whileAttemptsRemain: ["response", "correctness", "citation"],
    whenFinished: ["response", "correctness", "marks", "feedback", "rightAnswer", "explanation", "citation"],
  },
  overallFeedback: [],
};
