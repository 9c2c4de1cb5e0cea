import { getInputProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import { type ActionFields, REASON_CLASSES } from "~/domain/certificates/action-form";
import type { CertificateAction, ReasonClass } from "~/domain/certificates/history";
import type { ReissueView } from "~/domain/certificates/reissue";
import { formatDay } from "~/domain/time";
import { issuedCertificatePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { ActionConfirmation } from "./action-confirmation";

export interface CertificateActionPageProps {
  action: CertificateAction;
  title: string;
  serial: string;
  number: string;
  /** As it is printed now. */
  printed: { fullName: string; positionTitle: string; unitName: string };
  /** What a reissue rests on; null: it is none. */
  basis: ReissueView | null;
  result: SubmissionResult<string[]> | undefined;
  /** What was entered, when it was looked at and can be done. */
  looked: Partial<ActionFields> | null;
}

/** The form of an action; then what follows from it; then it is done. */
export function CertificateActionPage(props: CertificateActionPageProps) {
  const t = useWords();
  const { action, title, serial, number, printed, basis, result, looked } = props;
  const [form, fields] = useForm<ActionFields, string[]>({
    id: "certificate-action",
    lastResult: result,
    defaultValue: { ...printed, ...looked },
  });
  const shown = { reasonClass: fields.reasonClass, reason: fields.reason };
  const corrections = { fullName: fields.fullName, positionTitle: fields.positionTitle, unitName: fields.unitName };
  const crumbs = [{ label: t("book.one", { number }), href: issuedCertificatePath(serial) }];
  // Nobody fills in a form that can only be refused.
  if (basis?.kind === "refused") {
    return (
      <Page title={title} lead={printed.fullName} crumbs={crumbs} width="reading">
        <Notice kind="warning">{t(`book.refused_${basis.reason}`)}</Notice>
      </Page>
    );
  }
  return (
    <Page title={title} lead={printed.fullName} crumbs={crumbs} width="reading">
      {basis?.kind === "corrected" && !looked ? (
        <Notice kind="info">
          {t("book.reissueCorrected", { date: formatDay(basis.completedOn), result: basis.result })}
        </Notice>
      ) : null}
      {looked ? (
        <ActionConfirmation action={action} number={number} name={printed.fullName} values={looked} basis={basis} />
      ) : (
        <>
          {form.errors?.map((message) => (
            <Notice key={message} kind="danger">
              {message}
            </Notice>
          ))}
          <ErrorSummary
            errors={errorsOf(form, {
              ...shown,
              ...(action === "reissue" ? corrections : {}),
              ...(action === "expire" ? { lastDay: fields.lastDay } : {}),
            })}
          />
        </>
      )}
      <PostForm id={form.id} className="form" noValidate>
        {action === "reissue" ? (
          <>
            <TextField
              {...getInputProps(fields.fullName, { type: "text" })}
              key="name"
              label={t("book.nameOnPaper")}
              errors={fields.fullName.errors}
            />
            <TextField
              {...getInputProps(fields.positionTitle, { type: "text" })}
              key="position"
              label={t("book.positionOnPaper")}
              optional
              errors={fields.positionTitle.errors}
            />
            <TextField
              {...getInputProps(fields.unitName, { type: "text" })}
              key="unit"
              label={t("book.unitOnPaper")}
              errors={fields.unitName.errors}
            />
          </>
        ) : null}
        {action === "expire" ? (
          <TextField
            {...getInputProps(fields.lastDay, { type: "text" })}
            key="day"
            label={t("book.lastDay")}
            hint={t("kit.dateHint")}
            size="short"
            inputMode="numeric"
            errors={fields.lastDay.errors}
          />
        ) : null}
        <Select
          id={fields.reasonClass.id}
          name={fields.reasonClass.name}
          label={t("book.reasonClass")}
          hint={t("book.reasonClassHint")}
          size="medium"
          defaultValue={fields.reasonClass.initialValue}
          errors={fields.reasonClass.errors}
          options={REASON_CLASSES[action].map((value) => ({
            value,
            label: t(`certificate.class_${value as ReasonClass}`),
          }))}
        />
        <TextArea
          {...getTextareaProps(fields.reason)}
          key="reason"
          rows={3}
          label={t("book.reason")}
          hint={t("book.reasonHint")}
          errors={fields.reason.errors}
        />
        <Button kind={looked ? "secondary" : "primary"} name="intent" value="look">
          {t("book.look")}
        </Button>
      </PostForm>
    </Page>
  );
}
