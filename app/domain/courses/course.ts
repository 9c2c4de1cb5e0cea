/** The shapes of a published course. Written once at publishing, read everywhere, never changed. */
import type { ReviewItem } from "../assessment/policy";
import type { LocalDay } from "../time";

export interface Citation {
  /** Number of a registered document, e.g. "1847/QĐ-TTg". */
  document: string;
  article?: string;
  clause?: string;
  /** It is no longer in force, and is cited on purpose. */
  expired?: true;
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
  /** Played from a SCORM package, which says itself when it is finished. */
  scorm?: true;
}

/** So many questions of a topic, of a cited document or clause, of a difficulty; what is left out is free. */
export interface DrawRule {
  topic?: string | undefined;
  document?: string | undefined;
  article?: string | undefined;
  clause?: string | undefined;
  difficulty?: "easy" | "medium" | "hard" | undefined;
  count: number;
}

/** Rules of the test as the training officer set them in test.yaml. */
export interface TestPolicy {
  title: string;
  draw: DrawRule[];
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  timeLimitMinutes: number;
  /** How late a hand-in may reach the server on a slow line and still count as in time. */
  graceSeconds: number;
  passPercent: number;
  attempts: number;
  attemptThatCounts: "highest" | "first" | "last" | "average";
  delayMinutes: number;
  /** First and last day on which the test can be taken; left out: any day. */
  opensOn?: LocalDay | undefined;
  closesOn?: LocalDay | undefined;
  /** `grace`: what was saved in time can still be handed in for `handInGraceMinutes`, and is void after that. */
  whenTimeExpires: "submit" | "grace" | "void";
  handInGraceMinutes: number;
  /** When it is told whether an answer was right: on handing in, at each question, or at each question with hints before. */
  feedback: "at-end" | "at-once" | "with-hints";
  /** How much of a question's marks each further try costs, with hints. */
  hintPenaltyPercent: number;
  /** For practice: the next attempt has the same questions with the answers of the last. */
  buildOnLast: boolean;
  /** Whether a paper filled in faster than it can be read gets three more questions. */
  paceCheck: boolean;
  /** What is promised before the start. */
  honourStatement?: string | undefined;
  /** What may be seen of a result, and when. `during`: of a settled answer; `rightAfter`: in the first two minutes. */
  review: {
    during: ReviewItem[];
    rightAfter?: ReviewItem[] | undefined;
    whileAttemptsRemain: ReviewItem[];
    whenFinished: ReviewItem[];
    /** After `closesOn`. */
    afterClose?: ReviewItem[] | undefined;
  };
  /** A sentence about the whole result, from a percent on. */
  overallFeedback: { from: number; text: string }[];
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

/** An item of a SCORM package, as it is played. */
export interface PlayedItem {
  /** Path of its first page in the folder `scorm/` of the version's files. */
  launch: string;
  kind: "sco" | "asset";
  masteryScore: number | null;
  launchData: string;
}

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
  /** Instead of segments, where the lesson is an item of a SCORM package. */
  scorm?: PlayedItem;
}
