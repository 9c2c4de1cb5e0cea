import type {
  PaperForm,
  PaperFormName,
  PaperSelection,
  ReviewForm,
} from "~/domain/assessment/question-types/question-type";

export type ReviewFormName = ReviewForm["form"];

/** What the form of a question gets: what is put, and what was answered so far. */
export interface FormProps<Name extends PaperFormName> {
  questionId: string;
  body: Extract<PaperForm, { form: Name }>;
  selection: PaperSelection | null;
}

/** What the review of a question gets: what of it may be seen. */
export interface ReviewProps<Name extends ReviewFormName> {
  body: Extract<ReviewForm, { form: Name }>;
}
