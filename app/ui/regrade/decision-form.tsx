import type { RegradeView } from "~/domain/assessment/regrade/regrade-view";
import type { ChangeKind } from "~/domain/assessment/regrade/offered";
import { formatDay } from "~/domain/time";
import { libraryCoursePath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { CheckboxGroup, RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formatMarks } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { KeyFields } from "./key-fields";
import { errorsAt, idOf, type RegradeResult, typedList, typedText } from "./typed";

export interface DecisionFormProps {
  view: RegradeView;
  change: ChangeKind;
  result: RegradeResult;
  /** The dry run stands above: this is to change the decision. */
  again: boolean;
}

/** What is decided, why, and what happens to results that were given. */
export function DecisionForm({ view, change, result, again }: DecisionFormProps) {
  const t = useWords();
  return (
    <PostForm className="form" noValidate>
      <input type="hidden" name="change" value={change} />
      {change === "key" && view.keyForm ? <KeyFields form={view.keyForm} result={result} /> : null}
      {change === "marks" ? (
        <TextField
          id={idOf("marks")}
          name="marks"
          label={t("regrade.marks")}
          size="short"
          inputMode="decimal"
          defaultValue={typedText(result, "marks") ?? formatMarks(view.question.marks)}
          errors={errorsAt(result, "marks")}
        />
      ) : null}
      <TextArea
        id={idOf("reason")}
        name="reason"
        label={t("regrade.reason")}
        hint={t("regrade.reasonHint")}
        rows={3}
        defaultValue={typedText(result, "reason")}
        errors={errorsAt(result, "reason")}
      />
      <RadioGroup
        id={idOf("policy")}
        name="policy"
        label={t("regrade.policy")}
        options={[
          {
            value: "never-lower",
            label: t("regrade.policyNeverLower"),
            hint: t("regrade.policyNeverLowerHint"),
          },
          { value: "apply-all", label: t("regrade.policyApplyAll"), hint: t("regrade.policyApplyAllHint") },
        ]}
        defaultValue={typedText(result, "policy") ?? "never-lower"}
        errors={errorsAt(result, "policy")}
      />
      <TextField
        id={idOf("closedThrough")}
        name="closedThrough"
        label={t("regrade.closedThrough")}
        hint={t("regrade.closedThroughHint")}
        size="short"
        inputMode="numeric"
        defaultValue={typedText(result, "closedThrough") ?? formatDay(view.closedThrough)}
        errors={errorsAt(result, "closedThrough")}
      />
      {view.alsoIn.length > 0 ? (
        <CheckboxGroup
          id={idOf("also")}
          name="also"
          label={t("regrade.alsoIn")}
          hint={t("regrade.alsoInHint")}
          optional
          options={view.alsoIn.map(({ number, papers }) => ({
            value: String(number),
            label: t("regrade.alsoVersion", { number: String(number), count: papers }),
          }))}
          defaultValue={typedList(result, "also") ?? []}
          errors={errorsAt(result, "also")}
        />
      ) : null}
      <div className="buttons">
        <Button kind={again ? "secondary" : "primary"} name="intent" value="check">
          {t(again ? "regrade.checkAgain" : "regrade.check")}
        </Button>
        <a href={libraryCoursePath(view.course.slug)}>{t("kit.cancel")}</a>
      </div>
    </PostForm>
  );
}
