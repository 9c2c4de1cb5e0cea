import type { SubmissionResult } from "@conform-to/react";
import type { RequestInInbox } from "~/domain/privacy/correction-request";
import { formatDateTime } from "~/domain/time";
import { correctionRequestPath, correctionRequestsPath, personPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextArea } from "~/ui/kit/text-area";
import { formState } from "~/ui/library/form-state";
import { ChangeLinks } from "~/ui/staff-change/change-links";
import { useWords } from "~/ui/words/use-words";
import { RequestStateTag } from "./request-state";

/** One request, and the answer to it. */
export function RequestAnswerPage({
  view: { request, own },
  seesRecord,
  changes,
  result,
}: {
  view: { request: RequestInInbox; own: boolean };
  seesRecord: boolean;
  /** May change the person's entry on the staff list. */
  changes: boolean;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const { official, answer, answeredAt, answeredByName } = request;
  return (
    <Page
      width="reading"
      title={t(`myData.subject_${request.subject}`)}
      kicker={official.fullName}
      crumbs={[{ label: t("myData.inboxTitle"), href: correctionRequestsPath(request.state) }]}
      actions={
        seesRecord ? (
          <Button href={personPath(official.id)} kind="secondary">
            {t("myData.openRecord")}
          </Button>
        ) : undefined
      }
    >
      <p className="pb-4 text-lg whitespace-pre-line">{request.text}</p>
      <DescriptionList
        facts={[
          { term: t("myData.state"), detail: <RequestStateTag state={request.state} /> },
          { term: t("myData.person"), detail: `${official.fullName} (${official.staffNumber})` },
          { term: t("myData.unit"), detail: `${official.positionTitle}, ${official.unitName}` },
          { term: t("myData.asked"), detail: formatDateTime(new Date(request.askedAt)) },
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
      {request.state === "open" && changes ? (
        <section className="flex flex-col gap-3">
          <SectionHeading lead={t("staffChange.fromRequestLead")}>{t("staffChange.fromRequest")}</SectionHeading>
          <ChangeLinks officialId={official.id} left={official.left} request={request.id} />
        </section>
      ) : null}
      {request.state !== "open" ? null : own ? (
        <Notice>{t("myData.ownRequest")}</Notice>
      ) : (
        <AnswerForm id={request.id} result={result} />
      )}
    </Page>
  );
}

function AnswerForm({ id, result }: { id: string; result: SubmissionResult<string[]> | undefined }) {
  const t = useWords();
  const form = formState({ id: "answer", values: { answer: "" }, result });
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading lead={t("myData.answerNote")}>{t("myData.answerTitle")}</SectionHeading>
      <ErrorSummary errors={form.summary()} />
      <form method="post" action={correctionRequestPath(id)} noValidate className="form">
        <TextArea {...form.field("answer")} rows={5} label={t("myData.answer")} hint={t("myData.answerHint")} />
        <div className="buttons">
          <Button name="intent" value="accepted" icon="check">
            {t("myData.accept")}
          </Button>
          <Button name="intent" value="rejected" kind="secondary">
            {t("myData.reject")}
          </Button>
        </div>
      </form>
    </section>
  );
}
