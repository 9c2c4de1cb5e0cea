import type { TestPolicy } from "../courses/course";
import type { CheckState } from "./answer-check";
import type { ExtraQuestions } from "./pace";

import { narrowFirst, ruleName } from "../courses/draw-rule";
import { questionTypeOf, type Question } from "./question-types";
import type { PaperForm, PaperSelection } from "./question-types/question-type";
import { NO_TREATMENT, type Treatment } from "./regrade/adjustment";
import { randomOf } from "./random";

/** A paper: the drawn questions, in order, with the seed that orders their options. */
export interface Paper {
  seed: string;
  shuffleOptions: boolean;
  questions: Question[];
  /** What was decided about questions after the version was published. */
  treatment: Treatment;
}

export class DrawError extends Error {}

/**
 * Draws the questions of a paper: for each rule as many as the policy asks, no question twice, those in `avoid` (seen the
 * last time) only when the others do not suffice. The same bank, seed and `avoid` give the same paper.
 */
export function drawPaper(input: {
  policy: Pick<TestPolicy, "draw" | "shuffleQuestions" | "shuffleOptions">;
  questions: readonly Question[];
  seed: string;
  avoid?: readonly string[];
  treatment?: Treatment;
}): Paper {
  const { policy, seed, treatment = NO_TREATMENT } = input;
  const avoid = new Set(input.avoid);
  const questions = input.questions.map((question) => treatment.questions.get(question.id) ?? question);
  const drawn = new Set<Question>();
  const byRule = new Map<number, Question[]>();
  for (const { rule, index, fitting } of narrowFirst(policy.draw, questions)) {
    // Sorted first, so that the order of files and rows does not matter.
    const ready = fitting.filter((question) => !drawn.has(question)).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (ready.length < rule.count)
      throw new DrawError(`${ruleName(rule)} has ${ready.length} ready questions, ${rule.count} are to be drawn`);
    const order = randomOf(seed, purposeOf(rule)).shuffle(ready);
    const last = (question: Question) => Number(treatment.voided.has(question.id)) * 2 + Number(avoid.has(question.id));
    const taken = order.sort((a, b) => last(a) - last(b)).slice(0, rule.count);
    taken.forEach((question) => drawn.add(question));
    byRule.set(index, taken);
  }
  const inOrder = policy.draw.flatMap((_, index) => byRule.get(index)!);
  const ordered = policy.shuffleQuestions ? randomOf(seed, "order").shuffle(inOrder) : inOrder;
  return { seed, shuffleOptions: policy.shuffleOptions, questions: casesTogether(ordered), treatment };
}

// Papers that were written by topic alone keep their draw.
function purposeOf(rule: TestPolicy["draw"][number]): string {
  const { topic, count: _, ...more } = rule;
  const narrow = Object.values(more).some((value) => value !== undefined);
  return narrow ? `draw:${ruleName(rule)}` : `draw:${topic}`;
}

/** Questions of one case stand one after another, where the first of them stands: the text is read once. */
function casesTogether(questions: readonly Question[]): Question[] {
  const placed = new Set<Question>();
  return questions.flatMap((question) => {
    if (placed.has(question)) return [];
    const together = question.case
      ? questions.filter((other) => other.case?.id === question.case!.id && !placed.has(other))
      : [question];
    together.forEach((each) => placed.add(each));
    return together;
  });
}

/** The paper of an attempt again, from what the attempt keeps. */
export function rebuildPaper(input: {
  policy: Pick<TestPolicy, "shuffleOptions">;
  questionsById: ReadonlyMap<string, Question>;
  seed: string;
  questionIds: readonly string[];
  treatment?: Treatment;
}): Paper {
  const { treatment = NO_TREATMENT } = input;
  const questions = input.questionIds.map((id) => {
    const question = treatment.questions.get(id) ?? input.questionsById.get(id);
    if (!question) throw new Error(`question ${id} is not in the pinned version`);
    return question;
  });
  return { seed: input.seed, shuffleOptions: input.policy.shuffleOptions, questions, treatment };
}

export const optionRandom = (paper: Paper, question: Question) => randomOf(paper.seed, `options:${question.id}`);

/** Every word that a learner has to read before the paper can be answered. */
export function wordsIn(questions: readonly Question[]): number {
  const cases = new Map(
    questions.flatMap((question) => (question.case ? [[question.case.id, question.case.text]] : [])),
  );
  const texts = [...questions.flatMap((question) => questionTypeOf(question).texts(question)), ...cases.values()];
  return texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
}

/** A question as the learner gets it. Has no key, no weight and no feedback, and no id that tells of them. */
export interface LearnerQuestion {
  id: string;
  number: number;
  type: Question["type"];
  stem: string;
  /** The situation that the question asks about. */
  case: { title: string; text: string } | null;
  marks: number;
  /** Who misses it does not pass. */
  critical: boolean;
  body: PaperForm;
  selection: PaperSelection | null;
  marked: boolean;
}

export interface LearnerPaper {
  questions: LearnerQuestion[];
}

/** What the page of an open paper gets. */
export interface PaperPage {
  attemptId: string;
  number: number;
  course: { slug: string; title: string };
  testTitle: string;
  paper: LearnerPaper;
  startedAt: Date;
  deadlineAt: Date;
  lastMomentAt: Date;
  /** The server's clock, by which the browser sets its copy. */
  serverNow: Date;
  /** The highest sequence saved so far: the next choice goes above it. */
  sequence: number;
  /** `hand-in-only`: the time is over, what was saved can still be handed in until `handInEndsAt`. */
  phase: "answering" | "hand-in-only";
  handInEndsAt: Date;
  whenTimeExpires: TestPolicy["whenTimeExpires"];
  /** By the id of a question: how its answer stands, in a test that tells before the end. */
  checks: Record<string, CheckState>;
  /** Questions that were added and why; `from` is the number of the first. */
  extras: (Pick<ExtraQuestions, "reason" | "tookSeconds" | "leastSeconds"> & { from: number; count: number })[];
  /** With this key the page seals a file of answers, should the line stay down. */
  answerFileKey: string;
}

export interface StoredAnswer {
  questionId: string;
  response: unknown;
  marked: boolean;
  /** How often it was checked before handing in. */
  tries?: number;
  settledAt?: Date | null;
  /** What an officer gave for it. */
  markedPoints?: number | null;
}

/** The case of a question without its id: for a reader it is known by its title. */
export function caseOnPaper({ case: shared }: Question): { title: string; text: string } | null {
  return shared ? { title: shared.title, text: shared.text } : null;
}

/** What the browser may have of a paper, filled in with what was answered so far. */
export function paperView(paper: Paper, answers: readonly StoredAnswer[]): LearnerPaper {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  return {
    questions: paper.questions.map((question, index) => {
      const kind = questionTypeOf(question);
      const answer = byQuestion.get(question.id);
      return {
        id: question.id,
        number: index + 1,
        type: question.type,
        stem: question.stem,
        case: caseOnPaper(question),
        marks: question.marks,
        critical: question.critical,
        body: kind.paper(question, optionRandom(paper, question), paper.shuffleOptions),
        selection:
          answer?.response == null
            ? null
            : kind.encode(question, optionRandom(paper, question), paper.shuffleOptions, answer.response),
        marked: answer?.marked ?? false,
      };
    }),
  };
}
