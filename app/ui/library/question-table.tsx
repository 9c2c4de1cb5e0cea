import { isLeftOut } from "~/domain/assessment/statistics/counting";
import type { QuestionStatistics } from "~/domain/assessment/statistics/statistics";
import type { QuestionView } from "~/domain/assessment/statistics/statistics-view";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { Disclosure } from "~/ui/kit/disclosure";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatMarks, formatNumber, formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { ChoiceList } from "./choice-list";
import { OptionBars } from "./option-bars";

type Drawn = QuestionView & { statistics: QuestionStatistics };

const anchorOf = (question: Pick<QuestionView, "id">) => `question-${question.id}`;

/** The stem, leading to its row where there is one. */
export function QuestionLink({ question }: { question: QuestionView }) {
  return question.statistics ? (
    <a href={`#${anchorOf(question)}`}>{question.stem}</a>
  ) : (
    <strong>{question.stem}</strong>
  );
}

export interface QuestionTableProps {
  questions: readonly QuestionView[];
  /** Where a decision on a question is prepared. */
  regradeHref: (questionId: string) => string;
}

export function QuestionTable({ questions, regradeHref }: QuestionTableProps) {
  const t = useWords();
  const { language } = t;
  const drawn = questions.filter((question): question is Drawn => question.statistics !== null);
  const leftOut = questions.filter(isLeftOut);
  const others = questions.length - drawn.length - leftOut.length;
  const figure = (value: number | null) =>
    value === null ? t("kit.noValue") : formatNumber(value, { decimals: 1, language });
  return (
    <section>
      <SectionHeading lead={others > 0 ? t("statistics.neverDrawn", { count: others }) : null}>
        {t("statistics.questions")}
      </SectionHeading>
      <DataTable
        caption={t("statistics.questions")}
        hideCaption
        rows={drawn}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "question",
            header: t("statistics.question"),
            rowHeader: true,
            cell: (question) => <Named question={question} regradeHref={regradeHref(question.id)} />,
          },
          {
            key: "n",
            header: t("statistics.answered"),
            numeric: true,
            cell: ({ statistics }) => formatNumber(statistics.n, { language }),
          },
          {
            key: "facility",
            header: t("statistics.facility"),
            cell: ({ statistics }) => <Facility facility={statistics.facility} />,
          },
          {
            key: "deviation",
            header: t("statistics.deviation"),
            numeric: true,
            cell: ({ statistics: { standardDeviation } }) =>
              standardDeviation === null
                ? t("kit.noValue")
                : formatPercent(standardDeviation, { decimals: 1, language }),
          },
          {
            key: "discrimination",
            header: t("statistics.discrimination"),
            numeric: true,
            cell: ({ statistics }) => figure(statistics.discriminationIndex),
          },
          {
            key: "efficiency",
            header: t("statistics.efficiency"),
            numeric: true,
            cell: ({ statistics }) => figure(statistics.discriminativeEfficiency),
          },
          {
            key: "weight",
            header: t("statistics.weight"),
            numeric: true,
            cell: ({ statistics }) => figure(statistics.effectiveWeight),
          },
        ]}
      />
      <Meanings />
      {leftOut.length > 0 ? <LeftOut questions={leftOut} regradeHref={regradeHref} /> : null}
    </section>
  );
}

function Named({ question, regradeHref }: { question: Drawn; regradeHref: string }) {
  const t = useWords();
  const { stem, topic, statistics, maxPoints, counts } = question;
  return (
    <>
      <p id={anchorOf(question)}>{stem}</p>
      <p className="muted text-sm font-normal">
        {topic}
        {maxPoints === 1 ? null : ` · ${t("statistics.worth", { marks: formatMarks(maxPoints, t.language) })}`}
      </p>
      {counts === "full-marks" ? <p className="text-sm font-normal">{t("statistics.fullMarksGiven")}</p> : null}
      {statistics.choices.length > 0 ? (
        <div className="font-normal">
          <OptionBars statistics={statistics} />
          <Disclosure summary={t("statistics.choices")}>
            <ChoiceList statistics={statistics} />
          </Disclosure>
        </div>
      ) : (
        <p className="muted text-sm font-normal">{t("statistics.written")}</p>
      )}
      <p className="font-normal">
        <a href={regradeHref}>{t("regrade.open")}</a>
      </p>
    </>
  );
}

/** What counts for nothing, and why. */
function LeftOut({ questions, regradeHref }: QuestionTableProps) {
  const t = useWords();
  return (
    <div className="mt-8">
      <SectionHeading level={3} lead={t("statistics.notCountedLead")}>
        {t("statistics.notCounted")}
      </SectionHeading>
      <DataTable
        caption={t("statistics.notCounted")}
        hideCaption
        rows={questions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "question",
            header: t("statistics.question"),
            rowHeader: true,
            cell: ({ id, stem }) => <p id={anchorOf({ id })}>{stem}</p>,
          },
          {
            key: "reason",
            header: t("statistics.reason"),
            cell: ({ counts }) => t(counts === "voided" ? "statistics.reason_voided" : "statistics.reason_unscored"),
          },
          {
            key: "regrade",
            header: t("statistics.decision"),
            cell: ({ id, counts }) =>
              counts === "voided" ? <a href={regradeHref(id)}>{t("regrade.open")}</a> : t("kit.noValue"),
          },
        ]}
      />
    </div>
  );
}

function Facility({ facility }: { facility: number | null }) {
  const t = useWords();
  if (facility === null) return <>{t("kit.noValue")}</>;
  return (
    <div className="min-w-24">
      <ProgressBar
        hideLabel
        label={t("statistics.facility")}
        value={facility}
        max={1}
        text={formatPercent(facility, { decimals: 1, language: t.language })}
      />
    </div>
  );
}

function Meanings() {
  const t = useWords();
  return (
    <div className="mt-6">
      <Disclosure summary={t("statistics.howToRead")}>
        <DescriptionList
          facts={[
            { term: t("statistics.facility"), detail: t("statistics.facilityMeaning") },
            { term: t("statistics.deviation"), detail: t("statistics.deviationMeaning") },
            { term: t("statistics.discrimination"), detail: t("statistics.discriminationMeaning") },
            { term: t("statistics.efficiency"), detail: t("statistics.efficiencyMeaning") },
            { term: t("statistics.weight"), detail: t("statistics.weightMeaning") },
            { term: t("statistics.consistency"), detail: t("statistics.consistencyMeaning") },
          ]}
        />
      </Disclosure>
    </div>
  );
}
