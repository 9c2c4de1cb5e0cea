/** The rules of a test as a form sends them, and how they become a policy. Messages are word keys. */
import { z } from "zod";
import type { TestPolicy } from "../../courses/course";
import { testSchema } from "../../courses/content-schemas";
import { phraseCode } from "../../courses/content-words/phrases";
import { parseDay } from "../../time";
import { cleanField } from "../exchange/clean-text";
import { REVIEW_ITEMS } from "../policy";

export const LONGEST_NOTE = 300;

/** What is not typed does not come: an empty field is none. */
const typed = z.string().max(5000, { error: "policy.tooLong" }).transform(cleanField).optional();
const ticked = z.literal("on").optional();
const items = z.array(z.enum(REVIEW_ITEMS)).default([]);

const drawLine = z.object({
  topic: typed,
  document: typed,
  article: typed,
  clause: typed,
  difficulty: typed,
  count: typed,
});
const overallLine = z.object({ from: typed, text: typed });

const fields = z.object({
  /** What test.yaml was when the form was made. */
  over: z.string(),
  intent: z.enum(["check", "confirm"]),
  changeNote: z.string().max(LONGEST_NOTE, { error: "policy.tooLong" }).transform(cleanField).optional(),
  title: typed,
  draw: z.array(drawLine).max(100).default([]),
  shuffleQuestions: ticked,
  shuffleOptions: ticked,
  timeLimitMinutes: typed,
  graceSeconds: typed,
  passPercent: typed,
  attempts: typed,
  attemptThatCounts: typed,
  delayMinutes: typed,
  opensOn: typed,
  closesOn: typed,
  whenTimeExpires: typed,
  handInGraceMinutes: typed,
  feedback: typed,
  hintPenaltyPercent: typed,
  buildOnLast: ticked,
  paceCheck: ticked,
  honourStatement: typed,
  review: z
    .object({
      during: items,
      rightAfter: items,
      whileAttemptsRemain: items,
      whenFinished: items,
      afterClose: items,
    })
    .default({ during: [], rightAfter: [], whileAttemptsRemain: [], whenFinished: [], afterClose: [] }),
  /** Columns of the matrix that say nothing of their own. */
  follows: z.object({ rightAfter: ticked, afterClose: ticked }).default({}),
  overallFeedback: z.array(overallLine).max(30).default([]),
});
type Fields = z.output<typeof fields>;

export const policyForm = fields.transform((form, context) => {
  const { over, intent, changeNote = null } = form;
  // Lines left empty are none; their places are kept, so that a fault is told where it was typed.
  const draw = filled(form.draw);
  const overall = filled(form.overallFeedback);
  const raw = rawPolicy(form, draw.lines, overall.lines);
  const read = testSchema.safeParse(raw);
  if (read.success) return { over, intent, changeNote, policy: read.data as TestPolicy };
  for (const issue of read.error.issues) {
    const [first, line, ...rest] = issue.path as (string | number)[];
    const places = first === "draw" ? draw.places : first === "overallFeedback" ? overall.places : null;
    const path = places && typeof line === "number" ? [first!, places[line]!, ...rest] : issue.path;
    const word =
      issue.code === "too_small" && issue.path.join() === "draw" ? "policy.drawNeedsLine" : WORDS[issue.message];
    const told = word ? { code: "custom" as const, message: word } : { ...issue, message: undefined };
    context.addIssue({ ...told, input: valueAt(raw, issue.path), path: [...path] } as z.core.$ZodRawIssue);
  }
  return z.NEVER;
});

/** What a refinement says, as a word of the form. */
const WORDS: Record<string, string> = {
  [phraseCode("topicOrDocument")]: "policy.drawNeedsTopic",
  [phraseCode("notBeforeOpening")]: "policy.closesBeforeOpening",
  [phraseCode("onlyForPractice")]: "policy.onlyForPractice",
  [phraseCode("day")]: "policy.needsDay",
};

function filled<Line extends object>(all: readonly (Line | undefined)[]): { lines: Line[]; places: number[] } {
  const places = all.flatMap((line, place) =>
    line && Object.values(line).some((value) => value !== undefined && value !== "") ? [place] : [],
  );
  return { lines: places.map((place) => all[place]!), places };
}

function rawPolicy(form: Fields, draw: Fields["draw"], overall: Fields["overallFeedback"]): unknown {
  const { review, follows } = form;
  return withoutNothing({
    title: form.title,
    draw: draw.map((line) => withoutNothing({ ...line, count: number(line.count) })),
    shuffleQuestions: form.shuffleQuestions === "on",
    shuffleOptions: form.shuffleOptions === "on",
    timeLimitMinutes: number(form.timeLimitMinutes),
    graceSeconds: number(form.graceSeconds),
    passPercent: number(form.passPercent),
    attempts: number(form.attempts),
    attemptThatCounts: form.attemptThatCounts,
    delayMinutes: number(form.delayMinutes),
    opensOn: day(form.opensOn),
    closesOn: day(form.closesOn),
    whenTimeExpires: form.whenTimeExpires,
    handInGraceMinutes: number(form.handInGraceMinutes),
    feedback: form.feedback,
    hintPenaltyPercent: number(form.hintPenaltyPercent),
    buildOnLast: form.buildOnLast === "on",
    paceCheck: form.paceCheck === "on",
    honourStatement: form.honourStatement,
    review: withoutNothing({
      ...review,
      rightAfter: follows.rightAfter ? undefined : review.rightAfter,
      afterClose: follows.afterClose ? undefined : review.afterClose,
    }),
    overallFeedback: overall.map(({ from, text }) => withoutNothing({ from: number(from), text })),
  });
}

/** "72,5" as people write it. */
const number = (text: string | undefined) =>
  text === undefined || text === "" ? undefined : Number(text.replace(",", "."));

/** A day as people write it; what is none stays as it was typed, and is refused as such. */
const day = (text: string | undefined) => (text === undefined || text === "" ? undefined : (parseDay(text) ?? text));

const withoutNothing = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== ""));

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | undefined)?.[part], value);
