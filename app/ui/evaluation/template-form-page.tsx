import type { SubmissionResult } from "@conform-to/react";
import type { EvaluationTemplate } from "~/domain/evaluation/template";
import { writeCriteria } from "~/domain/evaluation/template-form";
import { evaluationTemplatesPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { categoryWord } from "~/ui/words/staff-words";
import { useWords } from "~/ui/words/use-words";

/** The criteria of one staff category, a line each. */
export function TemplateFormPage({
  unit,
  asked,
  template,
  ownRevision,
  result,
}: {
  unit: { name: string };
  asked: string | null;
  template: EvaluationTemplate;
  ownRevision: number;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const { title, legalBasis, criteria, staffCategory } = template;
  const form = formState({
    id: "template",
    values: { title, legalBasis, criteria: writeCriteria(criteria) },
    result,
  });
  const back = evaluationTemplatesPath(asked ?? undefined);
  return (
    <Page
      width="reading"
      title={t("evaluation.template", { category: categoryWord(t, staffCategory) })}
      kicker={unit.name}
      crumbs={[{ label: t("evaluation.templates"), href: back }]}
    >
      {staffCategory === "public_employee" ? <Notice>{t("evaluation.publicEmployeeNote")}</Notice> : null}
      <ErrorSummary errors={form.summary()} />
      <PostForm noValidate className="form">
        <input type="hidden" name="revision" value={ownRevision} />
        <TextField {...form.field("title")} label={t("evaluation.templateName")} />
        <TextField
          {...form.field("legalBasis")}
          optional
          label={t("evaluation.templateBasis")}
          hint={t("evaluation.templateBasisHint")}
        />
        <TextArea
          {...form.field("criteria")}
          optional
          rows={8}
          label={t("evaluation.templateCriteria")}
          hint={t("evaluation.templateCriteriaHint")}
        />
        <div className="buttons">
          <Button>{t("evaluation.templateSave")}</Button>
          <a href={back}>{t("kit.cancel")}</a>
        </div>
      </PostForm>
    </Page>
  );
}
