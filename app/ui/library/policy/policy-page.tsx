import type { SubmissionResult } from "@conform-to/react";
import { fieldsOf, FIRST_POLICY } from "~/domain/assessment/test-policy/policy-fields";
import type { PolicyPreview, PolicyView } from "~/domain/assessment/test-policy/policy-view";
import type { DraftRefusal } from "~/domain/courses/drafts/working-course";
import { blueprintPath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { useWords } from "~/ui/words/use-words";
import { courseCrumb, DraftNote, NothingSaved } from "../draft/draft-note";
import { formState } from "../form-state";
import { DrawLines } from "./draw-lines";
import { OverallLines } from "./overall-lines";
import { FeedbackRules, PassRules, TimeRules, TitleField } from "./policy-parts";
import { PolicySummary } from "./policy-summary";
import { ReviewMatrix } from "./review-matrix";

export interface PolicyPageProps {
  view: PolicyView;
  /** What came back of the form. */
  result: SubmissionResult<string[]> | undefined;
  preview: PolicyPreview | null;
  /** Why nothing was written into the draft. */
  refusal: DraftRefusal | null;
}

/** The rules of a test as a form; then what would change; then it is written into the draft. */
export function PolicyPage({ view, result, preview, refusal }: PolicyPageProps) {
  const t = useWords();
  const { course, policy } = view;
  const form = formState({ id: "policy", values: fieldsOf(policy ?? FIRST_POLICY), result });
  return (
    <Page
      kicker={course.title}
      title={t("policy.title")}
      lead={policy ? t("policy.lead") : t("policy.noTestYet")}
      crumbs={[{ label: t("library.title"), href: libraryPath() }, courseCrumb(view)]}
      actions={
        policy ? (
          <Button kind="secondary" href={blueprintPath(course.slug)}>
            {t("blueprint.open")}
          </Button>
        ) : null
      }
    >
      <NothingSaved refusal={refusal} course={course.slug} />
      <DraftNote draft={view.draft} course={course.slug} />
      {preview ? (
        <PolicySummary view={view} preview={preview} fields={result?.initialValue ?? {}} />
      ) : (
        <ErrorSummary errors={form.summary()} />
      )}
      <PostForm id="policy" className="form" noValidate>
        <input type="hidden" name="over" value={view.over} />
        <section>
          <h2>{t("policy.partTest")}</h2>
          <TitleField form={form} />
          <DrawLines form={form} view={view} />
        </section>
        <PassRules form={form} />
        <TimeRules form={form} />
        <FeedbackRules form={form} />
        <ReviewMatrix form={form} />
        <OverallLines form={form} />
        <TextArea
          {...form.field("changeNote")}
          rows={2}
          optional
          label={t("policy.changeNote")}
          hint={t("policy.changeNoteHint")}
        />
        <p>{t("policy.staysPinned")}</p>
        <div className="buttons">
          <Button kind={preview ? "secondary" : "primary"} name="intent" value="check">
            {t("policy.check")}
          </Button>
          <a href={courseCrumb(view).href}>{t("policy.cancel")}</a>
        </div>
      </PostForm>
    </Page>
  );
}
