import type { SubmissionResult } from "@conform-to/react";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";

/** An objection to a row, or to the whole. */
export function ObjectForm({
  people,
  row,
  result,
}: {
  people: readonly EvidencePerson[];
  row: string | null;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const form = formState({ id: "objection", values: { row: row ?? "" }, result });
  const rows = people.flatMap((person) =>
    person.rows.map(({ key, courseTitle, cycle }) => ({
      value: key,
      label: `${courseTitle} (${cycle}) – ${person.unitName}`,
    })),
  );
  return (
    <section id="object" className="flex max-w-reading flex-col gap-4 no-print">
      <SectionHeading>{t("evaluation.object")}</SectionHeading>
      <ErrorSummary errors={form.summary()} />
      <PostForm noValidate className="form">
        <Select
          {...form.field("row")}
          label={t("evaluation.objectAbout")}
          placeholder={t("evaluation.whole")}
          options={rows}
        />
        <TextArea
          {...form.field("reason")}
          rows={4}
          label={t("evaluation.objectReason")}
          hint={t("evaluation.objectReasonHint")}
        />
        <div className="buttons">
          <Button>{t("evaluation.objectSend")}</Button>
        </div>
      </PostForm>
    </section>
  );
}
