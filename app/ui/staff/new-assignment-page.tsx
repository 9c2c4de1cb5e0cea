import { getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { AssignmentChoices, AssignmentFields } from "~/domain/enrolment/assignment-form";
import type { AssignmentPreview } from "~/domain/enrolment/assignment";
import { formatDay, type LocalDay } from "~/domain/time";
import { assignmentsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { EmptyState } from "~/ui/kit/empty-state";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { ComboBox } from "~/ui/kit/interactive/combo-box";
import { DatePicker } from "~/ui/kit/interactive/date-picker";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

export interface NewAssignmentPageProps {
  choices: AssignmentChoices;
  today: LocalDay;
  /** What came back of the form. */
  result: SubmissionResult<string[]> | undefined;
  preview: AssignmentPreview | null;
}

/** Unit, course and day; then whom it reaches; then it is done. */
export function NewAssignmentPage({ choices, today, result, preview }: NewAssignmentPageProps) {
  const t = useWords();
  const [form, fields] = useForm<AssignmentFields, string[]>({
    id: "assignment-form",
    lastResult: result,
    defaultValue: { unit: choices.unit ?? "", course: choices.courses.length === 1 ? choices.courses[0]!.slug : "" },
  });
  const crumbs = [{ label: t("assign.listTitle"), href: assignmentsPath() }];
  if (choices.courses.length === 0) {
    return (
      <Page title={t("assign.newTitle")} crumbs={crumbs} width="reading">
        <EmptyState icon="book" title={t("assign.noCoursesTitle")}>
          {t("assign.noCoursesText")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t("assign.newTitle")} lead={t("assign.newLead")} crumbs={crumbs} width="reading">
      {preview ? (
        <Confirmation preview={preview} values={result?.initialValue ?? {}} />
      ) : (
        <ErrorSummary
          errors={errorsOf(form, { unit: fields.unit, course: fields.course, dueOn: fields.dueOn, note: fields.note })}
        />
      )}
      <PostForm className="form" id={form.id} noValidate>
        <ComboBox
          id={fields.unit.id}
          name={fields.unit.name}
          label={t("assign.chooseUnit")}
          hint={t("assign.unitHint")}
          errors={fields.unit.errors}
          defaultValue={fields.unit.initialValue}
          options={choices.units.map(({ code, label }) => ({ value: code, label }))}
        />
        <Select
          id={fields.course.id}
          name={fields.course.name}
          label={t("assign.chooseCourse")}
          errors={fields.course.errors}
          defaultValue={fields.course.initialValue}
          options={choices.courses.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <DatePicker
          id={fields.dueOn.id}
          name={fields.dueOn.name}
          label={t("assign.due")}
          hint={`${t("kit.dateHint")}. ${t("assign.dueHint")}`}
          errors={fields.dueOn.errors}
          defaultValue={fields.dueOn.initialValue}
          min={today}
        />
        <TextArea
          {...getTextareaProps(fields.note)}
          key={fields.note.key}
          rows={2}
          optional
          label={t("assign.note")}
          hint={t("assign.noteHint")}
          errors={fields.note.errors}
        />
        <div className="buttons">
          <Button kind={preview ? "secondary" : "primary"} name="intent" value="check">
            {t("assign.check")}
          </Button>
          <a href={assignmentsPath()}>{t("kit.cancel")}</a>
        </div>
      </PostForm>
    </Page>
  );
}

function Confirmation({ preview, values }: { preview: AssignmentPreview; values: Record<string, unknown> }) {
  const t = useWords();
  const { audience, newlyAsked } = preview;
  const number = (value: number) => formatNumber(value, { language: t.language });
  return (
    <section className="card card-strong" role="status">
      <h2 className="card-title">{t("assign.confirmTitle")}</h2>
      <p>
        {t("assign.confirmSentence", {
          course: preview.courseTitle,
          unit: preview.unitName,
          day: formatDay(preview.dueOn),
        })}
      </p>
      {audience.people === 0 ? (
        <p>{t("assign.nobody")}</p>
      ) : (
        <DescriptionList
          facts={[
            { term: t("assign.audiencePeople"), detail: number(audience.people) },
            { term: t("assign.audienceNew"), detail: <strong>{number(newlyAsked)}</strong> },
            { term: t("assign.audienceCompleted"), detail: audience.completed > 0 ? number(audience.completed) : null },
            {
              term: t("assign.audienceBefore"),
              detail: audience.askedBefore > 0 ? number(audience.askedBefore) : null,
            },
          ]}
        />
      )}
      {audience.people > 0 && newlyAsked === 0 ? <p>{t("assign.nobodyNew")}</p> : null}
      <PostForm>
        {["unit", "course", "dueOn", "note"].map((name) => (
          <input key={name} type="hidden" name={name} value={typeof values[name] === "string" ? values[name] : ""} />
        ))}
        <div className="buttons">
          <Button name="intent" value="confirm">
            {newlyAsked > 0 ? t("assign.confirm", { count: newlyAsked }) : t("assign.confirmNobody")}
          </Button>
          <a href="#assignment-form">{t("assign.change")}</a>
        </div>
      </PostForm>
    </section>
  );
}
