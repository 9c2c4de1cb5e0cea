import { Checkbox } from "~/ui/kit/checkbox";
import { RadioGroup } from "~/ui/kit/option-group";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import type { WordKey } from "~/ui/words/catalogue.server";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";

interface Part {
  form: FormState;
}

export function TitleField({ form }: Part) {
  const t = useWords();
  return <TextField {...form.field("title")} label={t("policy.testTitle")} />;
}

export function PassRules({ form }: Part) {
  const t = useWords();
  return (
    <section>
      <h2>{t("policy.partPass")}</h2>
      <NumberField form={form} name="passPercent" decimal />
      <NumberField form={form} name="attempts" />
      <Select
        {...form.field("attemptThatCounts")}
        label={t("policy.attemptThatCounts")}
        placeholder={false}
        size="medium"
        options={(["highest", "first", "last", "average"] as const).map((value) => ({
          value,
          label: t(`policy.which_${value}`),
        }))}
      />
      <NumberField form={form} name="delayMinutes" hint="policy.delayHint" />
    </section>
  );
}

export function TimeRules({ form }: Part) {
  const t = useWords();
  const day = (name: "opensOn" | "closesOn") => (
    <TextField
      {...form.field(name)}
      label={t(`policy.${name}`)}
      hint={t("policy.dayHint")}
      optional
      size="short"
      inputMode="numeric"
      autoComplete="off"
    />
  );
  const expiry = form.field("whenTimeExpires");
  return (
    <section>
      <h2>{t("policy.partTime")}</h2>
      <NumberField form={form} name="timeLimitMinutes" />
      <NumberField form={form} name="graceSeconds" hint="policy.graceHint" />
      {day("opensOn")}
      {day("closesOn")}
      <RadioGroup
        {...expiry}
        label={t("policy.whenTimeExpires")}
        options={(["submit", "grace", "void"] as const).map((value) => ({
          value,
          label: t(`policy.expires_${value}`),
        }))}
      />
      <NumberField form={form} name="handInGraceMinutes" hint="policy.handInGraceHint" />
    </section>
  );
}

const FEEDBACK = {
  "at-end": "policy.feedback_at_end",
  "at-once": "policy.feedback_at_once",
  "with-hints": "policy.feedback_with_hints",
} as const;

export function FeedbackRules({ form }: Part) {
  const t = useWords();
  return (
    <section>
      <h2>{t("policy.partFeedback")}</h2>
      <RadioGroup
        {...form.field("feedback")}
        label={t("policy.feedback")}
        options={(["at-end", "at-once", "with-hints"] as const).map((value) => ({ value, label: t(FEEDBACK[value]) }))}
      />
      <NumberField form={form} name="hintPenaltyPercent" hint="policy.hintPenaltyHint" decimal />
      <Checkbox {...form.tick("buildOnLast")} label={t("policy.buildOnLast")} hint={t("policy.buildOnLastHint")} />
      <Checkbox {...form.tick("paceCheck")} label={t("policy.paceCheck")} />
      <TextArea
        {...form.field("honourStatement")}
        rows={3}
        optional
        label={t("policy.honourStatement")}
        hint={t("policy.honourHint")}
      />
    </section>
  );
}

type NumberName =
  | "passPercent"
  | "attempts"
  | "delayMinutes"
  | "timeLimitMinutes"
  | "graceSeconds"
  | "handInGraceMinutes"
  | "hintPenaltyPercent";

function NumberField({ form, name, hint, decimal }: Part & { name: NumberName; hint?: WordKey; decimal?: boolean }) {
  const t = useWords();
  return (
    <TextField
      {...form.field(name)}
      label={t(`policy.${name}`)}
      hint={hint && t(hint)}
      size="short"
      inputMode={decimal ? "decimal" : "numeric"}
      autoComplete="off"
    />
  );
}
