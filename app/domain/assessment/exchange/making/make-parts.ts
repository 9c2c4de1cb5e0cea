/** Kinds that are answered part by part: matching, ordering, text with gaps. */
import { USUAL_IDS } from "../details";
import { remark, type Remark } from "../exchange";
import { replaceGaps } from "../gaps";
import { onlyRight } from "./make-choice";
import { idsOf, isWhole, withFeedback, type Making, type ReadOf } from "./making";

export function makeMatching(read: ReadOf<"matching">): Making {
  const numbers = read.pairs.map(({ left }) => (/^\d{1,2}$/.test(left) ? Number(left) : 0));
  // Where a format knows no order, ours stands as the pairs "1 -> first step".
  if (read.details.kind === "ordering" && numbers.every((number) => number > 0)) {
    const inOrder = [...read.pairs].sort((a, b) => Number(a.left) - Number(b.left));
    return makeOrdering({ ...read, kind: "ordering", items: inOrder.map(({ right }) => right) });
  }
  const ids = idsOf(read.details.parts, read.pairs.length, USUAL_IDS.pair);
  const pairs = read.pairs.map(({ left, right, feedback }, index) => ({
    id: ids[index]!,
    left,
    right,
    ...withFeedback(feedback),
  }));
  return { fields: { type: "matching", pairs, distractors: read.distractors }, changes: [] };
}

export function makeOrdering({ items, details }: ReadOf<"ordering">): Making {
  const ids = idsOf(details.parts, items.length, USUAL_IDS.item);
  const scoring = isWhole(details.scoring) ? "all-or-nothing" : "partial";
  return {
    fields: { type: "ordering", items: items.map((text, index) => ({ id: ids[index]!, text })), scoring },
    changes: [],
  };
}

export function makeInlineChoice({ text, gaps, details }: ReadOf<"inline-choice">): Making {
  const ids = idsOf(details.parts, gaps.length, USUAL_IDS.gap);
  const changes: Remark[] = [];
  const made: object[] = [];
  for (const [index, options] of gaps.entries()) {
    const right = onlyRight(options, changes);
    if ("rule" in right) return right;
    made.push({
      id: ids[index]!,
      options: options.map((option) => ({
        text: option.text,
        ...(option === right && { correct: true }),
        ...withFeedback(option.feedback),
      })),
    });
  }
  if (made.length === 0) return remark("no-gap");
  const named = replaceGaps(text, (number) => `[[${ids[Number(number) - 1] ?? number}]]`);
  return { fields: { type: "inline-choice", text: named, gaps: made }, changes: changes.slice(0, 1) };
}
