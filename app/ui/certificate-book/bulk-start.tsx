import { type SubmissionResult, useForm } from "@conform-to/react";
import { REASON_CLASSES } from "~/domain/certificates/action-form";
import type { ReasonClass } from "~/domain/certificates/history";
import { Button } from "~/ui/kit/button";
import { Checkbox } from "~/ui/kit/checkbox";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { useWords } from "~/ui/words/use-words";
import type { BulkPlan } from "~/domain/certificates/pages";

export interface BulkStartProps {
  plan: BulkPlan;
  /** The address with the filter that the list came of. */
  action: string;
  result: SubmissionResult<string[]> | undefined;
}

/** Begins the work on exactly what the list shows; to change certificates it asks for the reason. */
export function BulkStart({ plan, action, result }: BulkStartProps) {
  const t = useWords();
  const [form, fields] = useForm<{ reasonClass: string; reason: string; namesAsListed: string }, string[]>({
    id: "bulk",
    lastResult: result,
  });
  const hidden = (
    <>
      <input type="hidden" name="action" value={plan.action} />
      <input type="hidden" name="asOf" value={plan.asOf.toISOString()} />
      <input type="hidden" name="count" value={String(plan.count)} />
    </>
  );
  if (plan.action === "zip") {
    return (
      <form method="post" action={action} className="no-print">
        {hidden}
        <Button icon="download">{t("book.startZip")}</Button>
      </form>
    );
  }
  const revoke = plan.action === "revoke";
  return (
    <form method="post" action={action} id={form.id} className="form card card-strong no-print" noValidate>
      <ErrorSummary errors={errorsOf(form, { reasonClass: fields.reasonClass, reason: fields.reason })} />
      <Notice kind="warning">{t(revoke ? "book.bulkRevokeConsequence" : "book.bulkReissueConsequence")}</Notice>
      {hidden}
      <Select
        id={fields.reasonClass.id}
        name="reasonClass"
        label={t("book.reasonClass")}
        hint={t("book.reasonClassHint")}
        size="medium"
        defaultValue={fields.reasonClass.initialValue}
        errors={fields.reasonClass.errors}
        options={REASON_CLASSES[plan.action].map((value) => ({
          value,
          label: t(`certificate.class_${value as ReasonClass}`),
        }))}
      />
      <TextArea
        id={fields.reason.id}
        name="reason"
        rows={3}
        label={t("book.reason")}
        hint={t("book.reasonHint")}
        defaultValue={fields.reason.initialValue}
        errors={fields.reason.errors}
      />
      {revoke ? null : <Checkbox id="names" name="namesAsListed" label={t("book.namesAsListed")} />}
      <Button kind={revoke ? "danger" : "primary"}>
        {t(revoke ? "book.startRevoke" : "book.startReissue", { count: plan.count })}
      </Button>
    </form>
  );
}
