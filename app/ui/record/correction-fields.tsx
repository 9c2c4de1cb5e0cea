import type { SubmissionResult } from "@conform-to/react";
import type { Revision } from "~/domain/completion/corrections/correction";
import { formatDate, formatDay } from "~/domain/time";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** What is to be on record, and why. */
export function CorrectionFields({
  kind,
  last,
  result,
}: {
  kind: "facts" | "void" | "restore";
  last: Revision;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const typed = (name: string, fallback: string) => {
    const value = result?.initialValue?.[name];
    return typeof value === "string" ? value : fallback;
  };
  const errorsAt = (name: string) => result?.error?.[name] ?? undefined;
  const errors = Object.entries(result?.error ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ fieldId: name === "" ? "reason" : name, message })),
  );
  const due = last.dueOn;
  return (
    <div className="flex flex-col gap-6">
      <ErrorSummary errors={errors} />
      <PostForm noValidate className="form">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="seen" value={String(last.revision)} />
        {kind === "facts" ? (
          <>
            <TextField
              id="completedOn"
              name="completedOn"
              size="short"
              label={t("record.completedOn")}
              hint={t("record.dayHint")}
              defaultValue={typed("completedOn", formatDate(last.completedAt))}
              errors={errorsAt("completedOn")}
            />
            {last.scorePercent === null ? null : (
              <TextField
                id="scorePercent"
                name="scorePercent"
                size="short"
                inputMode="decimal"
                label={t("record.score")}
                hint={t("record.scoreHint")}
                defaultValue={typed(
                  "scorePercent",
                  formatNumber(last.scorePercent, { decimals: decimalsOf(last.scorePercent) }),
                )}
                errors={errorsAt("scorePercent")}
              />
            )}
            {due === null ? null : (
              <RadioGroup
                id="onTime"
                name="onTime"
                label={t("record.onTimeLabel")}
                defaultValue={typed("onTime", "by-date")}
                errors={errorsAt("onTime")}
                options={[
                  { value: "by-date", label: t("record.onTimeByDate", { due: formatDay(due) }) },
                  { value: "yes", label: t("record.onTimeYes") },
                  { value: "no", label: t("record.onTimeNo") },
                ]}
              />
            )}
          </>
        ) : null}
        <TextArea
          id="reason"
          name="reason"
          rows={3}
          label={t("record.reasonLabel")}
          hint={t("record.reasonHint")}
          defaultValue={typed("reason", "")}
          errors={errorsAt("reason")}
        />
        <div className="buttons">
          <Button name="step" value="show">
            {t("record.show")}
          </Button>
        </div>
      </PostForm>
    </div>
  );
}

const decimalsOf = (value: number) => (Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2);
