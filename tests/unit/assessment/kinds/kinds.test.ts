import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldName } from "~/domain/assessment/answer-fields";
import { decodeAnswers } from "~/domain/assessment/answers-form";
import { optionRandom, type Paper, paperView } from "~/domain/assessment/paper";
import { QUESTION_TYPE_NAMES, questionTypeOf } from "~/domain/assessment/question-types";
import type { PaperSelection, ReviewAllowance } from "~/domain/assessment/question-types/question-type";
import { NO_TREATMENT } from "~/domain/assessment/regrade/adjustment";
import { responseTo } from "~/use-cases/system/demo-province/responses";
import { KINDS, type KindUnderTest } from "../../../support/question-kinds";
import { secretsOf, wordsIn } from "./secrets";

const paperOf = ({ question }: KindUnderTest, seed: string, shuffleOptions = true): Paper => ({
  seed,
  shuffleOptions,
  questions: [question],
  treatment: NO_TREATMENT,
});

function posted(questionId: string, { own, parts }: PaperSelection): FormData {
  const form = new FormData();
  for (const value of own) form.append(fieldName(questionId), value);
  for (const [part, value] of Object.entries(parts)) form.append(fieldName(questionId, part), value);
  return form;
}

const decoded = (paper: Paper, selection: PaperSelection) =>
  decodeAnswers(paper, posted(paper.questions[0]!.id, selection))?.[0]?.response;

const ALLOWANCES: ReviewAllowance[] = Array.from({ length: 16 }, (_, bits) => ({
  response: Boolean(bits & 1),
  correctness: Boolean(bits & 2),
  rightAnswer: Boolean(bits & 4),
  feedback: Boolean(bits & 8),
}));

const reviewed = (paper: Paper, response: unknown, allowed: ReviewAllowance) => {
  const question = paper.questions[0]!;
  const random = optionRandom(paper, question);
  return questionTypeOf(question).review({ question, response, random, shuffle: paper.shuffleOptions, allowed });
};

