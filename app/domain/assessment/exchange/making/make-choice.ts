/** Kinds where one looks at options: single choice, multiple response, dilemma. */
import type { DilemmaGrade } from "../../question-types/question-type";
import { USUAL_IDS } from "../details";
import { remark, type Remark } from "../exchange";
import type { ReadAnswer } from "../read-question";
import { idsOf, isWhole, listOf, type Feedbacks, type Making, type ReadOf } from "./making";

export function makeChoice(read: ReadOf<"choice">, feedbacks: Feedbacks): Making {
  if (read.details.kind === "dilemma" && !read.multiple) return makeDilemma(read, feedbacks);
  const changes: Remark[] = [];
  const right = rightOptions(read, changes);
  if ("rule" in right) return right;
  const options = optionsOf(read).map(({ answer, ...option }) => ({
    ...option,
    ...(right.has(answer) && { correct: true }),
    feedback: feedbacks.of(answer.feedback),
  }));
  if (!read.multiple) return { fields: { type: "single-choice", options }, changes };
  const scoring = isWhole(read.details.scoring) ? "all-or-nothing" : "partial";
  return { fields: { type: "multiple-response", options, scoring }, changes };
}

function optionsOf({ details, options }: ReadOf<"choice">) {
  const ids = idsOf(details.parts, options.length, USUAL_IDS.option);
  const anchored = listOf(details.anchored);
  return options.map((answer, index) => {
    const id = ids[index]!;
    return { answer, id, text: answer.text, ...(anchored.includes(id) && { anchored: true }) };
  });
}

/** Which options are the right ones; what of the weights our marking does not know is said. */
function rightOptions({ multiple, options, details }: ReadOf<"choice">, changes: Remark[]): Set<ReadAnswer> | Remark {
  const full = options.filter(({ weight }) => weight === 100);
  if (!multiple) {
    const right = onlyRight(options, changes);
    return "rule" in right ? right : new Set([right]);
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

/** The one option of full marks. */
export function onlyRight(options: readonly ReadAnswer[], changes: Remark[]): ReadAnswer | Remark {
  const [right, second] = options.filter(({ weight }) => weight === 100);
  if (second) return remark("two-right-answers");
  if (!right) return remark("no-right-answer");
  if (options.some(({ weight }) => weight < 0 || (weight > 0 && weight < 100)))
    changes.push(remark("partial-weights-lost"));
  return right;
}

function makeDilemma(read: ReadOf<"choice">, feedbacks: Feedbacks): Making {
  const { remedial } = read.details;
  const [lesson, section] = (remedial ?? "").split("#");
  const options = optionsOf(read).map(({ answer, ...option }) => ({
    ...option,
    grade: gradeOf(answer.weight),
    consequence: feedbacks.of(answer.feedback),
  }));
  const fields = {
    type: "dilemma",
    options,
    ...(lesson && { remedial: { lesson, ...(section && { section }) } }),
  };
  return { fields, changes: [] };
}

/** What a way to act weighs in a file. */
export const GRADE_WEIGHTS: Record<DilemmaGrade, number> = { best: 100, acceptable: 50, risky: 0, violation: -100 };

const gradeOf = (weight: number): DilemmaGrade =>
  weight >= 100 ? "best" : weight > 0 ? "acceptable" : weight === 0 ? "risky" : "violation";
