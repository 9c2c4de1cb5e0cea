/**
 * A question as a file has it, before it is asked whether the platform offers that kind. Every kind that the formats know is
 * read in full here; `to-question.ts` says which of them become questions.
 */
import type { Question } from "../question-types";
import type { Details } from "./details";
import type { Refused, Remark } from "./exchange";

export interface ReadAnswer {
  text: string;
  /** In percent, from -100 to 100. */
  weight: number;
  feedback: string;
}

export interface ReadNumber {
  /** null: any number ("*"). */
  range: { from: number; to: number } | null;
  weight: number;
  feedback: string;
}

interface ReadBase {
  line: number;
  /** As it stands in the file, for the report. */
  source: string;
  /** The id that the file gives; without one an id is made of the title. */
  id?: string | undefined;
  title?: string | undefined;
  topic?: string | undefined;
  stem: string;
  generalFeedback: string;
  details: Details;
  /** What was lost or changed while it was read. */
  remarks: Remark[];
}

export type ReadKind =
  | { kind: "choice"; multiple: boolean; options: ReadAnswer[] }
  | { kind: "true-false"; answer: boolean; whenTrue: string; whenFalse: string }
  | { kind: "matching"; pairs: { left: string; right: string; feedback: string }[]; distractors: string[] }
  /** In the right order. */
  | { kind: "ordering"; items: string[] }
  /** The gaps stand in the text as [[1]], [[2]], … */
  | { kind: "inline-choice"; text: string; gaps: ReadAnswer[][] }
  | { kind: "short-answer"; answers: ReadAnswer[]; caseMatters: boolean }
  | { kind: "numerical"; answers: ReadNumber[]; wrongFeedback: string }
  | { kind: "essay" }
  | { kind: "other"; name: string };

export type ReadQuestion = ReadBase & ReadKind;

/** A text that questions of the file may be about; a "description" in Moodle's words. */
export interface ReadCase {
  kind: "case";
  line: number;
  source: string;
  id?: string | undefined;
  title?: string | undefined;
  text: string;
  remarks: Remark[];
}

/** What a reader hands over. */
export interface Reading {
  questions: (ReadQuestion | { kind: "ready"; question: Question; line: number; source: string })[];
  cases: ReadCase[];
  refused: Refused[];
  notes: Remark[];
  /** false: the file itself is not of the format. */
  readable: boolean;
}

export const emptyReading = (): Reading => ({ questions: [], cases: [], refused: [], notes: [], readable: true });

export const failedReading = (refused: Refused): Reading => ({
  ...emptyReading(),
  refused: [refused],
  readable: false,
});
