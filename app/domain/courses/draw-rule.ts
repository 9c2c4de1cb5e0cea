import type { DrawRule } from "./course";
import type { Question } from "../assessment/question-types";

/** May a question be drawn by this rule? Only ready ones are. */
export function fits(question: Question, rule: DrawRule): boolean {
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

/** "topic tong-quan", "document 1847/QĐ-TTg, article 2": the rule by what it names. */
export function ruleName({ count: _, ...rule }: DrawRule): string {
  return Object.entries(rule)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
