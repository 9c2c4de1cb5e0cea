import type { KeyForm, KeySelect } from "~/domain/assessment/regrade/key-form";
import { CheckboxGroup, RadioGroup } from "~/ui/kit/option-group";
import { Disclosure } from "~/ui/kit/disclosure";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { errorsAt, idOf, type RegradeResult, typedList, typedText } from "./typed";

const SELECT_WORDS = {
  matching: "regrade.keyMatching",
  ordering: "regrade.keyOrdering",
  "inline-choice": "regrade.keyGaps",
  dilemma: "regrade.keyDilemma",
} as const;

const GRADE_WORDS: Record<string, Parameters<Translate>[0]> = {
  best: "regrade.gradeBest",
  acceptable: "regrade.gradeAcceptable",
  risky: "regrade.gradeRisky",
  violation: "regrade.gradeViolation",
};

/** The key of a question, to be changed; and what is said about it afterwards. */
export function KeyFields({ form, result }: { form: KeyForm; result: RegradeResult }) {
  const t = useWords();
  const feedbackTyped = form.feedbacks.some(
    ({ name, text }) => (typedText(result, `feedback.${name}`) ?? text).trim() !== text.trim(),
  );
  return (
    <>
      <Right form={form} result={result} />
      <TextArea
        id={idOf("explanation")}
        name="explanation"
        label={t("regrade.explanation")}
        rows={3}
        defaultValue={typedText(result, "explanation") ?? form.explanation}
        errors={errorsAt(result, "explanation")}
      />
      {form.feedbacks.length > 0 ? (
        <Disclosure summary={t("regrade.feedbacks")} open={feedbackTyped}>
          <p className="hint">{t("regrade.feedbacksLead")}</p>
          {form.feedbacks.map(({ name, label, text, required }) => (
            <TextArea
              key={name}
              id={idOf(`feedback.${name}`)}
              name={`feedback.${name}`}
              label={label ?? t(name === "whenTrue" ? "statistics.true" : "statistics.false")}
              rows={2}
              optional={!required}
              defaultValue={typedText(result, `feedback.${name}`) ?? text}
              errors={errorsAt(result, `feedback.${name}`)}
            />
          ))}
        </Disclosure>
      ) : null}
    </>
  );
}

function Right({ form: { fields }, result }: { form: KeyForm; result: RegradeResult }) {
  const t = useWords();
  const right = { id: idOf("key.right"), name: "key.right", errors: errorsAt(result, "key.right") };
  switch (fields.kind) {
    case "ticks":
      return (
        <CheckboxGroup
          {...right}
          label={t("regrade.keyRight")}
          hint={t("regrade.keyRightHint")}
          options={fields.options.map(({ value, label }) => ({ value, label }))}
          defaultValue={typedList(result, "key.right") ?? fields.chosen}
        />
      );
    case "true-false":
      return (
        <RadioGroup
          {...right}
          label={t("regrade.keyTrueFalse")}
          inline
          options={[
            { value: "true", label: t("statistics.true") },
            { value: "false", label: t("statistics.false") },
          ]}
          defaultValue={typedText(result, "key.right") ?? fields.chosen}
        />
      );
    case "selects":
      return (
        <fieldset className="field">
          <legend>{t(SELECT_WORDS[fields.of])}</legend>
          {fields.rows.map((row) => (
            <KeyRow key={row.name} row={row} result={result} />
          ))}
        </fieldset>
      );
    case "lines":
      return (
        <TextArea
          id={idOf("key.answers")}
          name="key.answers"
          label={t("regrade.keyLines")}
          hint={t(fields.numeric ? "regrade.keyNumbersHint" : "regrade.keyLinesHint")}
          rows={5}
          defaultValue={typedText(result, "key.answers") ?? fields.text}
          errors={errorsAt(result, "key.answers")}
        />
      );
  }
}

function KeyRow({ row, result }: { row: KeySelect; result: RegradeResult }) {
  const t = useWords();
  const name = `key.${row.name}`;
  return (
    <Select
      id={idOf(name)}
      name={name}
      label={row.label}
      placeholder={false}
      options={row.options.map(({ value, label }) => ({ value, label: label ?? t(GRADE_WORDS[value]!) }))}
      defaultValue={typedText(result, name) ?? row.chosen}
      errors={errorsAt(result, name)}
    />
  );
}
