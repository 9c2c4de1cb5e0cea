import type { SubmissionResult } from "@conform-to/react";
import type { QuestionPageView, QuestionRefusal, QuestionSample } from "~/domain/assessment/bank/question-page";
import { QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import { describeProblem } from "~/domain/courses/content-problem";
import { bankPath, libraryPath, newQuestionPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { QuestionForm } from "~/ui/paper/question-form";
import { useWords } from "~/ui/words/use-words";
import { courseCrumb, DraftNote, NothingSaved } from "../draft/draft-note";
import { type FormState, formState } from "../form-state";
import { TYPES } from "../question-words";

export interface QuestionPageProps {
  view: QuestionPageView;
  result: SubmissionResult<string[]> | undefined;
  refusal: QuestionRefusal | null;
  /** The question as a learner would see it, when the text was looked at and is valid. */
  sample: QuestionSample | null;
}

/** One question as text, with what the checks say of each line. */
export function QuestionPage({ view, result, refusal, sample }: QuestionPageProps) {
  const t = useWords();
  const { course, id, text } = view;
  const form = formState({ id: "question", values: { text, topic: view.topic ?? "" }, result });
  // Sent again, it goes over what is shown as standing there.
  const seen = refusal?.reason === "changed" ? refusal.standing : text;
  return (
    <Page
      width="reading"
      kicker={course.title}
      title={id === null ? t("question.createTitle") : `${t("question.editTitle")}: ${id}`}
      lead={t("question.lead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        courseCrumb(view),
        { label: t("bank.title"), href: bankPath(course.slug) },
      ]}
    >
      <Refused refusal={refusal} course={course.slug} />
      <DraftNote draft={view.draft} course={course.slug} />
      <ErrorSummary errors={form.summary()} />
      {id === null ? <Kinds course={course.slug} /> : null}
      <form method="post" className="form" noValidate>
        {id === null ? <TopicFields view={view} form={form} /> : <input type="hidden" name="seen" value={seen} />}
        <TextArea
          {...form.field("text")}
          rows={Math.min(40, form.field("text").defaultValue.split("\n").length + 4)}
          spellCheck={false}
          label={t("question.yaml")}
          hint={t("question.yamlHint")}
        />
        <div className="buttons">
          <Button name="intent" value="save">
            {t("question.save")}
          </Button>
          <Button kind="secondary" name="intent" value="check">
            {t("question.check")}
          </Button>
          <a href={bankPath(course.slug)}>{t("question.toBank")}</a>
        </div>
      </form>
      {sample ? (
        <section className="mt-8" id="sample">
          <h2>{t("question.preview")}</h2>
          <Notice kind="success" live>
            {t("question.noProblems")}
          </Notice>
          <div className="paper">
            <QuestionForm question={sample} total={1} check={null} hidden={false} status={null} />
          </div>
        </section>
      ) : null}
    </Page>
  );
}

function Refused({ refusal, course }: { refusal: QuestionRefusal | null; course: string }) {
  const t = useWords();
  switch (refusal?.reason) {
    case undefined:
      return null;
    case "overtaken":
    case "closed":
      return <NothingSaved refusal={refusal} course={course} />;
    case "problems":
      return (
        <Notice kind="danger" title={t("question.problems")} live>
          <ul className="list-disc pl-5">
            {refusal.problems.map((problem, index) => {
              const { what, mend } = describeProblem(problem, t.language);
              return (
                <li key={index}>
                  <strong>{t("question.atLine", { line: String(problem.line) })}:</strong> {what}{" "}
                  <span className="muted">{mend}</span>
                </li>
              );
            })}
          </ul>
        </Notice>
      );
    case "changed":
      return (
        <Notice kind="warning" title={t("draft.overtakenTitle")} live>
          <p>{t("draft.overtakenSomebody")}</p>
          <p>{t("question.standing")}:</p>
          <pre className="import-text">{refusal.standing}</pre>
        </Notice>
      );
    case "gone":
      return <Notice kind="warning">{t("question.notThere")}</Notice>;
    case "id-taken":
      return <Notice kind="danger">{t("question.idTaken")}</Notice>;
    case "id-fixed":
      return <Notice kind="danger">{t("question.idFixed")}</Notice>;
  }
}

/** A form with GET: each kind has a text to begin with. */
function Kinds({ course }: { course: string }) {
  const t = useWords();
  return (
    <nav aria-label={t("question.kind")} className="mb-6">
      <p>{t("question.kind")}:</p>
      <ul className="part-list">
        {QUESTION_TYPE_NAMES.map((kind) => (
          <li key={kind}>
            <a href={newQuestionPath(course, kind)}>{t(TYPES[kind])}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TopicFields({ view, form }: { view: QuestionPageView; form: FormState }) {
  const t = useWords();
  return (
    <>
      <Select
        {...form.field("topic")}
        label={t("question.topic")}
        size="medium"
        options={Object.entries(view.topics).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        {...form.field("newTopic")}
        label={t("question.newTopic")}
        hint={t("question.newTopicHint")}
        optional
      />
    </>
  );
}
