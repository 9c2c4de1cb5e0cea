import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { formatDay } from "~/domain/time";
import { myPeriodPath, recordPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Card } from "~/ui/kit/card";
import { EmptyState } from "~/ui/kit/empty-state";
import { useWords } from "~/ui/words/use-words";
import { PeriodStateTag } from "./period-state";

/** The periods in which the reader belongs or belonged to an agency that evaluates. */
export function MyPeriodsPage({ periods }: { periods: readonly { period: EvaluationPeriod; objectable: boolean }[] }) {
  const t = useWords();
  return (
    <Page
      width="reading"
      title={t("evaluation.mineTitle")}
      lead={t("evaluation.mineLead")}
      crumbs={[{ label: t("frame.record"), href: recordPath() }]}
    >
      {periods.length === 0 ? (
        <EmptyState icon="document" title={t("evaluation.mineNoneTitle")}>
          {t("evaluation.mineNone")}
        </EmptyState>
      ) : null}
      <div className="card-list">
        {periods.map(({ period, objectable }) => (
          <Card key={period.id} level={2} title={period.title} kicker={period.unit.name} href={myPeriodPath(period.id)}>
            <p className="flex flex-wrap items-center gap-3">
              <PeriodStateTag state={period.state} />
              <span className="tabular">
                {t("evaluation.fromTo", { from: formatDay(period.fromOn), to: formatDay(period.toOn) })}
              </span>
              {objectable ? <span>{t("evaluation.objectable", { day: formatDay(period.objectUntil) })}</span> : null}
            </p>
          </Card>
        ))}
      </div>
    </Page>
  );
}
