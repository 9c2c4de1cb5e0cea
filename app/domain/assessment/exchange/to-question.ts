/** What was read → a question of the platform, or the reason why not. */
import { parseQuestion, type Question } from "../question-types";
import { excerpt, remark, type ExchangeDefaults, type Remark } from "./exchange";
import {
  defaultOptionId,
  defaultPairId,
  isDifficulty,
  isStatus,
  type ReadAnswer,
  type ReadQuestion,
} from "./read-question";
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

export type MadeQuestion = { ok: true; question: Question; changes: Remark[] } | { ok: false; reason: Remark };

type Kind<K extends ReadQuestion["kind"]> = Extract<ReadQuestion, { kind: K }>;
type Making = { fields: object; changes: Remark[] } | Remark;

interface Feedbacks {
  /** The feedback, or what stands in its place. */
  of(feedback: string): string;
}

/** A kind that is offered has a maker here; all others are refused by name. A new kind is one line. */
const MAKERS: { [K in ReadQuestion["kind"]]?: (read: Kind<K>, feedbacks: Feedbacks) => Making } = {
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
};

export function toQuestion(read: ReadQuestion, id: string, defaults: ExchangeDefaults): MadeQuestion {
  if (read.stem === "") return { ok: false, reason: remark("no-stem") };
  const make = MAKERS[read.kind] as ((read: ReadQuestion, feedbacks: Feedbacks) => Making) | undefined;
  if (!make) {
    const name = read.kind === "other" ? read.name : `kind:${read.kind}`;
    return { ok: false, reason: remark("kind-not-offered", { kind: name }) };
  }
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

  const { details } = read;
  const changes = [...read.remarks, ...made.changes];
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
    },
    ...(details.lesson && { lesson: details.lesson }),
    explanation,
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

/** The first fault in words; the others are counted. */
export function issuesReason(issues: readonly { path: (string | number)[]; message: string }[]): Remark {
  const shown = issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")} ${message}`));
  return remark("question-invalid", { faults: shown.join("; ") });
}

/** Status and difficulty: a file that says nothing of them gives drafts of medium difficulty. */
function levels(details: ReadQuestion["details"], changes: Remark[]): { status: string; difficulty: string } {
  const { status, difficulty } = details;
  if (status && !isStatus(status))
    changes.push(remark("value-unknown", { field: "field:status", value: excerpt(status, 40) }));
  if (difficulty && !isDifficulty(difficulty)) {
    changes.push(remark("value-unknown", { field: "field:difficulty", value: excerpt(difficulty, 40) }));
  }
  return {
    status: isStatus(status) ? status : "draft",
    difficulty: isDifficulty(difficulty) ? difficulty : "medium",
  };
}

const listOf = (text: string | undefined) =>
  (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function makeChoice(read: Kind<"choice">, feedbacks: Feedbacks): Making {
  const ids = idsOf(read.details.parts, read.options.length, defaultOptionId);
  const anchored = listOf(read.details.anchored);
  const changes: Remark[] = [];
  const right = rightOptions(read, changes);
  if ("rule" in right) return right;
  const options = read.options.map((option, index) => ({
    id: ids[index]!,
    text: option.text,
    ...(right.has(option) && { correct: true }),
    feedback: feedbacks.of(option.feedback),
    ...(anchored.includes(ids[index]!) && { anchored: true }),
  }));
  if (!read.multiple) return { fields: { type: "single-choice", options }, changes };
  const whole = read.details.scoring === "all-or-nothing";
  return { fields: { type: "multiple-response", options, scoring: whole ? "all-or-nothing" : "partial" }, changes };
}

/** Which options are the right ones; what of the weights our marking does not know is said. */
function rightOptions({ multiple, options, details }: Kind<"choice">, changes: Remark[]): Set<ReadAnswer> | Remark {
  const full = options.filter(({ weight }) => weight === 100);
  const part = options.filter(({ weight }) => weight > 0 && weight < 100);
  if (!multiple) {
    if (full.length > 1) return remark("two-right-answers");
    if (full.length === 0) return remark("no-right-answer");
    if (part.length > 0 || options.some(({ weight }) => weight < 0)) changes.push(remark("partial-weights-lost"));
    return new Set(full);
  }
  const right = options.filter(({ weight }) => weight > 0);
  if (right.length === 0) return remark("no-right-answer");
  if (details.scoring === undefined) {
    const share = 100 / right.length;
    const everyFull = full.length === right.length;
    const even = everyFull || right.every(({ weight }) => Math.abs(weight - share) < 0.01);
    if (!even) changes.push(remark("weights-levelled", { share: share.toFixed(0) }));
    const wrong = options.filter(({ weight }) => weight <= 0);
    if (wrong.some(({ weight }) => Math.abs(weight + share) >= 0.01)) changes.push(remark("wrong-choices-cost"));
  }
  return new Set(right);
}

function makeMatching(read: Kind<"matching">): Making {
  const ids = idsOf(read.details.parts, read.pairs.length, defaultPairId);
  const pairs = read.pairs.map(({ left, right, feedback }, index) => ({
    id: ids[index]!,
    left,
    right,
    ...(feedback !== "" && { feedback }),
  }));
  return { fields: { type: "matching", pairs, distractors: read.distractors }, changes: [] };
}

/** The ids that the file gives, when there is one for each part. */
function idsOf(given: string | undefined, count: number, usual: (index: number) => string): string[] {
  const ids = listOf(given);
  return ids.length === count ? ids : Array.from({ length: count }, (_, index) => usual(index));
}
