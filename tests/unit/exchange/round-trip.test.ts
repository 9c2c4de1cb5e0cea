import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanField } from "~/domain/assessment/exchange/clean-text";
import { EXCHANGE_FORMATS } from "~/domain/assessment/exchange/exchange";
import { readQuestions } from "~/domain/assessment/exchange/read-questions.server";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import type { Question } from "~/domain/assessment/question-types";
import { anyQuestion, question as parsed } from "../../support/questions";
import { plain } from "./reading";

/** Words and the signs that some format takes for its own. */
const PIECES = [
  "công chức", "ế", "“đúng”", " ", "a", "5", "{", "}", "=", "~", "#", ":", "\\", "->", "[html]", "[", "]", "%50%", "%", "<b>", "</p>", "&amp;",
  "&", "//", "::", "\n", "_x0041_", "]]>", "'", '"', "TRUE", "####", "$CATEGORY:", "A.", "ANSWER: B", ",", ";", "- ", "|", "*x*", "=1+1", "\\n",
  "\\->", "...",
]; // prettier-ignore
const anyText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces) => cleanField(pieces.join("")))
  .filter((text) => text !== "");
const texts = (count: number) =>
  fc.uniqueArray(anyText, {
    minLength: count,
    maxLength: count,
    selector: (text) => text.toLowerCase().replace(/\s+/g, " "),
  });

/** A question of `anyQuestion` with texts that are hard to write. */
const hardQuestion = fc
  .record({
    question: anyQuestion,
    four: texts(4),
    others: texts(4),
    fields: fc.tuple(anyText, anyText),
    topic: fc.constantFrom("chu-de", "giao-tiep"),
    status: fc.constantFrom("draft", "ready", "retired"),
    difficulty: fc.constantFrom("easy", "medium", "hard"),
    more: fc.record({
      scoring: fc.constantFrom("partial", "all-or-nothing"),
      anchored: fc.boolean(),
      ids: fc.boolean(),
    }),
  })
  .map(({ question, four, others, fields: [stem, explanation], topic, status, difficulty, more }) => {
    const base = { ...question, topic, status, difficulty, stem, explanation };
    const citation = { document: "1847/QĐ-TTg", article: "5", clause: 'nội dung "Giao tiếp, ứng xử" [2]' };
    const idOf = (index: number, usual: string) => (more.ids ? `phan-${index}` : usual);
    switch (question.type) {
      case "true-false":
        return parsed({ ...base, citation, lesson: "bai-1", feedback: { whenTrue: four[0], whenFalse: four[1] } });
      case "matching": {
        const pairs = question.pairs.map((pair, index) => ({
          ...pair,
          id: idOf(index, pair.id),
          left: four[index],
          right: others[index],
          feedback: four[3],
        }));
        return parsed({ ...base, pairs, distractors: [others[3]] });
      }
      default: {
        const options = question.options.map((option, index) => ({
          ...option,
          id: idOf(index, option.id),
          text: four[index],
          feedback: others[index],
          anchored: more.anchored && index === 3,
        }));
        return parsed({
          ...base,
          citation,
          options,
          ...(question.type === "multiple-response" && { scoring: more.scoring }),
        });
      }
    }
  });

const someQuestions = fc.uniqueArray(fc.oneof(anyQuestion, hardQuestion), {
  minLength: 1,
  maxLength: 5,
  selector: ({ id }) => id,
});

/** What of a question the format can hold. */
const HELD: Record<(typeof EXCHANGE_FORMATS)[number], (question: Question) => unknown> = {
  yaml: plain,
  xlsx: plain,
  gift: (question) => plain(withoutPairFeedback(question, (left) => left.replaceAll("->", "→"))),
  "moodle-xml": (question) => plain(withoutPairFeedback(question, (left) => left)),
  aiken: (question) =>
    question.type === "single-choice"
      ? question.options.map(({ text, correct }) => [oneLine(text), correct === true])
      : null,
};

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

function withoutPairFeedback(question: Question, left: (text: string) => string): Question {
  if (question.type !== "matching") return question;
  return { ...question, pairs: question.pairs.map(({ feedback: _, ...pair }) => ({ ...pair, left: left(pair.left) })) };
}

// Questions of a topic stand together in a file.
const inOrder = (questions: readonly Question[]) => [...questions].sort((a, b) => (a.id < b.id ? -1 : 1));

test.each(EXCHANGE_FORMATS.filter((format) => format !== "aiken"))(
  "what is exported as %s is imported as it was",
  async (format) => {
    const runs = format === "xlsx" ? 40 : 300;
    await fc.assert(
      fc.asyncProperty(someQuestions, async (questions) => {
        const { content, refused } = await writeQuestions(questions, format);
        expect(refused).toEqual([]);
        const report = readQuestions(content, format);
        expect(report.refused).toEqual([]);
        const back = inOrder(report.taken.map(({ question }) => question));
        expect(back.map(plain)).toEqual(inOrder(questions).map(HELD[format]));
      }),
      { numRuns: runs },
    );
  },
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
