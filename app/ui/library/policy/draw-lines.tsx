import type { PolicyView } from "~/domain/assessment/test-policy/policy-view";
import { type DrawRule } from "~/domain/courses/course";
import { fits } from "~/domain/courses/draw-rule";
import { Checkbox } from "~/ui/kit/checkbox";
import { FieldErrors } from "~/ui/kit/field";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";

/** Empty lines at the end, for what is to be added. */
const SPARE = 3;

/** A line for each rule of the draw, with how many ready questions fit it as it stands. */
export function DrawLines({ form, view }: { form: FormState; view: PolicyView }) {
  const t = useWords();
  const lines = form.lines("draw");
  return (
    <>
      <h3 id="policy-draw" tabIndex={-1}>
        {t("policy.draw")}
      </h3>
      <p className="hint">{t("policy.drawLead")}</p>
      <FieldErrors id="policy-draw" errors={form.errors("draw")} />
      {Array.from({ length: lines + SPARE }, (_, index) => (
        <DrawLine key={index} form={form} view={view} index={index} empty={index >= lines} />
      ))}
      <Checkbox {...form.tick("shuffleQuestions")} label={t("policy.shuffleQuestions")} />
      <Checkbox {...form.tick("shuffleOptions")} label={t("policy.shuffleOptions")} />
    </>
  );
}

function DrawLine({ form, view, index, empty }: { form: FormState; view: PolicyView; index: number; empty: boolean }) {
  const t = useWords();
  const name = (part: string) => `draw[${index}].${part}`;
  const number = String(index + 1);
  const rule = ruleOf(form, name);
  const fitting = rule && view.questions.filter((question) => fits(question, rule)).length;
  return (
    <fieldset className="policy-line">
      <legend>{t(empty ? "policy.drawLineEmpty" : "policy.drawLine", { number })}</legend>
      <div className="policy-line-fields">
        <Select
          {...form.field(name("topic"))}
          label={t("policy.topic")}
          placeholder={t("policy.anyTopic")}
          options={Object.entries(view.topics).map(([value, label]) => ({ value, label }))}
        />
        <Select
          {...form.field(name("document"))}
          label={t("policy.document")}
          placeholder={t("policy.anyDocument")}
          options={documentsOf(view, rule?.document).map((value) => ({ value, label: value }))}
        />
        <TextField {...form.field(name("article"))} label={t("policy.article")} size="full" />
        <TextField {...form.field(name("clause"))} label={t("policy.clause")} size="full" />
        <Select
          {...form.field(name("difficulty"))}
          label={t("policy.difficulty")}
          placeholder={t("policy.anyDifficulty")}
          options={[
            { value: "easy", label: t("library.difficultyEasy") },
            { value: "medium", label: t("library.difficultyMedium") },
            { value: "hard", label: t("library.difficultyHard") },
          ]}
        />
        <TextField {...form.field(name("count"))} label={t("policy.count")} size="full" inputMode="numeric" />
      </div>
      {fitting === null ? null : <p className="hint">{t("policy.fitting", { count: fitting })}</p>}
    </fieldset>
  );
}

/** What is written now is never lost from the list, though no ready question cites it any more. */
const documentsOf = ({ documents }: PolicyView, written: string | undefined) =>
  written === undefined || documents.includes(written) ? documents : [...documents, written];

/** The line as it is typed; null while it names nothing. */
function ruleOf(form: FormState, name: (part: string) => string): Omit<DrawRule, "count"> | null {
  const said = (part: string) => form.field(name(part)).defaultValue.trim() || undefined;
  const [topic, document, article, clause] = [said("topic"), said("document"), said("article"), said("clause")];
  const typed = said("difficulty");
  const difficulty = (["easy", "medium", "hard"] as const).find((each) => each === typed);
  return topic === undefined && document === undefined ? null : { topic, document, article, clause, difficulty };
}
