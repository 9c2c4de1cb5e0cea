import type { ComponentType } from "react";
import type { LearnerQuestion } from "~/domain/assessment/paper";
import type { PaperForm, PaperFormName, ReviewForm } from "~/domain/assessment/question-types/question-type";
import type { WordKey } from "~/ui/words/catalogue.server";
import { ChoiceForm, OptionsReview } from "./choice";
import { DilemmaReview } from "./dilemma";
import type { FormProps, ReviewFormName, ReviewProps } from "./face";
import { InlineChoiceForm, InlineReview } from "./inline-choice";
import { MatchingForm, PairsReview } from "./matching";
import { OrderingForm, OrderReview } from "./ordering";
import { ReflectionForm, ReflectionReview } from "./reflection";
import { ShortTextForm, TextReview } from "./short-text";

interface FormFace<Name extends PaperFormName> {
  Form: ComponentType<FormProps<Name>>;
  /** The sentence under the question that says what to do. */
  hint(body: FormProps<Name>["body"]): WordKey;
}

/** The one list of forms that a question can have on a paper. */
const FORMS: { [Name in PaperFormName]: FormFace<Name> } = {
  choice: { Form: ChoiceForm, hint: ({ multiple }) => (multiple ? "paper.chooseSome" : "paper.chooseOne") },
  "true-false": { Form: ChoiceForm, hint: () => "paper.chooseTrueFalse" },
  matching: { Form: MatchingForm, hint: () => "paper.chooseMatch" },
  ordering: { Form: OrderingForm, hint: () => "paper.chooseOrder" },
  "inline-choice": { Form: InlineChoiceForm, hint: () => "paper.chooseInline" },
  "short-text": { Form: ShortTextForm, hint: ({ numeric }) => (numeric ? "paper.writeNumber" : "paper.writeShort") },
  reflection: { Form: ReflectionForm, hint: () => "paper.writeReflection" },
};

/** The one list of ways to look at an answered question. */
const REVIEWS: { [Name in ReviewFormName]: ComponentType<ReviewProps<Name>> } = {
  options: OptionsReview,
  pairs: PairsReview,
  order: OrderReview,
  inline: InlineReview,
  text: TextReview,
  reflection: ReflectionReview,
  dilemma: DilemmaReview,
};

// The lists pair names and components; that a body goes to the component of its own name is said here once.
const formOf = (body: PaperForm) => FORMS[body.form] as unknown as FormFace<PaperFormName>;
const reviewOf = (body: ReviewForm) => REVIEWS[body.form] as unknown as ComponentType<ReviewProps<ReviewFormName>>;

export const hintOf = (body: PaperForm): WordKey => formOf(body).hint(body);

/** The fields of a question: plain ones, named as `answer-fields.ts` says, that work without script. */
export function QuestionFields({ question }: { question: Pick<LearnerQuestion, "id" | "body" | "selection"> }) {
  const { Form } = formOf(question.body);
  return <Form questionId={question.id} body={question.body} selection={question.selection} />;
}

export function QuestionAnswer({ body }: { body: ReviewForm }) {
  const Review = reviewOf(body);
  return <Review body={body} />;
}
