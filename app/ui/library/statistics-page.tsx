import type { LintFinding } from "~/domain/assessment/question-lint";
import { describeLint } from "~/domain/assessment/question-lint-words";
import { ENOUGH } from "~/domain/assessment/statistics/findings";
import type { QuestionView, StatisticsView } from "~/domain/assessment/statistics/statistics-view";
import {
  libraryCoursePath,
  libraryPath,
  regradePath,
  regradesPath,
  signalsPath,
  type StatisticsFilter,
  statisticsPath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatNumber, StatRow } from "~/ui/kit/stat-number";
import { Tabs } from "~/ui/kit/tabs";
import { formatNumber, formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { DistributionChart } from "./distribution-chart";
import { FindingList } from "./finding-list";
import { QuestionLink, QuestionTable } from "./question-table";
import { StatisticsFilters } from "./statistics-filters";

export interface StatisticsPageProps {
  view: StatisticsView;
  filter: Required<StatisticsFilter>;
  /** What was typed as a day and is none. */
  badDays: string[];
  /** The viewer may see the page of signals. */
  mayViewSignals: boolean;
}

/** How the questions of a test worked: what to look at first, then figures, then advice on how they are written. */
export function StatisticsPage({ view, filter, badDays, mayViewSignals }: StatisticsPageProps) {
  const t = useWords();
  const { course, test, questions } = view;
  const tab = (attempts: "first" | "all") => ({
    label: t(attempts === "first" ? "statistics.firstAttempts" : "statistics.allAttempts"),
    href: statisticsPath(course.slug, { ...filter, attempts }),
    current: filter.attempts === attempts,
  });
  return (
    <Page
      kicker={course.title}
      title={t("statistics.title")}
      lead={t("statistics.lead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
      ]}
      actions={
        <>
          <a href="#advice">{t("statistics.advice")}</a>
          <a href={regradesPath(course.slug)}>{t("regrade.history")}</a>
          {mayViewSignals ? <a href={signalsPath(course.slug)}>{t("signals.open")}</a> : null}
        </>
      }
    >
      <StatisticsFilters view={view} filter={filter} />
      <Tabs label={t("statistics.whichAttempts")} tabs={[tab("first"), tab("all")]} />
      {badDays.map((text) => (
        <Notice kind="warning" key={text}>
          {t("statistics.badDay", { text })}
        </Notice>
      ))}
      {test.awaiting > 0 ? <p>{t("statistics.awaiting", { count: test.awaiting })}</p> : null}
      {test.n === 0 ? (
        <EmptyState title={t("statistics.emptyTitle")}>{t("statistics.emptyText")}</EmptyState>
      ) : (
        <>
          {test.n < ENOUGH ? (
            <Notice kind="warning" title={t("statistics.fewTitle", { count: test.n })}>
              {t("statistics.fewText", { enough: ENOUGH })}
            </Notice>
          ) : null}
          <FindingList view={view} />
          <Summary test={test} passPercent={view.passPercent} />
          <QuestionTable
            questions={questions}
            regradeHref={(id) => regradePath(course.slug, id, { version: view.version })}
          />
        </>
      )}
      <Advice advice={view.advice} questions={questions} />
    </Page>
  );
}

function Summary({ test, passPercent }: Pick<StatisticsView, "test" | "passPercent">) {
  const t = useWords();
  const { language } = t;
  const percent = (share: number | null) =>
    share === null ? t("kit.noValue") : formatPercent(share, { decimals: 1, language });
  return (
    <section>
      <SectionHeading>{t("statistics.summary")}</SectionHeading>
      <StatRow>
        <StatNumber value={formatNumber(test.n, { language })} label={t("statistics.papers")} />
        <StatNumber value={percent(test.passRate)} label={t("statistics.passRate")} />
        <StatNumber value={percent(test.mean)} label={t("statistics.mean")} />
        <StatNumber value={percent(test.median)} label={t("statistics.median")} />
        <StatNumber value={percent(test.standardDeviation)} label={t("statistics.deviation")} />
        <StatNumber
          value={
            test.internalConsistency === null
              ? t("kit.noValue")
              : formatNumber(test.internalConsistency, { decimals: 1, language })
          }
          label={t("statistics.consistency")}
        />
      </StatRow>
      <DistributionChart bands={test.distribution} passPercent={passPercent} />
    </section>
  );
}

function Advice({ advice, questions }: { advice: readonly LintFinding[]; questions: readonly QuestionView[] }) {
  const t = useWords();
  const byId = new Map(questions.map((question) => [question.id, question]));
  return (
    <section>
      <SectionHeading id="advice" lead={t("statistics.adviceLead")}>
        {t("statistics.advice")}
      </SectionHeading>
      {advice.length === 0 ? (
        <p>{t("statistics.noAdvice")}</p>
      ) : (
        <ul className="stack">
          {advice.map((finding, index) => {
            const { what, mend } = describeLint(finding, t.language);
            const question = finding.questionId === null ? undefined : byId.get(finding.questionId);
            return (
              <li key={`${finding.rule} ${finding.questionId} ${index}`}>
                {question ? <QuestionLink question={question} /> : <strong>{t("statistics.wholeBank")}</strong>}
                <p>{what}</p>
                <p className="muted">{mend}</p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
