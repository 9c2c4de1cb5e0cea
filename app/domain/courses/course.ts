/** The shapes of a published course. Written once at publishing, read everywhere, never changed. */
import type { ReviewItem } from "../assessment/policy";

export interface Citation {
  /** Number of a registered document, e.g. "1847/QĐ-TTg". */
  document: string;
  article?: string;
  clause?: string;
  /** How the document is called and what it is about, copied from the register when the lesson was compiled. */
  name?: string;
  title?: string;
}

export interface LessonOutline {
  id: string;
  title: string;
  summary: string;
  required: boolean;
  /** Reading time, computed from the words of the lesson. */
  minutes: number;
  words: number;
}

/** Rules of the test as the training officer set them in test.yaml. */
export interface TestPolicy {
  title: string;
  draw: { topic: string; count: number }[];
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  timeLimitMinutes: number;
  /** How late a hand-in may reach the server on a slow line and still count as in time. */
  graceSeconds: number;
  passPercent: number;
  attempts: number;
  attemptThatCounts: "highest" | "first" | "last";
  delayMinutes: number;
  whenTimeExpires: "submit" | "void";
  review: { whileAttemptsRemain: ReviewItem[]; whenFinished: ReviewItem[] };
}

export interface CourseManifest {
  slug: string;
  title: string;
  summary: string;
  audience: string;
  language: string;
  studyForm: string;
  reviewedOn: string;
  reviewedBy: string;
  reviewAgainBy: string;
  /** Suggested criteria of Form 01, Decree 335/2025: evidence, never a score. */
  criteria: string[];
  /** `legalBasis`: the line that a certificate prints, e.g. "Quyết định số 1847/QĐ-TTg ngày 27/12/2018". */
  certificate: { courseName: string; legalBasis?: string };
  lessons: LessonOutline[];
  test: TestPolicy | null;
  /** Topic id → title, of the banks. */
  topics: Record<string, string>;
}

export interface LessonCheck {
  id: string;
  /** Ready HTML. */
  question: string;
  options: { id: string; label: string; correct: boolean; feedback: string }[];
}

/** Ready HTML with the in-lesson checks between: they depend on the reader and are drawn by the page. */
export type LessonSegment = { kind: "html"; html: string } | { kind: "check"; check: LessonCheck };

export interface CompiledLesson {
  id: string;
  title: string;
  summary: string;
  objectives: string[];
  legalBasis: Citation[];
  /** Everything that the lesson cites: its legal basis and the citations in its text. */
  citations?: Citation[];
  reviewedOn: string;
  reviewedBy: string;
  reviewAgainBy: string;
  minutes: number;
  words: number;
  /** Second-level headings with the ids that they carry in the HTML. */
  headings: { id: string; text: string }[];
  segments: LessonSegment[];
}
