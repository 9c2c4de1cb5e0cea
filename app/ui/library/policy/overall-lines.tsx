import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";

const SPARE = 2;
/** As many as the schema takes. */
const MOST = 10;

/** A sentence about the whole result, from a percent on. */
export function OverallLines({ form }: { form: FormState }) {
  const t = useWords();
  const lines = Math.min(form.lines("overallFeedback") + SPARE, Math.max(MOST, form.lines("overallFeedback")));
  return (
    <section>
      <h2 id="policy-overallFeedback" tabIndex={-1}>
        {t("policy.partOverall")}
      </h2>
      <p className="hint">{t("policy.overallLead")}</p>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="policy-overall">
          <TextField
            {...form.field(`overallFeedback[${index}].from`)}
            label={t("policy.overallFrom")}
            size="full"
            inputMode="decimal"
          />
          <TextField {...form.field(`overallFeedback[${index}].text`)} label={t("policy.overallText")} size="full" />
        </div>
      ))}
    </section>
  );
}
