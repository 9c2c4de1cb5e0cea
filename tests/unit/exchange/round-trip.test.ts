import fc from "fast-check";
import { expect, test } from "vitest";
import { EXCHANGE_FORMATS } from "~/domain/assessment/exchange/exchange";
import { readQuestions } from "~/domain/assessment/exchange/read-questions.server";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import type { Question } from "~/domain/assessment/question-types";
import { oneLine, someQuestions } from "./hard-questions";
import { plain } from "./reading";

/** What of a question Moodle's formats have no place for, not even in tags. */
function asMoodleHolds(question: Question): Question {
  switch (question.type) {
    case "matching":
      return { ...question, pairs: question.pairs.map(({ feedback: _, ...pair }) => pair) };
    case "reflection":
      return { ...question, rubric: undefined };
    case "dilemma":
      return { ...question, options: question.options.map(({ citation: _, ...option }) => option) };
    default:
      return question;
  }
}

const withoutArrow = (text: string) => text.replaceAll("->", "→");
const spoken = (feedback: string | undefined) => feedback && withoutArrow(feedback);

/** GIFT makes pairs of whatever has an arrow. */
function asGiftHolds(question: Question): Question {
  const held = asMoodleHolds(question);
  if (held.type === "matching") {
    return { ...held, pairs: held.pairs.map((pair) => ({ ...pair, left: withoutArrow(pair.left) })) };
  }
  if (held.type !== "short-answer") return held;
  return {
    ...held,
    answers: held.answers.map(({ text, feedback, percent }) => ({
      text: withoutArrow(text),
      feedback: spoken(feedback),
      percent,
    })),
    wrongFeedback: spoken(held.wrongFeedback),
  };
}

function asSheetHolds(question: Question): Question {
  const held = question.type === "matching" ? question : asMoodleHolds(question);
  return { ...held, ...(held.hints && { hints: held.hints.map(oneLine) }) };
}

/** What of a question the format can hold; null when it holds no such question. */
const HELD: Record<(typeof EXCHANGE_FORMATS)[number], (question: Question) => unknown> = {
  yaml: plain,
  xlsx: (question) => plain(asSheetHolds(question)),
  gift: (question) =>
    question.type === "inline-choice" && question.gaps.length > 1 ? null : plain(asGiftHolds(question)),
  "moodle-xml": (question) => plain(asMoodleHolds(question)),
  aiken: (question) =>
    question.type === "single-choice"
      ? question.options.map(({ text, correct }) => [oneLine(text), correct === true])
      : null,
};

// Questions of a topic stand together in a file.
const inOrder = (questions: readonly Question[]) => [...questions].sort((a, b) => (a.id < b.id ? -1 : 1));

test.each(EXCHANGE_FORMATS.filter((format) => format !== "aiken"))(
  "what is exported as %s is imported as it was",
  async (format) => {
    const runs = format === "xlsx" ? 60 : 300;
    await fc.assert(
      fc.asyncProperty(someQuestions, async (questions) => {
        const held = questions.filter((question) => HELD[format](question) !== null);
        const { content, refused } = await writeQuestions(questions, format);
        const left = questions.filter((each) => !held.includes(each)).map(({ id }) => id);
        expect(refused.map(({ id }) => id).sort()).toEqual(left.sort());
        if (held.length === 0) return;
        const report = readQuestions(content, format);
        expect(report.refused).toEqual([]);
        const back = inOrder(report.taken.map(({ question }) => question));
        expect(back.map(plain)).toEqual(inOrder(held).map(HELD[format]));
        const cases = new Set(held.flatMap((question) => question.case?.id ?? []));
        expect(new Set(report.cases.map((each) => each.case.id))).toEqual(cases);
      }),
      { numRuns: runs },
    );
  },
  20_000,
);

test("Aiken keeps options and key of single choices, and refuses all else by name", async () => {
  await fc.assert(
    fc.asyncProperty(someQuestions, async (questions) => {
      const single = questions.filter(({ type }) => type === "single-choice");
      const { content, refused } = await writeQuestions(questions, "aiken");
      expect(refused).toHaveLength(questions.length - single.length);
      const report = readQuestions(content, "aiken");
      if (single.length === 0) return;
      expect(report.refused).toEqual([]);
      expect(report.taken.map(({ question }) => HELD.aiken(question))).toEqual(single.map(HELD.aiken));
    }),
    { numRuns: 200 },
  );
});
