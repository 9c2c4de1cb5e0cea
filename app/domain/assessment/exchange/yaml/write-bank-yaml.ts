/** Questions as a bank file of a course. A bank has one topic: questions of others say theirs. */
import { stringify } from "yaml";
import type { Question } from "../../question-types";
import type { Written } from "../written";

const ORDER = ["id", "type", "topic", "status", "difficulty", "stem", "citation", "lesson", "explanation"];

export function writeBankYaml(questions: readonly Question[], titles: Readonly<Record<string, string>> = {}): Written {
  const topic = questions[0]?.topic ?? "";
  const bank = {
    topic,
    title: titles[topic] ?? topic,
    questions: questions.map((question) => {
      const keys = Object.keys(question).sort((a, b) => rank(a) - rank(b));
      const fields = keys.map((key) => [key, question[key as keyof Question]] as const);
      return Object.fromEntries(
        fields.filter(([key, value]) => value !== undefined && !(key === "topic" && value === topic)),
      );
    }),
  };
  return { content: stringify(bank, { lineWidth: 0, aliasDuplicateObjects: false }), refused: [], lost: [] };
}

const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
