import type { SubmissionResult } from "@conform-to/react";
import { CORRECTION_SUBJECTS, type CorrectionRequest } from "~/domain/privacy/correction-request";
import { formatDateTime } from "~/domain/time";
import { myCorrectionsPath, recordPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Card } from "~/ui/kit/card";
import { DescriptionList } from "~/ui/kit/description-list";
import { EmptyState } from "~/ui/kit/empty-state";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import { RequestStateTag } from "./request-state";

/** What is wrong in the reader's record, and what came of what was said before. */
export function MyCorrectionsPage({
  requests,
  result,
}: {
  requests: readonly CorrectionRequest[];
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const form = formState({ id: "correction", values: { subject: "", text: "" }, result });
  return (
    <Page
      title={t("myData.correctionsTitle")}
      lead={t("myData.correctionsLead")}
      width="reading"
      crumbs={[{ label: t("learning.recordTitle"), href: recordPath() }]}
    >
      <section className="flex flex-col gap-4">
        <SectionHeading>{t("myData.newRequest")}</SectionHeading>
        <ErrorSummary errors={form.summary()} />
        <form method="post" action={myCorrectionsPath()} noValidate className="form">
          <Select
            {...form.field("subject")}
            label={t("myData.subject")}
            placeholder={t("myData.subjectPlaceholder")}
            size="medium"
            options={CORRECTION_SUBJECTS.map((subject) => ({ value: subject, label: t(`myData.subject_${subject}`) }))}
          />
          <TextArea {...form.field("text")} rows={5} label={t("myData.text")} hint={t("myData.textHint")} />
          <div className="buttons">
            <Button>{t("myData.send")}</Button>
          </div>
        </form>
      </section>
      <section className="flex flex-col gap-4">
        <SectionHeading>{t("myData.mine")}</SectionHeading>
        {requests.length === 0 ? (
          <EmptyState icon="flag" title={t("myData.mineNoneTitle")}>
            {t("myData.mineNone")}
          </EmptyState>
        ) : null}
        {requests.map((request) => (
          <MyRequest key={request.id} request={request} />
        ))}
      </section>
    </Page>
  );
}

function MyRequest({ request }: { request: CorrectionRequest }) {
  const t = useWords();
  const { subject, text, state, askedAt, answer, answeredAt, answeredByName } = request;
  return (
    <Card level={3} title={t(`myData.subject_${subject}`)}>
      <p>
        <RequestStateTag state={state} />
      </p>
      <p className="whitespace-pre-line">{text}</p>
      <DescriptionList
        facts={[
          { term: t("myData.asked"), detail: formatDateTime(new Date(askedAt)) },
          {
            term: t("myData.answer"),
            detail: answer && (
              <>
                <span className="whitespace-pre-line">{answer}</span>
                <span className="hint">
                  {t("myData.answeredBy", {
                    name: answeredByName ?? "",
                    at: answeredAt ? formatDateTime(new Date(answeredAt)) : "",
                  })}
                </span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
