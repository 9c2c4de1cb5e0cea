/** What the page of a draft shows. */
import type { ContentProblem } from "../content-problem";
import type { Draft } from "./draft";
import type { NextStep } from "./next-step";
import type { Signoff } from "./signoff-store.server";

export interface BuilderLesson {
  id: string;
  file: string;
  title: string;
  required: boolean;
  words: number;
  minutes: number;
  /** How many errors the checks find in it. */
  errors: number;
  /** Listed, but its file is not there. */
  missing: boolean;
  changedAt: Date | null;
  changedByName: string | null;
}

export interface BuilderView {
  slug: string;
  title: string;
  draft: Draft;
  /** Number of the version that learners get. */
  number: number | null;
  /** Null: course.yaml cannot be read, so that there is no list to be changed. */
  lessons: BuilderLesson[] | null;
  minutes: number;
  /** Do the numbers of the files say the order? */
  numbered: boolean;
  removed: { path: string; id: string; removedAt: Date; removedByName: string }[];
  questions: { ready: number; total: number };
  /** How many questions a paper draws; null: there is no test. */
  drawn: number | null;
  media: number;
  signoff: Signoff[];
  problems: ContentProblem[];
  errors: number;
  next: NextStep;
  /** What a new lesson may rest on. */
  documents: { number: string; title: string }[];
}
