/**
 * Advice to who writes questions: what makes a question easy to guess, hard to read or impossible to learn from. It never
 * hinders publishing. The rules are those of the usual guides to writing items (Haladyna, Downing and Rodriguez, "A review of
 * multiple-choice item-writing guidelines", 2002), said for Vietnamese and English.
 */
import { lintKind } from "./question-lint-kinds";
import { type Question, questionTypeOf } from "./question-types";

export const LINT_RULES = [
  "duplicate-option",
  "longest-key",
  "none-of-above",
  "all-of-above",
  "negative-stem",
  "absolute-words",
  "no-feedback",
  "no-citation",
  "violation-without-basis",
  "single-answer",
  "many-steps",
  "key-position",
  "one-sided-answers",
] as const;
export type LintRule = (typeof LINT_RULES)[number];

export interface LintFinding {
  /** null: said of a whole bank. */
  questionId: string | null;
  rule: LintRule;
  values: Record<string, string | number>;
}

export type Advice = Omit<LintFinding, "questionId">;

/** Retired questions are left in peace. By rule, then in the order of the bank. */
export function lintQuestions(questions: readonly Question[]): LintFinding[] {
  const living = questions.filter(({ status }) => status !== "retired");
  const found: LintFinding[] = living.flatMap((question) =>
    lintQuestion(question).map((advice) => ({ questionId: question.id, ...advice })),
  );
  found.push(
    ...[...keyPosition(living), ...oneSidedAnswers(living)].map((advice) => ({ questionId: null, ...advice })),
  );
  return found.sort((a, b) => LINT_RULES.indexOf(a.rule) - LINT_RULES.indexOf(b.rule));
}

function lintQuestion(question: Question): Advice[] {
  const own: Advice[] = question.citation?.document?.trim() ? [] : [{ rule: "no-citation", values: {} }];
  const { groups, keyed, feedbacks, stem } = questionTypeOf(question).lint(question);
  return [
    ...groups.flatMap(duplicates),
    ...(keyed ? groups.flatMap(longestKey) : []),
    ...(keyed ? groups.flatMap(ofTheAbove) : []),
    ...(stem === "question" ? negativeStem(question.stem) : []),
    ...(stem === "statement" ? absoluteWords(question.stem) : []),
    ...noFeedback(feedbacks),
    ...own,
    ...lintKind(question),
  ];
}

/** Two options that say the same but for case, accents, punctuation and words that carry nothing. */
function duplicates(options: readonly { id: string; text: string }[]): Advice[] {
  const seen = new Map<string, string>();
  return options.flatMap(({ id, text }): Advice[] => {
    const words = wordsOf(withoutAccents(text)).filter((word) => !EMPTY_WORDS.has(word));
    const key = words.join(" ");
    const twin = seen.get(key);
    seen.set(key, id);
    return twin === undefined || key === "" ? [] : [{ rule: "duplicate-option", values: { first: twin, second: id } }];
  });
}
const EMPTY_WORDS = new Set(["la", "thi", "ma", "a", "an", "the"]);

/** Clearly longer: by a third, and by more than a word or two. */
function longestKey(options: readonly { id: string; text: string; correct?: boolean | undefined }[]): Advice[] {
  const keys = options.filter(({ correct }) => correct);
  const longestOther = Math.max(0, ...options.filter(({ correct }) => !correct).map(({ text }) => text.length));
  const [key] = keys;
  if (keys.length !== 1 || !key || longestOther === 0) return [];
  const clearly = key.text.length >= longestOther * 1.33 && key.text.length - longestOther >= 15;
  return clearly
    ? [{ rule: "longest-key", values: { option: key.id, length: key.text.length, next: longestOther } }]
    : [];
}

// Each is the whole option: "Tất cả cán bộ đều đúng giờ" is none of them.
const OPTION = "(phương án|đáp án|câu trả lời|lựa chọn|câu|ý|điều)";
const ABOVE = "( nêu| kể)?( ở)?( trên)?( (đều|là))?";
const ALL_OF_ABOVE = new RegExp(
  `^((tất )?cả( các| những| hai| ba| bốn| năm)?( ${OPTION})?${ABOVE}( đúng)?|(cả )?[a-h]( (và )?[a-h])+( đều)?( đúng)?|` +
    `(all|both) of the above|both [a-h] and [a-h]( are (correct|right))?)$`,
  "u",
);
const NONE_OF_ABOVE = new RegExp(
  `^(không( có)? ${OPTION} nào${ABOVE}( đúng)?|((tất )?cả|các)( các| hai| ba| bốn| năm)?( ${OPTION})?${ABOVE} sai|` +
    `(cả )?[a-h]( (và )?[a-h])+( đều)? sai|none of the above)$`,
  "u",
);

