/** Questions as a bank file of a course. A bank has one topic: questions of others say theirs. */
import { stringify } from "yaml";
import type { Question } from "../../question-types";
import { casesOf } from "../cases";
import type { Written } from "../written";

const ORDER = [
  "id", "type", "topic", "status", "difficulty", "marks", "critical", "case", "stem", "text", "citation", "lesson", "explanation", "hints",
]; // prettier-ignore

/** What the readers take where nothing is said. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  marks: 1,
  critical: false,
  scoring: "partial",
  caseMatters: false,
  accentsMatter: false,
};

export function writeBankYaml(questions: readonly Question[], titles: Readonly<Record<string, string>> = {}): Written {
  const topic = questions[0]?.topic ?? "";
  const cases = casesOf(questions);
  const bank = {
    topic,
    title: titles[topic] ?? topic,
    ...(cases.length > 0 && { cases }),
    questions: questions.map((question) => {
      const fields = Object.entries(bare(question)).filter(
        ([key, value]) => value !== undefined && value !== DEFAULTS[key] && !(key === "topic" && value === topic),
      );
      return Object.fromEntries(fields.sort(([a], [b]) => rank(a) - rank(b)));
    }),
  };
  return { content: stringify(bank, { lineWidth: 0, aliasDuplicateObjects: false }), refused: [], lost: [] };
}

/** The case by its id, and no answer that says the usual. */
function bare(question: Question): object {
  const named = { ...question, case: question.case?.id };
  if ("distractors" in question && question.distractors.length === 0) return { ...named, distractors: undefined };
  if (!("answers" in question)) return named;
  return {
    ...named,
    answers: question.answers.map(({ percent, ...answer }) => (percent === 100 ? answer : { ...answer, percent })),
  };
}

const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
