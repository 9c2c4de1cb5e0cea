/** What would become of a file of questions in a course. Nothing is written by it. */
import { type ContentProblem, isError } from "../../courses/content-problem";
import { checkCitation } from "../../courses/lesson/lesson-check";
import type { DocumentRegister } from "../../documents/document";
import type { Exchange } from "../exchange/exchange";
import { type LintFinding, lintQuestions } from "../question-lint";
import type { Question } from "../question-types";
import { sameValue } from "../test-policy/same-value";

/** `changed`: a question of this id is there and reads otherwise. */
export type ImportState = "new" | "changed" | "identical";

/** What keeps a question from being published: told by `describeProblem`. */
export type ImportBlock = Pick<ContentProblem, "rule" | "values">;

export interface PlannedQuestion {
  question: Question;
  title: string;
  line: number;
  state: ImportState;
  block: ImportBlock | null;
}

export interface ImportPlan {
  questions: PlannedQuestion[];
  /** Topics that get a file of their own. */
  newTopics: string[];
  /** Texts of cases that other questions of the course use as they stand now, and that would read otherwise. */
  sharedCases: string[];
  /** On the questions that are new or change. */
  advice: LintFinding[];
}

export interface ImportInto {
  questions: readonly Question[];
  topics: Readonly<Record<string, string>>;
  lessonIds: readonly string[];
  register: DocumentRegister;
}

export function planImport({ taken }: Pick<Exchange, "taken">, course: ImportInto): ImportPlan {
  const known = new Map(course.questions.map((question) => [question.id, question]));
  const questions = taken.map(({ question, title, line }): PlannedQuestion => {
    const before = known.get(question.id);
    const state = before === undefined ? "new" : sameValue(before, question) ? "identical" : "changed";
    return { question, title, line, state, block: state === "identical" ? null : blockOf(question, course) };
  });
  const coming = questions.filter(({ state }) => state !== "identical").map(({ question }) => question);
  const topics = [...new Set(coming.map(({ topic }) => topic))];
  return {
    questions,
    newTopics: topics.filter((topic) => !(topic in course.topics)),
    sharedCases: sharedCases(coming, course.questions),
    advice: lintQuestions(coming).filter(({ questionId }) => questionId !== null),
  };
}

/** The questions that are put into the course, as the officer decided. */
export function chosenQuestions(
  { questions }: ImportPlan,
  choice: { replace: ReadonlySet<string> | "all"; leaveOut: boolean },
): PlannedQuestion[] {
  return questions.filter(({ question, state, block }) => {
    if (state === "identical" || (choice.leaveOut && block)) return false;
    return state === "new" || choice.replace === "all" || choice.replace.has(question.id);
  });
}

function blockOf({ citation, lesson }: Question, course: ImportInto): ImportBlock | null {
  const unregistered = checkCitation(citation, course, "", undefined).find(isError);
  if (unregistered) return { rule: unregistered.rule, values: unregistered.values };
  if (lesson === undefined || course.lessonIds.includes(lesson)) return null;
  return { rule: "question-lesson-unknown", values: { lesson } };
}

function sharedCases(coming: readonly Question[], present: readonly Question[]): string[] {
  const texts = new Map(coming.flatMap((question) => (question.case ? [[question.case.id, question.case]] : [])));
  const ids = new Set(coming.map(({ id }) => id));
  const touched = present.filter((question) => {
    const next = question.case && texts.get(question.case.id);
    return next !== undefined && !ids.has(question.id) && !sameValue(next, question.case);
  });
  return [...new Set(touched.map((question) => question.case!.title))];
}
