/** Kinds that are answered in one's own words or with a number. */
import { remark, type Remark } from "../exchange";
import type { ReadNumber } from "../read-question";
import { listOf, withFeedback, type Making, type ReadOf } from "./making";

export function makeShortAnswer({ answers, caseMatters, details }: ReadOf<"short-answer">): Making {
  const changes: Remark[] = [];
  // Moodle has no other way to speak to who wrote anything else.
  const last = answers.at(-1);
  const rest = last?.text === "*" && last.weight <= 0 ? last : undefined;
  const kept = answers.filter((answer) => answer !== rest);
  const exact = listOf(details.exact);
  const fields = {
    type: "short-answer",
    answers: kept.map(({ text, weight, feedback }) => ({
      text,
      percent: percentOf(weight, changes),
      ...withFeedback(feedback),
    })),
    caseMatters: caseMatters || exact.includes("case"),
    accentsMatter: exact.includes("accents"),
    ...(rest?.feedback && { wrongFeedback: rest.feedback }),
  };
  return { fields, changes: changes.slice(0, 1) };
}

export function makeNumeric({ answers, wrongFeedback, details }: ReadOf<"numerical">): Making {
  const changes: Remark[] = [];
  const others = answers.filter(({ range }) => range === null);
  if (others.some(({ weight }) => weight > 0)) return remark("any-number-right");
  const kept = answers.filter((answer): answer is ReadNumber & { range: object } => answer.range !== null);
  const exact = exactRanges(details.ranges, kept);
  const feedback = wrongFeedback || others.at(-1)?.feedback;
  const fields = {
    type: "numeric",
    answers: kept.map((answer, index) => ({
      ...(exact[index] ?? answer.range),
      percent: percentOf(answer.weight, changes),
      ...withFeedback(answer.feedback),
    })),
    ...(details.unit && { unit: details.unit }),
    ...(feedback && { wrongFeedback: feedback }),
  };
  return { fields, changes: changes.slice(0, 1) };
}

/** The bounds that a tag gives, as long as they are those that the file itself gives but for the rounding. */
function exactRanges(
  tag: string | undefined,
  answers: readonly { range: { from: number; to: number } }[],
): ({ from: number; to: number } | undefined)[] {
  const given = listOf(tag).map((part) => part.split("..").map(Number));
  if (given.length !== answers.length) return [];
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
  return answers.map(({ range }, index) => {
    const [from = NaN, to = NaN] = given[index]!;
    return near(from, range.from) && near(to, range.to) ? { from, to } : undefined;
  });
}

export function makeReflection({ details }: ReadOf<"essay">): Making {
  const words = Number(details.minwords ?? 0);
  // No file but our own holds the rubric that an officer marks by.
  const changes = [remark("essay-unmarked")];
  return { fields: { type: "reflection", ...(words > 0 && { minWords: words }) }, changes };
}

function percentOf(weight: number, changes: Remark[]): number {
  if (weight < 0) changes.push(remark("negative-marks-lost"));
  return Math.max(0, weight);
}