/** Anything that says what is right, in the review of any kind. */
const KEY = /"correct":(true|false)|"grade":"|"right":["\d]|"accepted":\[/;

test("every kind is tried", () => {
  expect([...new Set(KINDS.map(({ question }) => question.type))].sort()).toEqual([...QUESTION_TYPE_NAMES].sort());
});

describe.each(KINDS.map((kind) => [kind.name, kind] as const))("%s", (_name, kind) => {
  const type = questionTypeOf(kind.question);

  test("the paper carries nothing that tells of the key", () => {
    const known = { id: "vu-viec", title: "Một vụ việc", text: "Chuyện xảy ra ở quầy tiếp nhận." };
    const question = { ...kind.question, case: known, hints: ["Gợi ý thứ nhất"], marks: 2, critical: true };
    fc.assert(
      fc.property(fc.string(), fc.boolean(), kind.responses, (seed, shuffle, response) => {
        const paper = { ...paperOf(kind, seed, shuffle), questions: [question] };
        const answers = [{ questionId: question.id, response, marked: true }];
        const { keys, values } = wordsIn(
          paperView(paper, answers).questions.map((each) => ({ ...each, selection: null })),
        );
        const { keys: secretKeys, ids, texts } = secretsOf(question);
        expect(keys.filter((key) => secretKeys.includes(key))).toEqual([]);
        expect(values.filter((value) => ids.includes(value))).toEqual([]);
        expect(texts.filter((text) => values.some((value) => value.includes(text)))).toEqual([]);
      }),
    );
  });

  test("of what was answered the paper says only places or one's own words", () => {
    fc.assert(
      fc.property(fc.string(), kind.responses, (seed, response) => {
        const paper = paperOf(kind, seed);
        const answers = [{ questionId: kind.question.id, response, marked: false }];
        const { own, parts } = paperView(paper, answers).questions[0]!.selection!;
        const written = (response as { text?: string }).text;
        for (const value of [...own, ...Object.keys(parts), ...Object.values(parts)]) {
          expect(value === written || /^\d{1,2}$/.test(value)).toBe(true);
        }
      }),
    );
  });

  test("what is stored, drawn into the form and posted again is the same response", () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), kind.responses, (seed, shuffle, response) => {
        expect(type.response.safeParse(response).success).toBe(true);
        const paper = paperOf(kind, seed, shuffle);
        const random = optionRandom(paper, kind.question);
        expect(decoded(paper, type.encode(kind.question, random, shuffle, response))).toEqual(response);
      }),
    );
  });

  test("an empty form is no answer and no error", () => {
    const paper = paperOf(kind, "x");
    expect(decoded(paper, { own: [], parts: {} })).toBeNull();
  });

  test("fields that this paper does not have are refused, whatever somebody posts", () => {
    const paper = paperOf(kind, "x");
    const { body } = paperView(paper, []).questions[0]!;
    const strange = ["0", "99", "-1", "1e0", " 1", "a", "p1", "__proto__", "s1"];
    if (body.form === "short-text" || body.form === "reflection") {
      expect(decoded(paper, { own: ["một", "hai"], parts: {} })).toBeUndefined();
      expect(decoded(paper, { own: ["x".repeat(body.maxLength + 1)], parts: {} })).toBeUndefined();
    } else if (body.form === "choice" || body.form === "true-false") {
      for (const value of strange) expect(decoded(paper, { own: [value], parts: {} })).toBeUndefined();
    } else {
      for (const value of strange) {
        expect(decoded(paper, { own: [], parts: { "1": value } })).toBeUndefined();
        expect(decoded(paper, { own: [], parts: { [value]: "1" } })).toBeUndefined();
      }
    }
  });

  test("whatever is posted never throws, and what is taken is a valid response", () => {
    const paper = paperOf(kind, "x");
    const value = fc.oneof(fc.string(), fc.integer({ min: -2, max: 12 }).map(String));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), fc.dictionary(value, value), (own, parts) => {
        const response = decoded(paper, { own, parts });
        if (response != null) {
          expect(type.response.safeParse(response).success).toBe(true);
          expect(type.grade(kind.question, response)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("marks are from nothing to all, and a better answer never scores less", () => {
    fc.assert(
      fc.property(kind.responses, (response) => {
        const before = type.grade(kind.question, response);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        for (const better of kind.better(response as never)) {
          expect(type.grade(kind.question, better)).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  test("the right answer earns all and suffices, the wrong one earns nothing and does not", () => {
    const [right, wrong] = [responseTo(kind.question, true), responseTo(kind.question, false)];
    const full = (type.scoring?.(kind.question) ?? "key") === "key" ? 1 : 0;
    expect([type.grade(kind.question, right), type.grade(kind.question, wrong)]).toEqual([full, 0]);
    expect(type.suffices?.(kind.question, right) ?? true).toBe(true);
    expect(type.suffices?.(kind.question, wrong) ?? false).toBe(false);
  });

  test("a review shows nothing of a response, of the key or of comments that the policy does not allow", () => {
    fc.assert(
      fc.property(fc.string(), kind.responses, fc.constantFrom(...ALLOWANCES), (seed, response, allowed) => {
        const paper = paperOf(kind, seed);
        const shown = reviewed(paper, response, allowed);
        const text = JSON.stringify(shown);
        if (!allowed.response) expect(shown).toEqual(reviewed(paper, null, allowed));
        if (!allowed.feedback) expect(text).not.toMatch(/Nhận xét|Hệ quả/);
        if (!allowed.rightAnswer && !allowed.correctness) expect(text).not.toMatch(KEY);
        // Correctness alone speaks of what was chosen and of nothing else.
        if (!allowed.rightAnswer) expect(JSON.stringify(reviewed(paper, null, allowed))).not.toMatch(KEY);
      }),
    );
  });

  test("statistics find every choice of a response, and never what somebody wrote", () => {
    const choices = type.choices(kind.question);
    const right = responseTo(kind.question, true) as Record<string, unknown>;
    if (typeof right["text"] === "string") return expect(choices).toEqual([]);
    const valueAt = (part: string) =>
      part.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], right);
    const keyed = choices.filter(({ key }) => key);
    expect(keyed.length).toBeGreaterThan(0);
    for (const { part, value } of keyed) expect([valueAt(part)].flat().map(String)).toContain(value);
  });
});
