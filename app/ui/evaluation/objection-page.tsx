import type { SubmissionResult } from "@conform-to/react";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import type { Objection } from "~/domain/evaluation/objection";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { formatDateTime } from "~/domain/time";
import { objectionsPath, periodPath, personPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextArea } from "~/ui/kit/text-area";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import { EvidenceRows, Stays } from "./evidence-rows";
import { ObjectionLog } from "./objection-log";

export interface ObjectionPageProps {
  period: EvaluationPeriod;
  objection: Objection;
  people: readonly EvidencePerson[];
  log: readonly Objection[];
  result: SubmissionResult<string[]> | undefined;
  /** May the viewer answer? A head only reads. */
  mayAnswer: boolean;
}

/** An objection with what it is about, and the answer to it. */
export function ObjectionPage({ period, objection, people, log, result, mayAnswer }: ObjectionPageProps) {
  const t = useWords();
  const { official } = objection;
  const form = formState({ id: "answer", values: {}, result });
  return (
    <Page
      title={t("evaluation.answerTitle", { name: official.fullName })}
      kicker={period.title}
      lead={t("evaluation.answerLead", { unit: official.unitName, number: official.staffNumber })}
      crumbs={[
        { label: period.title, href: periodPath(period.id) },
        { label: t("evaluation.objections"), href: objectionsPath(period.id) },
      ]}
    >
      <DescriptionList
        facts={[
          {
            term: t("evaluation.about"),
            detail: objection.rowKey === null ? t("evaluation.whole") : objection.rowLabel,
          },
          { term: t("evaluation.reason"), detail: <span className="whitespace-pre-line">{objection.reason}</span> },
          { term: t("evaluation.madeAt"), detail: formatDateTime(objection.madeAt) },
        ]}
      />
      {objection.answer === null && mayAnswer ? (
        <section className="flex max-w-reading flex-col gap-4 no-print">
          <SectionHeading>{t("evaluation.answerForm")}</SectionHeading>
          <ErrorSummary errors={form.summary()} />
          <PostForm noValidate className="form">
            <RadioGroup
              id={form.field("verdict").id}
              name="verdict"
              label={t("evaluation.verdict")}
              errors={form.errors("verdict")}
              defaultValue={form.field("verdict").defaultValue || undefined}
              options={[
                { value: "accepted", label: t("evaluation.verdict_accepted"), hint: t("evaluation.acceptedHint") },
                { value: "rejected", label: t("evaluation.verdict_rejected"), hint: t("evaluation.rejectedHint") },
              ]}
            />
            <TextArea
              {...form.field("answer")}
              rows={4}
              label={t("evaluation.answerText")}
              hint={t("evaluation.answerHint")}
            />
            <div className="buttons">
              <Button icon="check">{t("evaluation.answer")}</Button>
              <a href={personPath(official.id)}>{t("evaluation.toPerson", { name: official.fullName })}</a>
            </div>
          </PostForm>
        </section>
      ) : null}
      <section className="flex flex-col gap-4">
        <SectionHeading>{t("evaluation.evidenceTitle", { title: period.title })}</SectionHeading>
        {people.map((person) => (
          <div key={person.unitId} className="flex flex-col gap-2">
            <p className="muted">
              <Stays person={person} />
            </p>
            <EvidenceRows person={person} />
          </div>
        ))}
      </section>
      <section className="flex flex-col gap-4">
        <SectionHeading lead={t("evaluation.logTable")}>{t("evaluation.log")}</SectionHeading>
        <ObjectionLog log={log} />
      </section>
    </Page>
  );
}
