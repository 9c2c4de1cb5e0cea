import type { SubmissionResult } from "@conform-to/react";
import { fieldsOf, FIRST_POLICY } from "~/domain/assessment/test-policy/policy-fields";
import type { PolicyPreview, PolicyView } from "~/domain/assessment/test-policy/policy-view";
import type { ContentProblem } from "~/domain/courses/content-problem";
import { libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { TextArea } from "~/ui/kit/text-area";
import { useWords } from "~/ui/words/use-words";
import { formState } from "../form-state";
import { ProblemTable } from "../problem-table";
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
  /** What keeps the whole course from being published with this change. */
  problems: readonly ContentProblem[];
  /** Number of the version that was published meanwhile. */
  overtakenBy: number | null;
}

/** The rules of a test as a form; then what would change; then it is published. */
export function PolicyPage({ view, result, preview, problems, overtakenBy }: PolicyPageProps) {
  const t = useWords();
  const { course, policy } = view;
  const form = formState({ id: "policy", values: fieldsOf(policy ?? FIRST_POLICY), result });
  return (
    <Page
      kicker={course.title}
      title={t("policy.title")}
      lead={policy ? t("policy.lead") : t("policy.noTestYet")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
      ]}
    >
      {overtakenBy === null ? null : (
        <Notice kind="warning">{t("policy.overtaken", { number: String(overtakenBy) })}</Notice>
      )}
      {problems.length > 0 ? (
        <Notice kind="danger" title={t("policy.problemsTitle")}>
          <ProblemTable problems={problems} />
        </Notice>
      ) : null}
      {preview ? (
        <PolicySummary view={view} preview={preview} fields={result?.initialValue ?? {}} />
      ) : (
        <ErrorSummary errors={form.summary()} />
      )}
      <form method="post" id="policy" className="form" noValidate>
        <input type="hidden" name="over" value={view.number} />
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
          <a href={libraryCoursePath(course.slug)}>{t("policy.cancel")}</a>
        </div>
      </form>
    </Page>
  );
}
