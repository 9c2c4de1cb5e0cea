import type { Advice } from "./question-lint";
import type { Question } from "./question-types";
import type { Dilemma } from "./question-types/dilemma";
import type { Ordering } from "./question-types/ordering";
import type { ShortAnswer } from "./question-types/short-answer";

/** More steps than these are not held in mind at once: what is then measured is patience (Miller, 1956: seven, give or take two). */
export const MOST_STEPS = 7;

/** Advice that makes sense for one kind of question only. */
export function lintKind(question: Question): Advice[] {
  switch (question.type) {
    case "dilemma":
      return violationWithoutBasis(question);
    case "short-answer":
      return singleAnswer(question);
    case "ordering":
      return manySteps(question);
    default:
      return [];
  }
}

/** Who is told that an act is a violation must be able to read where it says so: in a clause, or in a section of a lesson. */
function violationWithoutBasis({ options, remedial }: Dilemma): Advice[] {
  if (remedial?.section) return [];
  const bare = options.filter(({ grade, citation }) => grade === "violation" && !citation);
  return bare.length > 0
    ? [{ rule: "violation-without-basis", values: { options: bare.map(({ id }) => id).join(", ") } }]
    : [];
}

/** People write one thing in several ways; "*" stands for some of them. */
function singleAnswer({ answers }: ShortAnswer): Advice[] {
  const accepted = answers.filter(({ percent }) => percent > 0);
  const [only] = accepted;
  return accepted.length === 1 && only && !only.text.includes("*")
    ? [{ rule: "single-answer", values: { text: only.text } }]
    : [];
}

function manySteps({ items }: Ordering): Advice[] {
  return items.length > MOST_STEPS ? [{ rule: "many-steps", values: { count: items.length, most: MOST_STEPS } }] : [];
}
