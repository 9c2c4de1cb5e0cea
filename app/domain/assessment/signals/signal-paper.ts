import { type Question, questionTypeOf } from "../question-types";
import type { QuestionCounting } from "../statistics/counting";
import type { SignalPaper } from "./clusters";

/** A paper that was handed in close to another one of the same unit. */
export interface CandidatePaper {
  attemptId: string;
  versionId: string;
  officialId: string;
  /** null where the viewer may not see who it is. */
  fullName: string | null;
  unitId: string;
  unitCode: string;
  unitName: string;
  submittedAt: Date;
  questionIds: string[];
  /** Question id → stored response; never of what an officer or nobody marks. */
  answers: Record<string, unknown>;
}

/**
 * The answers of a paper as they are compared. Questions whose key was found wrong since, or that nobody marks by a key, say
 * nothing about agreement and are left out.
 */
export function signalPaperOf(
  candidate: CandidatePaper,
  counting: ReadonlyMap<string, Pick<QuestionCounting, "question" | "counts">>,
): SignalPaper {
  const { attemptId, officialId, unitId, versionId, submittedAt } = candidate;
  const answers = new Map<string, { given: string | null; right: boolean }>();
  for (const id of candidate.questionIds) {
    const { question, counts } = counting.get(id) ?? {};
    if (!question || counts !== "yes" || (questionTypeOf(question).scoring?.(question) ?? "key") !== "key") continue;
    const response = candidate.answers[id] ?? null;
    answers.set(
      id,
      response === null
        ? { given: null, right: false }
        : { given: textOf(response), right: isRight(question, response) },
    );
  }
  return { attemptId, officialId, unitId, versionId, submittedAt, answers };
}

/** An acceptable way out of a dilemma is no mistake, though it earns less than the best one. */
function isRight(question: Question, response: unknown): boolean {
  const kind = questionTypeOf(question);
  return kind.suffices?.(question, response) ?? kind.grade(question, response) >= 1;
}

/** Typed answers are the same in whatever case and spacing; the database keeps the keys of a response in one order. */
const textOf = (response: unknown) => JSON.stringify(response).normalize("NFC").toLowerCase().replace(/\s+/g, " ");
