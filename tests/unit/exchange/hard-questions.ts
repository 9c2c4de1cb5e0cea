import fc from "fast-check";
import { cleanField } from "~/domain/assessment/exchange/clean-text";
import type { CaseText } from "~/domain/assessment/question";
import type { Question } from "~/domain/assessment/question-types";
import { anyQuestion, question as parsed } from "../../support/questions";

/** Words and the signs that some format takes for its own. */
const PIECES = [
  "công chức", "ế", "“đúng”", " ", "a", "5", "{", "}", "=", "~", "#", ":", "\\", "->", "[html]", "[", "]", "%50%", "%", "<b>", "</p>", "&amp;",
  "&", "//", "::", "\n", "_x0041_", "]]>", "'", '"', "TRUE", "####", "$CATEGORY:", "A.", "ANSWER: B", ",", ";", "- ", "|", "*x*", "=1+1", "\\n",
  "\\->", "...", " / ", "/", "*", "-", "B 50%", "\n\n", "[tag:x]", "1.500", "&#61;",
]; // prettier-ignore
const anyText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces) => cleanField(pieces.join("")))
  // "*" alone takes every answer: in Moodle's formats it is the way to speak to who is wrong.
  .filter((text) => text !== "" && text !== "*");
const texts = (count: number) =>
  fc.uniqueArray(anyText, {
    minLength: count,
    maxLength: count,
    selector: (text) => text.toLowerCase().replace(/\s+/g, " "),
  });

export const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const percent = fc.constantFrom(100, 50, 33.5, 0);

/** What a question of any kind may have, apart from its texts. */
const settings = fc.record({
  topic: fc.constantFrom("chu-de", "giao-tiep"),
  status: fc.constantFrom("draft", "ready", "retired"),
  difficulty: fc.constantFrom("easy", "medium", "hard"),
  scoring: fc.constantFrom("partial", "all-or-nothing"),
  marks: fc.constantFrom(1, 0.25, 2.5, 20),
  critical: fc.boolean(),
  anchored: fc.boolean(),
  ids: fc.boolean(),
  numbers: fc.tuple(number, number, number, number),
  percents: fc.tuple(percent, percent, percent),
  grades: fc.tuple(...[1, 2, 3].map(() => fc.constantFrom("best", "acceptable", "risky", "violation"))),
  gaps: fc.constantFrom(1, 2),
  hints: fc.integer({ min: 0, max: 3 }),
});
type Settings = typeof settings extends fc.Arbitrary<infer S> ? S : never;

interface Words {
  four: string[];
  others: string[];
  more: string[];
}

/** The fields of the kind of a question, with texts that are hard to write. */
function fieldsOf(question: Question, { four, others, more }: Words, set: Settings): object {
  const idOf = (index: number, usual: string) => (set.ids ? `phan-${index}` : usual);
  switch (question.type) {
    case "true-false":
      return { feedback: { whenTrue: four[0], whenFalse: four[1] } };
    case "matching": {
      const pairs = question.pairs.map(({ id }, index) => ({
        id: idOf(index, id),
        left: four[index],
        right: others[index],
        feedback: four[3],
      }));
      return { pairs, distractors: set.anchored ? [others[3]] : [] };
    }
    case "ordering":
      return {
        items: question.items.map(({ id }, index) => ({ id: idOf(index, id), text: four[index] })),
        scoring: set.scoring,
      };
    case "inline-choice": {
      const named = ["1", "2"].map((usual, index) => idOf(index, usual)).slice(0, set.gaps);
      const around = others.map((text) => text.replace(/\[+/g, "[").replace(/\]+/g, "]"));
      const gaps = named.map((id, gap) => ({
        id,
        options: four.slice(gap).map((text, index) => ({
          text,
          ...(index === gap && { correct: true }),
          ...((set.anchored || index === 1) && { feedback: more[index] }),
        })),
      }));
      return { text: cleanField(named.map((id, index) => `${around[index]} [[${id}]]`).join(" ") + around[3]), gaps };
    }
    case "short-answer":
      return {
        answers: four.map((text, index) => ({ text, percent: [100, ...set.percents][index], feedback: others[index] })),
        caseMatters: set.anchored,
        accentsMatter: set.ids,
        ...(set.critical && { wrongFeedback: more[0] }),
      };
    case "numeric": {
      const [a, b, c, d] = set.numbers;
      const answers = [
        { from: Math.min(a, b), to: Math.max(a, b), percent: set.percents[0] },
        { from: c, to: c, percent: 100, feedback: four[0] },
        { from: d, to: d, percent: set.percents[1], feedback: four[1] },
      ];
      return {
        answers,
        unit: set.ids ? "ngày làm việc" : undefined,
        wrongFeedback: set.critical ? more[0] : undefined,
      };
    }
    case "reflection":
      return {
        minWords: set.ids ? 30 : undefined,
        ...(set.critical && {
          rubric: [{ id: "y", criterion: four[0], levels: [0, 2].map((points) => ({ points, text: others[points] })) }],
        }),
      };
    case "dilemma":
      return {
        options: question.options.map(({ id }, index) => ({
          id: idOf(index, id),
          text: four[index],
          grade: ["best", ...set.grades][index],
          consequence: others[index],
          ...(index === 1 && { citation: { document: "26/CT-TTg" } }),
          ...(set.anchored && index === 3 && { anchored: true }),
        })),
        remedial: set.critical ? { lesson: "bai-2", ...(set.ids && { section: "muc-hai" }) } : undefined,
      };
    default: {
      const options = question.options.map((option, index) => ({
        ...option,
        id: idOf(index, option.id),
        text: four[index],
        feedback: others[index],
        anchored: set.anchored && index === 3,
      }));
      return { options, ...(question.type === "multiple-response" && { scoring: set.scoring }) };
    }
  }
}

/** A question of `anyQuestion` with texts that are hard to write, and with everything that it can have. */
const hardQuestion = fc
  .record({ question: anyQuestion, four: texts(4), others: texts(4), more: texts(4), base: texts(2), set: settings })
  .map(({ question, base: [stem, explanation], set, ...words }) => {
    const { topic, status, difficulty, marks, critical } = set;
    return parsed({
      ...question,
      ...{ topic, status, difficulty, marks, critical, stem, explanation },
      citation: {
        document: "1847/QĐ-TTg",
        article: "5",
        clause: 'nội dung "Giao tiếp, ứng xử" [2]',
        ...(critical && { expired: true as const }),
      },
      lesson: "bai-1",
      ...(set.hints > 0 && { hints: words.more.slice(0, set.hints) }),
      ...fieldsOf(question, words, set),
    });
  });

const someCases = fc
  .tuple(texts(2), texts(2))
  .map((both): CaseText[] =>
    both.map(([title, text], index) => ({ id: `tinh-huong-${index + 1}`, title: oneLine(title!), text: text! })),
  );

/** Questions of one file; some of them are about the same cases. */
export const someQuestions = fc
  .record({
    questions: fc.uniqueArray(fc.oneof(anyQuestion, hardQuestion), {
      minLength: 1,
      maxLength: 5,
      selector: ({ id }) => id,
    }),
    cases: someCases,
    about: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ questions, cases, about }) =>
    questions.map((question, index) => ({ ...question, case: cases[about[index]!] })),
  );