/** An anchored "none" keeps its place at the end and may stand; "all" gives itself away wherever it stands. */
function ofTheAbove(options: readonly { id: string; text: string; anchored?: boolean | undefined }[]): Advice[] {
  return options.flatMap(({ id, text, anchored }): Advice[] => {
    const words = wordsOf(text).join(" ");
    if (NONE_OF_ABOVE.test(words)) return anchored ? [] : [{ rule: "none-of-above", values: { option: id, text } }];
    return ALL_OF_ABOVE.test(words) ? [{ rule: "all-of-above", values: { option: id, text } }] : [];
  });
}

const NEGATIVE =
  / (?:nào|which|what) (?:.+ )?(không|chưa|sai|ngoại trừ|trừ|not|except|incorrect|false) | (ngoại trừ|không phải là|không đúng|chưa đúng|không thuộc|except) /u;

/** A negation in what is asked (the last sentence) that can be overlooked: neither in capitals nor set in marks. */
function negativeStem(stem: string): Advice[] {
  const question = lastSentence(stem);
  if (/(?<!\p{L})(KHÔNG|CHƯA|SAI|TRỪ|NOT|EXCEPT|INCORRECT|FALSE)(?!\p{L})|\*\*[^*]+\*\*/u.test(question)) return [];
  // "…, đúng không?" and "… hay không?" only ask. What is quoted is not the question's own negation.
  const bare = withoutQuotes(question).replace(/(hay |phải )?không\s*\?\s*$/iu, "?");
  const match = NEGATIVE.exec(` ${wordsOf(bare).join(" ")} `);
  return match ? [{ rule: "negative-stem", values: { word: match[1] ?? match[2]! } }] : [];
}

const ABSOLUTE =
  / (luôn luôn|không bao giờ|trong mọi trường hợp|trong mọi hoàn cảnh|tất cả mọi|bất cứ lúc nào|hoàn toàn không|tuyệt đối|chắc chắn|always|never|in all cases) /u;

/** Words that leave no exception give away "false"; within quotation marks they are the document's own. */
function absoluteWords(stem: string): Advice[] {
  const match = ABSOLUTE.exec(` ${wordsOf(withoutQuotes(stem)).join(" ")} `);
  return match ? [{ rule: "absolute-words", values: { word: match[1]! } }] : [];
}

/** A bare "right" or "wrong" teaches nothing. */
function noFeedback(parts: readonly { id: string; feedback?: string | undefined }[]): Advice[] {
  const bare = parts.filter(({ feedback = "" }) =>
    ["", "đúng", "sai", "chưa đúng", "không đúng", "right", "correct", "wrong", "incorrect"].includes(
      wordsOf(feedback).join(" "),
    ),
  );
  return bare.length > 0 ? [{ rule: "no-feedback", values: { options: bare.map(({ id }) => id).join(", ") } }] : [];
}

/** χ² that chance exceeds once in a hundred, by degrees of freedom. */
const CHI_SQUARE_99 = [0, 6.635, 9.21, 11.345, 13.277, 15.086, 16.812, 18.475, 20.09, 21.666];

/** Are the keys of a bank spread over the places as chance would spread them? Needs about five for each place. */
function keyPosition(questions: readonly Question[]): Advice[] {
  const lists = questions.flatMap((question) => (question.type === "single-choice" ? [question.options] : []));
  const places = Math.max(0, ...lists.map(({ length }) => length));
  if (places < 2 || lists.length < places * 5) return [];
  const keys = lists.map((options) => options.findIndex(({ correct }) => correct));
  const spread = Array.from({ length: places }, (_, place) => ({
    place: place + 1,
    count: keys.filter((key) => key === place).length,
    expected: lists.reduce((sum, { length }) => sum + (place < length ? 1 / length : 0), 0),
  }));
  const chiSquare = spread.reduce((sum, { count, expected }) => sum + (count - expected) ** 2 / expected, 0);
  if (chiSquare <= (CHI_SQUARE_99[places - 1] ?? Infinity)) return [];
  const oddest = spread.reduce((a, b) => (b.count - b.expected > a.count - a.expected ? b : a));
  const expected = Math.round(oddest.expected);
  return [
    { rule: "key-position", values: { place: oddest.place, count: oddest.count, expected, total: lists.length } },
  ];
}

/** "True" and "false" are never shuffled, so that a bank with nearly all of one is guessed. */
function oneSidedAnswers(questions: readonly Question[]): Advice[] {
  const answers = questions.flatMap((question) => (question.type === "true-false" ? [question.answer] : []));
  const [total, right] = [answers.length, answers.filter(Boolean).length];
  if (total < 10 || (right - total / 2) ** 2 / (total / 4) <= CHI_SQUARE_99[1]!) return [];
  return [{ rule: "one-sided-answers", values: { right, wrong: total - right, total } }];
}

const wordsOf = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const withoutAccents = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d");
const withoutQuotes = (text: string) => text.replace(/“[^”]*”|"[^"]*"|«[^»]*»/g, " ");

function lastSentence(stem: string): string {
  const sentences = stem
    .split(/(?<=[.?!:…])\s+(?=\p{Lu}|“)/u)
    .filter((sentence) => !/^(chọn|choose)\s/iu.test(sentence));
  return sentences.at(-1) ?? stem;
}
