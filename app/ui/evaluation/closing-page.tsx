import type { EvaluationPeriod, NotClosable } from "~/domain/evaluation/period";
import { addDays, formatDay } from "~/domain/time";
import { closePeriodPath, evaluationPath, jobPath, objectionsPath, periodPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatNumber, StatRow } from "~/ui/kit/stat-number";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

export interface ClosingPageProps {
  period: EvaluationPeriod;
  notYet: NotClosable | null;
  open: { people: number; withoutRows: number; overdue: number; objections: number };
  job: { id: string; failed: boolean; own: boolean } | null;
}

/** What is to be known before a period is closed, and the one button. */
export function ClosingPage({ period, notYet, open, job }: ClosingPageProps) {
  const t = useWords();
  const number = (value: number) => formatNumber(value, { language: t.language });
  return (
    <Page
      width="reading"
      title={t("evaluation.closeTitle", { title: period.title })}
      kicker={period.unit.name}
      lead={t("evaluation.closeLead")}
      crumbs={[
        { label: t("evaluation.title"), href: evaluationPath() },
        { label: period.title, href: periodPath(period.id) },
      ]}
    >
      <section className="flex flex-col gap-4">
        <SectionHeading>{t("evaluation.closeOpen")}</SectionHeading>
        <StatRow>
          <StatNumber
            label={t("evaluation.closeObjections")}
            value={number(open.objections)}
            tone={open.objections > 0 ? "warning" : undefined}
            note={open.objections > 0 ? t("evaluation.closeObjectionsNote") : undefined}
            href={objectionsPath(period.id)}
          />
          <StatNumber
            label={t("evaluation.closeWithout")}
            value={number(open.withoutRows)}
            note={t("evaluation.closeWithoutNote")}
            href={periodPath(period.id, { status: "without" })}
          />
          <StatNumber
            label={t("evaluation.closeOverdue")}
            value={number(open.overdue)}
            href={periodPath(period.id, { status: "overdue" })}
          />
          <StatNumber label={t("evaluation.closePeople")} value={number(open.people)} />
        </StatRow>
      </section>
      <div className="mt-6">
        <Standing period={period} notYet={notYet} job={job} />
      </div>
    </Page>
  );
}

function Standing({ period, notYet, job }: Pick<ClosingPageProps, "period" | "notYet" | "job">) {
  const t = useWords();
  if (notYet === "closed") return <Notice kind="success">{t("evaluation.closeClosed")}</Notice>;
  if (notYet === "before-cut-off") {
    return <Notice>{t("evaluation.closeNotYet", { day: formatDay(addDays(period.cutOffOn, 1)) })}</Notice>;
  }
  if (notYet === "closing" && job?.failed) {
    return (
      <Notice kind="danger" live>
        <p>{t("evaluation.closeFailed")}</p>
        <form method="post" action={closePeriodPath(period.id)}>
          <Button kind="secondary" name="intent" value="reopen">
            {t("evaluation.reopen")}
          </Button>
        </form>
      </Notice>
    );
  }
  if (notYet === "closing") {
    return (
      <Notice>
        <p>{t("evaluation.closeRunning")}</p>
        {job?.own ? <a href={jobPath(job.id)}>{t("evaluation.watch")}</a> : null}
      </Notice>
    );
  }
  return (
    <ConfirmDetails
      label={t("evaluation.close")}
      question={t("evaluation.closeConfirm", { title: period.title })}
      consequence={t("evaluation.closeQuestion", { day: formatDay(period.cutOffOn) })}
      confirmLabel={t("evaluation.close")}
      action={closePeriodPath(period.id)}
      name="intent"
      value="close"
    />
  );
}
