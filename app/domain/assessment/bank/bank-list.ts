/** The questions of a course as a training officer looks through them. */
import type { Citation } from "../../courses/course";
import type { DraftNotice } from "../../courses/drafts/working-course";
import { foldName } from "../../organization/names";
import type { Difficulty, QuestionKind, QuestionStatus } from "../bank-overview";
import { type LintFinding, lintQuestions } from "../question-lint";
import { type Question, questionTypeOf } from "../question-types";

export interface BankQuestion {
  id: string;
  stem: string;
  type: QuestionKind;
  status: QuestionStatus;
  topic: string;
  citation: Citation;
  difficulty: Difficulty;
  marks: number;
  critical: boolean;
  /** Texts that are read before answering, beside the stem. */
  texts: string[];
  advice: LintFinding[];
}

/** What is asked for; "" asks for nothing. */
export interface BankSearch {
  q: string;
  topic: string;
  status: string;
  kind: string;
  difficulty: string;
  /** Only those on which there is advice. */
  advice: boolean;
  /** From 1. */
  page: number;
}

export interface BankView {
  course: { slug: string; title: string };
  /** Whose questions these are; null: those of the version that learners get. */
  draft: DraftNotice;
  /** Was the course ever published? Only then there are statistics. */
  published: boolean;
  /** What the banks were when the list was made. */
  over: string;
  topics: Record<string, string>;
  kinds: QuestionKind[];
  questions: BankQuestion[];
  /** How many were found, and how many there are. */
  found: number;
  total: number;
  pages: number;
  search: BankSearch;
  /** Of the bank as a whole. */
  advice: LintFinding[];
}

export const PAGE_SIZE = 50;

export function searchBank(questions: readonly Question[], search: BankSearch) {
  const findings = lintQuestions(questions);
  const adviceOf = grouped(findings);
  const wanted = foldName(search.q);
  const found = questions.filter(
    (question) =>
      (search.topic === "" || question.topic === search.topic) &&
      (search.status === "" || question.status === search.status) &&
      (search.kind === "" || question.type === search.kind) &&
      (search.difficulty === "" || question.difficulty === search.difficulty) &&
      (!search.advice || adviceOf.has(question.id)) &&
      (wanted === "" || wordsOf(question).includes(wanted)),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, search.page), pages);
  return {
    found: found.length,
    pages,
    page,
    advice: adviceOf.get(null) ?? [],
    questions: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((question): BankQuestion => ({
      id: question.id,
      stem: question.stem,
      type: question.type,
      status: question.status,
      topic: question.topic,
      citation: question.citation,
      difficulty: question.difficulty,
      marks: question.marks,
      critical: question.critical,
      texts: questionTypeOf(question)
        .texts(question)
        .filter((text) => text !== question.stem),
      advice: adviceOf.get(question.id) ?? [],
    })),
  };
}

/** Everything by which a question may be looked for. */
function wordsOf(question: Question): string {
  const { id, citation } = question;
  const cited = [citation.document, citation.article, citation.clause].filter((part) => part !== undefined);
  return foldName([id, ...questionTypeOf(question).texts(question), question.explanation, ...cited].join(" "));
}

function grouped(findings: readonly LintFinding[]): Map<string | null, LintFinding[]> {
  const groups = new Map<string | null, LintFinding[]>();
  for (const finding of findings) groups.set(finding.questionId, [...(groups.get(finding.questionId) ?? []), finding]);
  return groups;
}
