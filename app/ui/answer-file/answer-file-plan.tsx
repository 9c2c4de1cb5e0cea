import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { AnswerFileConfirmation, AnswerFilePlan } from "~/domain/assessment/answer-file/answer-file-page";
import { formatDateTime } from "~/domain/time";
import { answerFilePath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Checkbox } from "~/ui/kit/checkbox";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { TextArea } from "~/ui/kit/text-area";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

interface PlanProps {
  plan: AnswerFilePlan;
  /** The file itself, which goes along to the confirmation. */
  text: string;
  result: SubmissionResult<string[]> | undefined;
}

/** Whose paper, from when, and what becomes of each answer; never what was answered. */
export function AnswerFilePlanView({ plan, text, result }: PlanProps) {
  const t = useWords();
  const may = plan.taken > 0 || plan.mayHandIn;
  return (
    <>
      <section>
        <SectionHeading lead={t("answerFile.madeNote")}>{t("answerFile.planTitle")}</SectionHeading>
        <DescriptionList facts={factsOf(t, plan)} />
      </section>
      <section>
        <SectionHeading>{t("answerFile.entries")}</SectionHeading>
        <EntriesTable plan={plan} />
      </section>
      <section className="no-print flex flex-col gap-4">
        <SectionHeading lead={t(plan.mayHandIn ? "answerFile.confirmOpen" : "answerFile.confirmSubmitted")}>
          {t("answerFile.confirmTitle")}
        </SectionHeading>
        {plan.taken === 0 ? <Notice kind="info">{t("answerFile.nothingToTake")}</Notice> : null}
        {may ? <ConfirmForm plan={plan} text={text} result={result} /> : null}
        <p>
          <a href={answerFilePath()}>{t("answerFile.another")}</a>
        </p>
      </section>
    </>
  );
}

function ConfirmForm({ plan, text, result }: PlanProps) {
  const t = useWords();
  const [form, fields] = useForm<AnswerFileConfirmation, string[]>({ id: "confirm", lastResult: result });
  const { key, ...reason } = getTextareaProps(fields.reason);
  const only = plan.taken === 0;
  return (
    <>
      <ErrorSummary errors={errorsOf(form, { reason: fields.reason })} />
      <form {...getFormProps(form)} method="post" action={answerFilePath()} noValidate className="form">
        <input type="hidden" name="text" value={text} />
        <TextArea
          key={key}
          {...reason}
          rows={3}
          label={t("answerFile.reason")}
          hint={t("answerFile.reasonHint")}
          errors={fields.reason.errors}
        />
        {only ? <input type="hidden" name="handIn" value="on" /> : null}
        {plan.mayHandIn && !only ? (
          <Checkbox
            id={fields.handIn.id}
            name={fields.handIn.name}
            defaultChecked={fields.handIn.initialValue === "on"}
            label={t("answerFile.handIn")}
            hint={t("answerFile.handInHint")}
          />
        ) : null}
        <div className="buttons">
          <Button name="intent" value="confirm">
            {only ? t("answerFile.confirmHandIn") : t("answerFile.confirm", { count: plan.taken })}
          </Button>
        </div>
      </form>
    </>
  );
}

function EntriesTable({ plan }: { plan: AnswerFilePlan }) {
  const t = useWords();
  return (
    <DataTable
      hideCaption
      caption={t("answerFile.entries")}
      rows={plan.entries}
      rowKey={({ questionId }) => questionId}
      empty={<p>{t("answerFile.nothingToTake")}</p>}
      columns={[
        {
          key: "question",
          header: t("answerFile.question"),
          rowHeader: true,
          cell: ({ number }) =>
            number === null ? t("answerFile.questionUnknown") : t("answerFile.questionNumber", { number }),
        },
        {
          key: "at",
          header: t("answerFile.chosenAt"),
          cell: ({ sequence }) => <span className="tabular">{timeOf(t, sequence)}</span>,
        },
        {
          key: "verdict",
          header: t("answerFile.verdict"),
          cell: ({ verdict }) => (
            <StatusTag tone={verdict === "take" ? "success" : verdict === "late" ? "warning" : "neutral"}>
              {t(`answerFile.verdict_${verdict}`)}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}

/** A sequence is the clock in milliseconds, as far as a date can say it. */
function timeOf(t: Translate, sequence: number): string {
  const at = new Date(sequence);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 ? t("kit.noValue") : formatDateTime(at);
}

function factsOf(t: Translate, plan: AnswerFilePlan) {
  const { attempt, entries } = plan;
  const late = entries.filter(({ verdict }) => verdict === "late").length;
  const count = (value: number) => t("answerFile.count", { count: value });
  const { fullName: name, staffNumber: number, unitName: unit } = attempt.official;
  return [
    { term: t("answerFile.person"), detail: t("answerFile.personOf", { name, number, unit }) },
    {
      term: t("answerFile.attempt"),
      detail: t("answerFile.attemptOf", { course: attempt.courseTitle, number: attempt.number }),
    },
    { term: t("answerFile.madeAt"), detail: formatDateTime(plan.madeAt) },
    {
      term: t("answerFile.state"),
      detail:
        attempt.status === "open"
          ? t("answerFile.stateOpen", { time: formatDateTime(attempt.deadlineAt) })
          : t(attempt.byTimer ? "answerFile.stateByTimer" : "answerFile.stateSubmitted", {
              time: formatDateTime(attempt.submittedAt ?? attempt.deadlineAt),
            }),
    },
    { term: t("answerFile.answers"), detail: count(entries.length) },
    { term: t("answerFile.newer"), detail: count(plan.taken) },
    { term: t("answerFile.late"), detail: late > 0 ? count(late) : null },
    {
      term: t("answerFile.leftAside"),
      detail: entries.length - plan.taken - late > 0 ? count(entries.length - plan.taken - late) : null,
    },
  ];
}
