/** What the editor of a lesson shows and exchanges with the server. */
import type { DocumentStatus, LegalDocument } from "../../documents/document";
import { type ContentProblem, describeProblem } from "../content-problem";
import type { DraftLesson, LessonFault } from "../lesson/draft-lesson";
import type { DraftState } from "./draft";

export const LESSON_PATH = /^lessons\/[^/]+\.mdx$/;

/** "lessons/03-ky-luat.mdx" → "ky-luat": the id that the lesson's front matter has to have. */
export const lessonIdOfPath = (path: string): string => path.replace(/^lessons\/(\d{2}-)?/, "").replace(/\.mdx$/, "");

export interface ProblemInWords {
  line: number;
  column: number;
  rule: string;
  severity: "error" | "warning";
  what: string;
  mend: string;
}

/** A block that is not shown, with the sentences that explain it. */
export interface FaultInWords extends Pick<LessonFault, "line" | "lastLine" | "source"> {
  problems: ProblemInWords[];
}

export interface ShownPreview {
  kind: "shown";
  lesson: DraftLesson;
  faults: FaultInWords[];
  problems: ProblemInWords[];
  lines: { id: string; line: number }[];
}

/** `superseded`: a later request of the same writer will be answered. */
export type LessonPreviewAnswer = ShownPreview | { kind: "too-slow" } | { kind: "superseded" };

export function inWords(problem: ContentProblem, language: "vi" | "en"): ProblemInWords {
  const { line, column, rule, severity } = problem;
  return { line, column, rule, severity, ...describeProblem(problem, language) };
}

export type SaveAnswer =
  | { kind: "saved"; revision: number }
  | { kind: "overtaken"; revision: number; text: string | null; byName: string; at: string }
  | { kind: "closed"; state: DraftState }
  | { kind: "refused"; reason: "too-large" | "not-a-lesson" };

/** Who else has the draft open now, and what the file stands at. */
export interface PresenceAnswer {
  others: { name: string; path: string; here: boolean }[];
  revision: number | null;
  savedByName: string | null;
}

export interface RevisionNote {
  revision: number;
  savedAt: Date;
  savedByName: string;
}

export interface EditorDocument {
  number: string;
  title: string;
  name: string;
  status: DocumentStatus;
}

export interface EditorMedia {
  path: string;
  size: number;
  address: string;
}

export interface LessonEditorView {
  course: { slug: string; title: string };
  draft: { id: string; state: DraftState };
  file: { path: string; id: string; text: string; revision: number; updatedAt: Date; updatedByName: string };
  /** The lessons of the draft in their order. */
  lessons: { id: string; title: string }[];
  documents: EditorDocument[];
  media: EditorMedia[];
  preview: LessonPreviewAnswer;
}

export const editorDocument = (
  { number, title, status }: Pick<LegalDocument, "number" | "title" | "status">,
  name: string,
): EditorDocument => ({ number, title, status, name });
