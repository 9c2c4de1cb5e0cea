import { TextField } from "~/ui/kit/text-field";
import type { FormState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";

/** The decision that a change rests on. */
export function DecisionFields({ form }: { form: FormState }) {
  const t = useWords();
  return (
    <>
      <TextField
        {...form.field("decisionNumber")}
        label={t("staffChange.decisionNumber")}
        hint={t("staffChange.decisionNumberHint")}
        size="medium"
        required
      />
      <TextField
        {...form.field("decidedOn")}
        label={t("staffChange.decidedOn")}
        hint={t("kit.dateHint")}
        inputMode="numeric"
        size="short"
        required
      />
    </>
  );
}
