import { getFormProps, getInputProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { AccommodationFields } from "~/domain/assessment/accommodations/accommodation-form";
import { formatDay, type LocalDay } from "~/domain/time";
import { Button } from "~/ui/kit/button";
import { Checkbox } from "~/ui/kit/checkbox";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

/** Time, attempts, a later last day; in which course, for how long, and why. */
export function GrantForm({
  courses,
  today,
  result,
}: {
  courses: readonly { slug: string; title: string }[];
  today: LocalDay;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const [form, fields] = useForm<AccommodationFields, string[]>({
    id: "grant",
    lastResult: result,
    defaultValue: { timeFactor: "1", extraAttempts: "0", validFrom: formatDay(today) },
  });
  const text = (name: "timeFactor" | "extraAttempts" | "closesOn" | "validFrom" | "validTo") => {
    const { key: _, ...input } = getInputProps(fields[name], { type: "text" });
    return { ...input, errors: fields[name].errors, size: "short" as const };
  };
  const { key: reasonKey, ...reason } = getTextareaProps(fields.reason);
  const { timeFactor, untimed, extraAttempts, closesOn, validFrom, validTo } = fields;
  return (
    <>
      <ErrorSummary
        errors={errorsOf(form, {
          timeFactor,
          untimed,
          extraAttempts,
          closesOn,
          validFrom,
          validTo,
          reason: fields.reason,
        })}
      />
      <PostForm {...getFormProps(form)} noValidate className="form">
        <Select
          id={fields.course.id}
          name={fields.course.name}
          label={t("accommodation.course")}
          placeholder={t("accommodation.allCourses")}
          errors={fields.course.errors}
          defaultValue={fields.course.initialValue}
          options={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <TextField
          {...text("timeFactor")}
          inputMode="decimal"
          label={t("accommodation.timeFactor")}
          hint={t("accommodation.timeFactorHint")}
        />
        <Checkbox
          id={untimed.id}
          name={untimed.name}
          defaultChecked={untimed.initialValue === "on"}
          label={t("accommodation.untimed")}
          hint={t("accommodation.untimedHint")}
        />
        <TextField
          {...text("extraAttempts")}
          inputMode="numeric"
          label={t("accommodation.extraAttempts")}
          hint={t("accommodation.extraAttemptsHint")}
        />
        <TextField
          {...text("closesOn")}
          optional
          label={t("accommodation.closesOn")}
          hint={t("accommodation.closesOnHint")}
        />
        <TextField {...text("validFrom")} label={t("accommodation.validFrom")} hint={t("accommodation.dayHint")} />
        <TextField
          {...text("validTo")}
          optional
          label={t("accommodation.validTo")}
          hint={t("accommodation.validToHint")}
        />
        <TextArea
          key={reasonKey}
          {...reason}
          rows={3}
          label={t("accommodation.reason")}
          hint={t("accommodation.reasonHint")}
          errors={fields.reason.errors}
        />
        <div className="buttons">
          <Button name="intent" value="grant">
            {t("accommodation.grant")}
          </Button>
        </div>
      </PostForm>
    </>
  );
}
