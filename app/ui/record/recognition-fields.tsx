import { getFormProps, getInputProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

interface Fields {
  course: string;
  cycle: string;
  decisionNumber: string;
  decidedOn: string;
  issuer: string;
  learned: string;
}

/** Which course, and what the decision says. */
export function RecognitionFields({
  courses,
  asked,
  result,
}: {
  courses: readonly { slug: string; title: string }[];
  asked: { course: string; cycle: string };
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const [form, fields] = useForm<Fields, string[]>({ id: "recognise", lastResult: result, defaultValue: asked });
  const { course, cycle, decisionNumber, decidedOn, issuer, learned } = fields;
  const text = (name: "cycle" | "decisionNumber" | "decidedOn" | "issuer") => {
    const { key: _, ...input } = getInputProps(fields[name], { type: "text" });
    return { ...input, errors: fields[name].errors };
  };
  const { key: _, ...area } = getTextareaProps(learned);
  return (
    <div className="flex flex-col gap-6">
      <ErrorSummary errors={errorsOf(form, { course, cycle, decisionNumber, decidedOn, issuer, learned })} />
      <PostForm {...getFormProps(form)} noValidate className="form">
        <Select
          id={course.id}
          name={course.name}
          label={t("record.course")}
          placeholder={t("record.chooseCourse")}
          errors={course.errors}
          defaultValue={course.initialValue}
          options={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <TextField {...text("cycle")} size="short" label={t("record.cycle")} hint={t("record.cycleHint")} />
        <TextField {...text("decisionNumber")} size="medium" label={t("record.decisionNumber")} />
        <TextField {...text("decidedOn")} size="short" label={t("record.decidedOn")} hint={t("record.dayHint")} />
        <TextField {...text("issuer")} label={t("record.issuer")} />
        <TextArea
          {...area}
          rows={3}
          label={t("record.learned")}
          hint={t("record.learnedHint")}
          errors={learned.errors}
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
