import { z } from "zod";
import { questionIdSchema, questionTextSchema } from "../question";
import type { FormField } from "../question-form/form-shape";
import type { Random } from "../random";
import type { LintParts, PaperOption, ReviewAllowance, ReviewedOption, TypeChoice } from "./question-type";

export const optionSchema = z.strictObject({
  id: questionIdSchema,
  text: questionTextSchema,
  correct: z.boolean().optional(),
  feedback: questionTextSchema,
  /** Keeps its place when options are shuffled. */
  anchored: z.boolean().optional(),
});

export type Option = z.infer<typeof optionSchema>;

export const optionsSchema = z
  .array(optionSchema)
  .min(2, "needs at least two options")
  .max(10, "has more than ten options")
  .superRefine((options, context) => {
    const seenIds = new Set<string>();
    const seenTexts = new Set<string>();
    options.forEach((option, index) => {
      if (seenIds.has(option.id)) context.addIssue({ code: "custom", path: [index, "id"], message: "stands twice" });
      const plain = option.text.toLowerCase().replace(/\s+/g, " ");
      if (seenTexts.has(plain)) context.addIssue({ code: "custom", path: [index, "text"], message: "stands twice" });
      seenIds.add(option.id);
      seenTexts.add(plain);
    });
  });

/** The options in the order of one paper; anchored ones keep their place. */
export function orderOptions<O extends { anchored?: boolean | undefined }>(
  options: readonly O[],
  random: Random,
  shuffle: boolean,
): O[] {
  if (!shuffle) return [...options];
  const loose = random.shuffle(options.filter((option) => !option.anchored));
  return options.map((option) => (option.anchored ? option : loose.shift()!));
}

export function optionsOnPaper(ordered: readonly { text: string }[]): PaperOption[] {
  return ordered.map((option, index) => ({ value: String(index + 1), text: option.text }));
}

/** Places of a paper → option ids; undefined when a place does not exist. */
export function idsAtPlaces(ordered: readonly { id: string }[], places: readonly string[]): string[] | undefined {
  const ids: string[] = [];
  for (const place of new Set(places)) {
    const option = /^\d{1,2}$/.test(place) ? ordered[Number(place) - 1] : undefined;
    if (!option) return undefined;
    ids.push(option.id);
  }
  return ids;
}

export function placesOfIds(ordered: readonly { id: string }[], ids: readonly string[]): string[] {
  return ordered.flatMap((option, index) => (ids.includes(option.id) ? [String(index + 1)] : []));
}

export function reviewOptions(
  ordered: readonly Option[],
  chosenIds: readonly string[],
  allowed: ReviewAllowance,
): ReviewedOption[] {
  return ordered.map((option) => {
    const chosen = allowed.response && chosenIds.includes(option.id);
    return {
      text: option.text,
      chosen,
      // Correctness alone speaks of what was chosen; only `rightAnswer` speaks of the others.
      correct: allowed.rightAnswer || (chosen && allowed.correctness) ? option.correct === true : null,
      feedback: allowed.feedback && (chosen || allowed.rightAnswer) ? option.feedback : null,
    };
  });
}

export function optionChoices(part: "option" | "options", options: readonly Option[]): TypeChoice[] {
  return options.map(({ id, text, correct = false }) => ({
    part,
    value: id,
    label: text,
    of: null,
    key: correct,
    distractor: !correct,
  }));
}

/** What is asked for the options; `key`: one of them is right, or each says for itself whether it is. */
export const optionFields = (key: "one" | "several"): FormField => ({
  kind: "rows",
  at: "options",
  label: ["Phương án", "Options"],
  hint:
    key === "one"
      ? ["Đánh dấu đúng một phương án là đáp án.", "Mark exactly one option as the key."]
      : ["Đánh dấu mọi phương án đúng.", "Mark every right option."],
  item: ["Phương án", "Option"],
  most: 10,
  begin: 4,
  ids: "letters",
  fields: [
    { kind: "text", at: "text", label: ["Nội dung", "Text"] },
    { kind: key === "one" ? "key" : "tick", at: "correct", label: ["Đáp án đúng", "Right"] },
    ANCHORED,
    { kind: "text", at: "feedback", label: ["Nhận xét cho người chọn phương án này", "Feedback to who chose it"] },
  ],
});

export const ANCHORED: FormField = {
  kind: "tick",
  at: "anchored",
  label: ["Giữ nguyên vị trí khi xáo phương án", "Keeps its place when options are shuffled"],
};

export const lintOptions = (options: readonly Option[]): LintParts => ({
  groups: [[...options]],
  keyed: true,
  feedbacks: [...options],
  stem: "question",
});

/** The place of an item on a paper ("1", "2", …), and the item at such a place. */
export const placeOf = (index: number) => String(index + 1);
export const atPlace = <T>(items: readonly T[], place: string): T | undefined =>
  /^\d{1,2}$/.test(place) ? items[Number(place) - 1] : undefined;
