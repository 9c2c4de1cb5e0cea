import { Checkbox } from "~/ui/kit/checkbox";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";

/** What a SCORM package does not say of the course that it becomes. */
export function PackageFields({ form }: { form: FormState }) {
  const t = useWords();
  return (
    <>
      <h2>{t("intake.factsTitle")}</h2>
      <p className="hint">{t("intake.factsLead")}</p>
      <TextField {...form.field("title")} label={t("intake.factTitle")} size="full" />
      <TextField {...form.field("slug")} label={t("intake.factSlug")} hint={t("intake.factSlugHint")} size="medium" />
      <TextArea {...form.field("summary")} label={t("intake.factSummary")} rows={2} />
      <TextField {...form.field("audience")} label={t("intake.factAudience")} size="full" />
      <TextField
        {...form.field("reviewedBy")}
        label={t("intake.factReviewedBy")}
        hint={t("intake.factReviewedByHint")}
        size="full"
      />
      <TextField {...form.field("minutes")} label={t("intake.factMinutes")} inputMode="numeric" size="short" />
      <Checkbox {...form.tick("required")} label={t("intake.factRequired")} hint={t("intake.factRequiredHint")} />
    </>
  );
}
