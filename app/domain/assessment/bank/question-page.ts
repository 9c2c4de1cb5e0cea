/** What the page of one question shows, and why a question was not taken. */
import type { DraftNotice, DraftRefusal } from "../../courses/drafts/working-course";
import type { LearnerQuestion } from "../paper";
import type { CaseText } from "../question";
import type { Sayings } from "../question-form/field-faults";
import type { FormSection, Pair } from "../question-form/form-shape";
import type { WrittenQuestion } from "../question-form/written-question";

export interface QuestionPageView {
  course: { slug: string; title: string };
  published: boolean;
  draft: DraftNotice;
  /** Null: a new question. */
  id: string | null;
  /** As it stands in its bank; of a new question nothing. */
  text: string;
  topics: Record<string, string>;
  choices: QuestionChoices;
}

/** What the fields of a question offer. */
export interface QuestionChoices {
  /** The register, also what is no longer in force: who cites that says so. */
  documents: { number: string; title: string; expired: boolean; articles: string[]; clauses: string[] }[];
  lessons: { id: string; title: string }[];
  sections: { id: string; lesson: string; title: string }[];
  /** The texts that questions of its bank ask about; of a new question those of every bank. */
  cases: OfferedCase[];
}

export interface OfferedCase extends CaseText {
  topic: string;
  /** How many questions ask about it. */
  questions: number;
}

/** A question as it is being written, and what is to be said of it. */
export interface QuestionShown {
  written: WrittenQuestion;
  /** The form, when it is written as one. */
  sections: FormSection[];
  told: QuestionTold;
  refusal: QuestionRefusal | null;
  /** The name of the field at which the writer goes on. */
  focus: string | null;
  /** What stood in the bank: sent again, it goes over this. */
  seen: string;
}

export interface QuestionTold {
  /** Was it looked at because somebody asked? Then what is wrong stands at the fields. */
  asked: boolean;
  valid: boolean;
  faults: Sayings;
  advice: Sayings;
  /** What is wrong, by the lines of the text. */
  lines: { line: number; what: string; mend: string }[];
  /** As a learner would see it; null: it cannot be shown yet. */
  sample: LearnerQuestion | null;
}

export type QuestionRefusal =
  | DraftRefusal
  /** `no-form`: the text cannot be read, and so not be shown as a form. */
  | { reason: "problems" | "no-form" }
  /** Its bank has lost it meanwhile. */
  | { reason: "gone" }
  /** Somebody changed it since the page was opened: what stands there now. */
  | { reason: "changed"; standing: string; differences: StandingField[] }
  /** Somebody changed the text that it asks about: what stands there now. */
  | { reason: "case-changed"; standing: CaseText }
  | { reason: "id-taken" | "id-fixed" };

/** A field in which what stands in the bank now is not what the form has. */
export interface StandingField {
  label: Pair;
  standing: string;
}
