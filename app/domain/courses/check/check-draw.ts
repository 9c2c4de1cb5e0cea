import type { Question } from "../../assessment/question-types";
import type { ContentProblem } from "../content-problem";
import type { DrawRule } from "../course";
import { fits, leftForEach, ruleName } from "../draw-rule";
import { suggestion } from "../nearest-word";

export type DrawFaultRule = "topic-unknown" | "topic-duplicate" | "not-enough-questions" | "not-enough-together";

export interface DrawFault {
  /** Place in the list of lines, from 0. */
  line: number;
  field: "topic" | "count";
  rule: DrawFaultRule;
  values: ContentProblem["values"];
}

/** Does each line of the draw name a topic that exists, once, and are there questions enough for all lines together? */
export function drawFaults(
  draw: readonly DrawRule[],
  bank: {
    topics: readonly string[];
    questions: readonly Question[];
    /** false: not every question could be read, so their number says nothing. */
    countable: boolean;
  },
): DrawFault[] {
  const { topics, questions, countable } = bank;
  const faults = draw.flatMap((rule, line): DrawFault[] => {
    const { topic, count } = rule;
    if (topic !== undefined && !topics.includes(topic)) {
      return [{ line, field: "topic", rule: "topic-unknown", values: { topic, ...suggestion(topic, topics) } }];
    }
    if (draw.findIndex((each) => ruleName(each) === ruleName(rule)) < line) {
      return [{ line, field: "topic", rule: "topic-duplicate", values: { topic: ruleName(rule) } }];
    }
    const ready = questions.filter((question) => fits(question, rule)).length;
    if (!countable || ready >= count) return [];
    const values = { topic: topic ?? ruleName(rule), ready, count };
    return [{ line, field: "count", rule: "not-enough-questions", values }];
  });
  return faults.length > 0 || !countable ? faults : togetherFaults(draw, questions);
}

/** Each line alone has enough: then lines that share questions must not leave one short, however the draw falls. */
function togetherFaults(draw: readonly DrawRule[], questions: readonly Question[]): DrawFault[] {
  return leftForEach(draw, questions).flatMap((left, line): DrawFault[] => {
    const rule = draw[line]!;
    if (left >= rule.count) return [];
    const values = { rule: ruleName(rule), left, count: rule.count };
    return [{ line, field: "count", rule: "not-enough-together", values }];
  });
}
