/** What was filled in to change a key → the question with that key; or what is wrong, field by field. */
import type { Question } from "../question-types";
import { rightSidesOf } from "../question-types/matching";
import { itemsAsDrawn } from "../question-types/ordering";
import { SHORT_ANSWER_LIMIT } from "../question-types/short-answer";
import { DILEMMA_GRADES } from "../question-types/question-type";
import { type KeyFault, validateKeyChange } from "./key-change";
import { type GivenFeedback, withFeedback } from "./key-feedback";
import { readNumberLine, readTextLine, readLines } from "./key-lines";

export interface GivenKey {
  /** By the names of `KeyForm`; ticks come as "right", lines as "answers". */
  key: Readonly<Record<string, string | readonly string[] | undefined>>;
  feedback: GivenFeedback;
  explanation: string | undefined;
}

/** `field`: the name of the form's field, e.g. "key.right". */
export type ReadKey = { ok: true; question: Question } | { ok: false; field: string; fault: KeyFault };

export function readKey(question: Question, given: GivenKey): ReadKey {
  const read = withKey(question, given.key);
  if (!read.ok) return read;
  const explanation = plain(given.explanation) || question.explanation;
  const after = withFeedback({ ...read.question, explanation }, given.feedback);
  const fault = validateKeyChange(question, after);
  return fault ? { ok: false, field: mainField(question), fault } : { ok: true, question: after };
}

const plain = (value: string | undefined) => (value ?? "").normalize("NFC").trim();
const one = (value: string | readonly string[] | undefined) => (typeof value === "string" ? value : (value?.[0] ?? ""));
const many = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
const at = <T>(items: readonly T[], place: string): T | undefined => items[Number(place) - 1];

/** Where a fault of the key as a whole is shown. */
function mainField(question: Question): string {
  switch (question.type) {
    case "short-answer":
    case "numeric":
      return "key.answers";
    case "matching":
      return `key.${question.pairs[0]!.id}`;
    case "ordering":
      return `key.${itemsAsDrawn(question)[0]!.id}`;
    case "inline-choice":
      return `key.${question.gaps[0]!.id}`;
    case "dilemma":
      return `key.${question.options[0]!.id}`;
    default:
      return "key.right";
  }
}

function withKey(question: Question, key: GivenKey["key"]): ReadKey {
  const refused = (name: string, fault: KeyFault): ReadKey => ({ ok: false, field: `key.${name}`, fault });
  switch (question.type) {
    case "single-choice":
    case "multiple-response": {
      const right = many(key["right"]);
      const options = question.options.map((option) => ({ ...option, correct: right.includes(option.id) }));
      return { ok: true, question: { ...question, options } };
    }
    case "true-false": {
      const right = one(key["right"]);
      if (right !== "true" && right !== "false") return refused("right", "nothing-right");
      return { ok: true, question: { ...question, answer: right === "true" } };
    }
    case "matching": {
      const drawnFrom = rightSidesOf(question);
      const pairs: typeof question.pairs = [];
      for (const pair of question.pairs) {
        const right = at(drawnFrom, one(key[pair.id]));
        if (right === undefined) return refused(pair.id, "one-right");
        pairs.push({ ...pair, right });
      }
      const distractors = drawnFrom.filter((each) => !pairs.some(({ right }) => right === each));
      return { ok: true, question: { ...question, pairs, distractors, drawnFrom } };
    }
    case "ordering": {
      const drawn = itemsAsDrawn(question);
      const placed = drawn.map((item) => ({ item, place: Number(one(key[item.id])) }));
      const items = placed.toSorted((a, b) => a.place - b.place);
      const wrong = placed.find(({ place }, index) => items[index]!.place !== index + 1 || !Number.isInteger(place));
      if (wrong) return refused(drawn[0]!.id, "each-place-once");
      const drawnFrom = drawn.map(({ id }) => id);
      return { ok: true, question: { ...question, items: items.map(({ item }) => item), drawnFrom } };
    }
    case "inline-choice": {
      const without = question.gaps.find(({ id, options }) => at(options, one(key[id])) === undefined);
      if (without) return refused(without.id, "one-right");
      const gaps = question.gaps.map((gap) => {
        const right = at(gap.options, one(key[gap.id]));
        return { ...gap, options: gap.options.map((option) => ({ ...option, correct: option === right })) };
      });
      return { ok: true, question: { ...question, gaps } };
    }
    case "dilemma": {
      const gradeOf = (id: string) => DILEMMA_GRADES.find((grade) => grade === one(key[id]));
      const without = question.options.find(({ id }) => gradeOf(id) === undefined);
      if (without) return refused(without.id, "one-right");
      const options = question.options.map((option) => ({ ...option, grade: gradeOf(option.id)! }));
      return { ok: true, question: { ...question, options } };
    }
    case "short-answer": {
      const lines = readLines(one(key["answers"]), readTextLine);
      if (!lines.ok) return refused("answers", lines.fault);
      if (lines.answers.length > 30) return refused("answers", "too-many-answers");
      if (lines.answers.some((each) => [...each.text].length > SHORT_ANSWER_LIMIT))
        return refused("answers", "answer-too-long");
      const answers = lines.answers.map((each) => ({
        ...question.answers.find((known) => known.text === each.text),
        ...each,
      }));
      return { ok: true, question: { ...question, answers } };
    }
    case "numeric": {
      const lines = readLines(one(key["answers"]), readNumberLine);
      if (!lines.ok) return refused("answers", lines.fault);
      if (lines.answers.length > 10) return refused("answers", "too-many-answers");
      const answers = lines.answers.map((each) => ({
        ...question.answers.find(({ from, to }) => from === each.from && to === each.to),
        ...each,
      }));
      return { ok: true, question: { ...question, answers } };
    }
    case "reflection":
      return refused("right", "other-question");
  }
}
