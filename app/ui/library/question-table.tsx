import { type CountedChoice, groupsOf } from "~/domain/assessment/statistics/choices";
import type { QuestionStatistics } from "~/domain/assessment/statistics/statistics";
import type { QuestionView } from "~/domain/assessment/statistics/statistics-view";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { Disclosure } from "~/ui/kit/disclosure";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatNumber, formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { choiceInWords } from "./choice-words";

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
  const others = questions.length - drawn.length;
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
    </section>
  );
}

function Named({ question, regradeHref }: { question: Drawn; regradeHref: string }) {
  const t = useWords();
  const { stem, topic, statistics } = question;
  return (
    <>
      <p id={anchorOf(question)}>{stem}</p>
      <p className="muted text-sm font-normal">{topic}</p>
      {statistics.choices.length > 0 ? (
        <div className="font-normal">
          <Disclosure summary={t("statistics.choices")}>
            <ChoiceBars statistics={statistics} />
          </Disclosure>
        </div>
      ) : null}
      <p className="font-normal">
        <a href={regradeHref}>{t("regrade.open")}</a>
      </p>
    </>
  );
}

/** How often each choice was made. */
export function ChoiceBars({ statistics }: { statistics: QuestionStatistics }) {
  const t = useWords();
  const { n, unanswered, choices } = statistics;
  const bar = (label: string, count: number) => (
    <ProgressBar
      value={count}
      max={n}
      label={label}
      text={t("statistics.chosenBy", { count, percent: formatPercent(count / n, { language: t.language }) })}
    />
  );
  return (
    <div className="stack">
      {groupsOf(choices).map((group) => (
        <div key={group.part}>
          {group.of === null ? null : <p className="font-semibold">{group.of}</p>}
          <ul className="stack">
            {shownOf(group.choices).map((choice) => {
              const text = choiceInWords(t, choice);
              return (
                <li key={choice.value}>{bar(choice.key ? t("statistics.keyChoice", { text }) : text, choice.count)}</li>
              );
            })}
          </ul>
        </div>
      ))}
      {unanswered > 0 ? bar(t("statistics.unanswered"), unanswered) : null}
    </div>
  );
}

/** Of a pair only the key and what was chosen: the other sides belong to other pairs. */
const shownOf = (choices: readonly CountedChoice[]) =>
  choices.filter(({ of, key, count }) => of === null || key || count > 0);

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
