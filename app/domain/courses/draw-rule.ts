import type { DrawRule } from "./course";
import type { Question } from "../assessment/question-types";

/** What of a question a rule looks at. */
export type Drawable = Pick<Question, "status" | "topic" | "citation" | "difficulty">;

/** May a question be drawn by this rule? Only ready ones are. */
export function fits(question: Drawable, rule: Omit<DrawRule, "count">): boolean {
  const { citation } = question;
  return (
    question.status === "ready" &&
    (rule.topic === undefined || question.topic === rule.topic) &&
    (rule.document === undefined || citation.document === rule.document) &&
    (rule.article === undefined || citation.article === rule.article) &&
    (rule.clause === undefined || citation.clause === rule.clause) &&
    (rule.difficulty === undefined || question.difficulty === rule.difficulty)
  );
}

// In this order, whatever order a file or the database has: seeds are drawn by the name.
const NAMED = ["topic", "document", "article", "clause", "difficulty"] as const;

/** "topic tong-quan", "document 1847/QĐ-TTg, article 2": the rule by what it names. */
export const ruleName = (rule: DrawRule): string =>
  NAMED.flatMap((name) => (rule[name] === undefined ? [] : [`${name} ${rule[name]}`])).join(", ");

/**
 * The order in which rules draw, and what fits each. The narrow ones first: a wide one must not take the only questions that fit
 * a narrow one.
 */
export function narrowFirst(draw: readonly DrawRule[], questions: readonly Question[]) {
  return draw
    .map((rule, index) => ({ rule, index, fitting: questions.filter((question) => fits(question, rule)) }))
    .sort((a, b) => a.fitting.length - a.rule.count - (b.fitting.length - b.rule.count) || a.index - b.index);
}

/** For each rule, how many questions it finds when those that draw before it took as many of its own as they can. */
export function leftForEach(draw: readonly DrawRule[], questions: readonly Question[]): number[] {
  const order = narrowFirst(draw, questions);
  const left: number[] = [];
  order.forEach(({ index, fitting }, turn) => {
    const own = new Set(fitting);
    const taken = order
      .slice(0, turn)
      .map((before) => Math.min(before.rule.count, before.fitting.filter((question) => own.has(question)).length));
    left[index] = Math.max(0, fitting.length - taken.reduce((sum, count) => sum + count, 0));
  });
  return left;
}
