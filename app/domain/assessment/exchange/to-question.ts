/** What was read → a question of the platform, or the reason why not. */
import { DIFFICULTIES, QUESTION_STATUSES, type CaseText } from "../question";
import { parseQuestion, type Question } from "../question-types";
import { suggestion } from "../../courses/nearest-word";
import { slugOf } from "./clean-text";
import type { Details } from "./details";
import { excerpt, remark, type ExchangeDefaults, type Remark } from "./exchange";
import { makeChoice } from "./making/make-choice";
import { makeInlineChoice, makeMatching, makeOrdering } from "./making/make-parts";
import { makeNumeric, makeReflection, makeShortAnswer } from "./making/make-written";
import type { Feedbacks, Making, ReadOf } from "./making/making";
import type { ReadQuestion } from "./read-question";
import { topicOfCategory } from "./topic";

/**
 * What stands where the file says nothing. These say openly that something is missing; a question with one of them is a draft,
 * and the check of content knows no document of this name, so that it is not published by oversight.
 */
export const MISSING = {
  citation: "Chưa ghi căn cứ",
  explanation: "Chưa có giải thích.",
  feedback: "Chưa có nhận xét.",
} as const;

/** The topic of questions of no topic. */
export const UNSORTED = "chua-phan-loai";

const HINT_LIMIT = 4;

export type MadeQuestion = { ok: true; question: Question; changes: Remark[] } | { ok: false; reason: Remark };

/** A kind that is offered has a maker here; all others are refused by name. A new kind is one line. */
const MAKERS: { [K in ReadQuestion["kind"]]?: (read: ReadOf<K>, feedbacks: Feedbacks) => Making } = {
  choice: makeChoice,
  "true-false": (read, feedbacks) => ({
    fields: {
      type: "true-false",
      answer: read.answer,
      feedback: { whenTrue: feedbacks.of(read.whenTrue), whenFalse: feedbacks.of(read.whenFalse) },
    },
    changes: [],
  }),
  matching: makeMatching,
  ordering: makeOrdering,
  "inline-choice": makeInlineChoice,
  "short-answer": makeShortAnswer,
  numerical: makeNumeric,
  essay: makeReflection,
};

/** `cases` are those of the file, by id. */
export function toQuestion(
  read: ReadQuestion,
  id: string,
  defaults: ExchangeDefaults,
  cases: ReadonlyMap<string, CaseText>,
): MadeQuestion {
  if (read.stem === "") return { ok: false, reason: remark("no-stem") };
  const make = MAKERS[read.kind] as ((read: ReadQuestion, feedbacks: Feedbacks) => Making) | undefined;
  if (!make) {
    const name = read.kind === "other" ? read.name : `kind:${read.kind}`;
    return { ok: false, reason: remark("kind-not-offered", { kind: name }) };
  }
  const { details } = read;
  const about = caseOf(details.case, cases);
  if (about && "rule" in about) return { ok: false, reason: about };
  const missing = new Set<keyof typeof MISSING>();
  const stand = (what: keyof typeof MISSING) => {
    missing.add(what);
    return MISSING[what];
  };
  let borrowed = false;
  const made = make(read, {
    of(feedback) {
      if (feedback !== "") return feedback;
      if (read.generalFeedback === "") return stand("feedback");
      borrowed = true;
      return read.generalFeedback;
    },
  });
  if ("rule" in made) return { ok: false, reason: made };

  const changes = [...read.remarks, ...made.changes];
  // A tag says what it is where the format shows it as another kind; it cannot make anything of anything.
  const kind = (made.fields as { type?: string }).type;
  if (details.kind && details.kind !== kind) changes.push(unknown("kind", details.kind));
  const document = details.document || defaults.citation || stand("citation");
  const explanation = read.generalFeedback || stand("explanation");
  const topic = read.topic ?? (defaults.topic === undefined ? undefined : topicOfCategory(defaults.topic));
  const raw = {
    id,
    topic: topic ?? UNSORTED,
    ...levels(details, changes),
    stem: read.stem,
    citation: {
      document,
      ...(details.article && { article: details.article }),
      ...(details.clause && { clause: details.clause }),
      ...(saidYes("expired", details.expired, changes) && { expired: true }),
    },
    ...(details.lesson && { lesson: details.lesson }),
    explanation,
    ...worth(details, changes),
    ...(about && { case: about }),
    ...hintsOf(details, changes),
    ...made.fields,
  };
  if (defaults.complete && missing.size > 0)
    return { ok: false, reason: remark("incomplete", { what: words(missing) }) };
  if (missing.size > 0) {
    raw.status = "draft";
    changes.push(remark("filled-in", { what: words(missing) }));
  }
  if (topic === undefined) changes.push(remark("topic-unsorted", { topic: UNSORTED }));
  if (borrowed) changes.push(remark("feedback-borrowed"));
  const parsed = parseQuestion(raw);
  if (parsed.ok) return { ok: true, question: parsed.question, changes };
  return { ok: false, reason: issuesReason(parsed.issues) };
}

const words = (names: Iterable<keyof typeof MISSING>) => [...names].map((name) => `missing:${name}`).join(", ");

/** The case of that name, or why there is none. */
export function caseOf(name: string | undefined, cases: ReadonlyMap<string, CaseText>): CaseText | Remark | undefined {
  if (!name) return undefined;
  const id = slugOf(name, 100);
  return cases.get(id) ?? remark("case-unknown", { case: excerpt(name, 60), ...suggestion(id, [...cases.keys()]) });
}

/** The first faults in words, "options.0.text: stands twice". */
export function issuesReason(
  issues: readonly { path: (string | number)[]; message: string }[],
  rule: "question-invalid" | "case-invalid" = "question-invalid",
): Remark {
  const shown = issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`));
  return remark(rule, { faults: shown.join("; ") });
}

const oneOf = <Name extends string>(names: readonly Name[], value: string | undefined): Name | undefined =>
  names.find((name) => name === value);

/** Status and difficulty: a file that says nothing of them gives drafts of medium difficulty. */
function levels(details: Details, changes: Remark[]): { status: string; difficulty: string } {
  const status = oneOf(QUESTION_STATUSES, details.status);
  const difficulty = oneOf(DIFFICULTIES, details.difficulty);
  if (details.status && !status) changes.push(unknown("status", details.status));
  if (details.difficulty && !difficulty) changes.push(unknown("difficulty", details.difficulty));
  return { status: status ?? "draft", difficulty: difficulty ?? "medium" };
}

const unknown = (field: string, value: string) =>
  remark("value-unknown", { field: `field:${field}`, value: excerpt(value, 40) });

/** Marks, and whether it must be answered rightly. */
function worth({ marks, critical }: Details, changes: Remark[]): { marks: number; critical: boolean } {
  const number = marks ? Number(marks.replace(",", ".")) : 1;
  const usual = number >= 0.25 && number <= 20;
  if (!usual) changes.push(unknown("marks", marks!));
  return { marks: usual ? number : 1, critical: saidYes("critical", critical, changes) };
}

function saidYes(field: string, said: string | undefined, changes: Remark[]): boolean {
  const yes = /^(?:yes|true|1|có|x)$/i.test(said ?? "");
  if (said && !yes && !/^(?:no|false|0|không)$/i.test(said)) changes.push(unknown(field, said));
  return yes;
}

function hintsOf({ hints = [] }: Details, changes: Remark[]): { hints?: string[] } {
  if (hints.length > HINT_LIMIT) changes.push(remark("hints-cut", { limit: HINT_LIMIT }));
  return hints.length === 0 ? {} : { hints: hints.slice(0, HINT_LIMIT) };
}
