import type { TestPolicy } from "../courses/course";
import { questionTypeOf, type Question } from "./question-types";
import type { PaperForm, PaperSelection } from "./question-types/question-type";
import { randomOf } from "./random";

/** A paper: the drawn questions, in order, with the seed that orders their options. */
export interface Paper {
  seed: string;
  shuffleOptions: boolean;
  questions: Question[];
}

export class DrawError extends Error {}

/**
 * Draws the questions of a paper: from each topic as many as the policy asks, no question twice, those in `avoid`
 * (seen the last time) only when the others do not suffice. The same bank, seed and `avoid` give the same paper.
 */
export function drawPaper(input: {
  policy: Pick<TestPolicy, "draw" | "shuffleQuestions" | "shuffleOptions">;
  questions: readonly Question[];
  seed: string;
  avoid?: readonly string[];
}): Paper {
  const { policy, questions, seed } = input;
  const avoid = new Set(input.avoid);
  const drawn: Question[] = [];
  for (const { topic, count } of policy.draw) {
    // Sorted first, so that the order of files and rows does not matter.
    const ready = questions
      .filter((question) => question.topic === topic && question.status === "ready" && !drawn.includes(question))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (ready.length < count)
      throw new DrawError(`topic ${topic} has ${ready.length} ready questions, ${count} are to be drawn`);
    const order = randomOf(seed, `draw:${topic}`).shuffle(ready);
    const fresh = order.filter((question) => !avoid.has(question.id));
    const seen = order.filter((question) => avoid.has(question.id));
    drawn.push(...[...fresh, ...seen].slice(0, count));
  }
  const ordered = policy.shuffleQuestions ? randomOf(seed, "order").shuffle(drawn) : drawn;
  return { seed, shuffleOptions: policy.shuffleOptions, questions: ordered };
}

/** The paper of an attempt again, from what the attempt keeps. */
export function rebuildPaper(input: {
  policy: Pick<TestPolicy, "shuffleOptions">;
  questionsById: ReadonlyMap<string, Question>;
  seed: string;
  questionIds: readonly string[];
}): Paper {
  const questions = input.questionIds.map((id) => {
    const question = input.questionsById.get(id);
    if (!question) throw new Error(`question ${id} is not in the pinned version`);
    return question;
  });
  return { seed: input.seed, shuffleOptions: input.policy.shuffleOptions, questions };
}

export const optionRandom = (paper: Paper, question: Question) => randomOf(paper.seed, `options:${question.id}`);

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
}

export interface StoredAnswer {
  questionId: string;
  response: unknown;
  marked: boolean;
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
