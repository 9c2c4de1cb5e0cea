import { getFormProps, getInputProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { CareFields } from "~/domain/assessment/attempt-care/care-forms";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

/** So many minutes, and why: for opening a paper again and for giving it time. */
export function CareForm({
  intent,
  minutes,
  seen,
  result,
}: {
  intent: "reopen" | "add-time";
  minutes: number;
  seen: Date;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const [form, fields] = useForm<CareFields, string[]>({
    id: "care",
    lastResult: result,
    defaultValue: { minutes: String(minutes) },
  });
  const { key: minutesKey, ...minutesInput } = getInputProps(fields.minutes, { type: "text" });
  const { key: reasonKey, ...reason } = getTextareaProps(fields.reason);
  return (
    <>
      <ErrorSummary errors={errorsOf(form, { minutes: fields.minutes, reason: fields.reason })} />
      <PostForm {...getFormProps(form)} noValidate className="form">
        <input type="hidden" name="seen" value={seen.toISOString()} />
        <TextField
          key={minutesKey}
          {...minutesInput}
          size="short"
          inputMode="numeric"
          label={t("accommodation.minutes")}
          hint={t("accommodation.minutesHint")}
          errors={fields.minutes.errors}
        />
        <TextArea
          key={reasonKey}
          {...reason}
          rows={3}
          label={t("accommodation.careReason")}
          hint={t("accommodation.careReasonHint")}
          errors={fields.reason.errors}
        />
        <div className="buttons">
          <Button name="intent" value={intent}>
            {t(intent === "reopen" ? "accommodation.reopen" : "accommodation.addTime")}
          </Button>
        </div>
      </PostForm>
    </>
  );
}
