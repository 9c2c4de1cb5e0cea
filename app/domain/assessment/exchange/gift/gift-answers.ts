/** What stands between the braces of a GIFT question. */
import type { ExchangeRule } from "../words/vi";
import type { ReadAnswer, ReadKind, ReadNumber } from "../read-question";
import type { GiftTexts } from "./gift-text";

export type ReadAnswers =
  { ok: true; kind: ReadKind } | { ok: false; rule: ExchangeRule; values?: Record<string, string> };

const refuse = (rule: ExchangeRule, values: Record<string, string> = {}): ReadAnswers => ({ ok: false, rule, values });

const TRUTH = /^(?:TRUE|T|FALSE|F)$/i;
const WEIGHT = /^%(-?\d{1,3}(?:\.\d*)?)%/;

/** Reads the answers, general feedback taken off, escapes hidden. The order of the questions that are asked is Moodle's. */
export function readAnswers(source: string, texts: GiftTexts): ReadAnswers {
  const answers = source.trim();
  if (answers === "") return { ok: true, kind: { kind: "essay" } };
  if (answers.startsWith("#")) return readNumbers(answers.slice(1), texts);
  if (answers.includes("~")) return readChoice(answers, texts);
  if (/^=/.test(answers) && answers.includes("->")) return readMatching(answers, texts);
  const [truth = "", wrong = "", right = ""] = splitTimes(answers, "#", 3);
  if (TRUTH.test(truth.trim())) {
    const answer = /^t/i.test(truth.trim());
    const [whenTrue, whenFalse] = answer ? [right, wrong] : [wrong, right];
    return {
      ok: true,
      kind: { kind: "true-false", answer, whenTrue: texts.read(whenTrue), whenFalse: texts.read(whenFalse) },
    };
  }
  return readShort(answers, texts);
}

function readChoice(source: string, texts: GiftTexts): ReadAnswers {
  // Two signs side by side, as in "~=right", are one.
  const [first = "", ...filled] = source
    .replace(/~\s*=/g, "=")
    .replace(/=/g, "~=")
    .split("~")
    .map((part) => part.trim());
  if (first !== "") return refuse("answer-without-sign", { answer: first });
  if (filled.length < 2) return refuse("few-answers");
  const options: ReadAnswer[] = [];
  for (const part of filled) {
    const right = part.startsWith("=");
    const read = readAnswer(right ? part.slice(1) : part, right ? 100 : 0, texts);
    if (!read) return refuse("bad-weight", { answer: part });
    options.push(read);
  }
  return { ok: true, kind: { kind: "choice", multiple: !filled.some((part) => part.startsWith("=")), options } };
}

function readShort(source: string, texts: GiftTexts): ReadAnswers {
  const parts = pieces(source);
  if (parts.length === 0) return refuse("few-answers");
  const answers: ReadAnswer[] = [];
  for (const part of parts) {
    const read = readAnswer(part, 100, texts);
    if (!read) return refuse("bad-weight", { answer: part });
    answers.push(read);
  }
  return { ok: true, kind: { kind: "short-answer", answers, caseMatters: false } };
}

function readMatching(source: string, texts: GiftTexts): ReadAnswers {
  const pairs: { left: string; right: string; feedback: string }[] = [];
  const distractors: string[] = [];
  const parts = pieces(source);
  if (parts.length < 2) return refuse("few-answers");
  for (const part of parts) {
    const arrow = part.indexOf("->");
    if (arrow < 0) return refuse("pair-without-arrow", { answer: part });
    const left = texts.read(part.slice(0, arrow));
    // There is no feedback here: "#" is a sign like any other.
    const right = texts.read(part.slice(arrow + 2));
    if (left === "") distractors.push(right);
    else pairs.push({ left, right, feedback: "" });
  }
  return { ok: true, kind: { kind: "matching", pairs, distractors } };
}

function readNumbers(source: string, texts: GiftTexts): ReadAnswers {
  const tilde = source.indexOf("~");
  const rest = tilde < 0 ? "" : source.slice(tilde + 1);
  const wrongFeedback = texts.read(splitTimes(rest, "#", 2)[1] ?? "");
  const parts = pieces(tilde < 0 ? source : source.slice(0, tilde));
  if (parts.length === 0) return refuse("few-answers");
  const answers: ReadNumber[] = [];
  for (const part of parts) {
    const read = readAnswer(part, 100, texts);
    if (!read) return refuse("bad-weight", { answer: part });
    const range = rangeOf(read.text);
    if (range === undefined) return refuse("not-a-number", { answer: read.text });
    answers.push({ range, weight: read.weight, feedback: read.feedback });
  }
  return { ok: true, kind: { kind: "numerical", answers, wrongFeedback } };
}

/** "3.14", "3.14:0.01" (tolerance), "3.1..3.2" (range), "*" (any); undefined for anything else. */
function rangeOf(text: string): ReadNumber["range"] | undefined {
  if (text === "*") return null;
  const range = /^(\S+?)\s*\.\.\s*(\S+)$/.exec(text);
  if (range) return ordered(numberOf(range[1]!), numberOf(range[2]!));
  const [value = "", tolerance = "0", ...more] = text.split(":");
  if (more.length > 0) return undefined;
  const [at, about] = [numberOf(value), numberOf(tolerance)];
  return at === undefined || about === undefined ? undefined : ordered(at - Math.abs(about), at + Math.abs(about));
}

const ordered = (from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined || from > to ? undefined : { from, to };

function numberOf(text: string): number | undefined {
  const plain = text.trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : undefined;
}

/** "%50%text#feedback"; null when the weight is none. */
function readAnswer(part: string, otherwise: number, texts: GiftTexts): ReadAnswer | null {
  const found = WEIGHT.exec(part.trim());
  const weight = found ? Number(found[1]) : otherwise;
  if (Math.abs(weight) > 100) return null;
  const [text = "", feedback = ""] = splitTimes(part.trim().slice(found?.[0].length ?? 0), "#", 2);
  return { text: texts.read(text), weight, feedback: texts.read(feedback) };
}

/** The pieces that "=" parts; what stands before the first is one when it is not empty. */
const pieces = (source: string) =>
  source
    .split("=")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** As `split`, but the last piece holds the rest. */
function splitTimes(text: string, sign: string, times: number): string[] {
  const parts = text.split(sign);
  return parts.length <= times ? parts : [...parts.slice(0, times - 1), parts.slice(times - 1).join(sign)];
}
