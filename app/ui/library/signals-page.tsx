import { LEAST_SAME_WRONG, LEAST_SHARED, TOGETHER_SECONDS } from "~/domain/assessment/signals/clusters";
import type { ClusterView, SignalsView } from "~/domain/assessment/signals/signals-view";
import { formatDateTime } from "~/domain/time";
import {
  libraryCoursePath,
  libraryPath,
  overviewPath,
  personPath,
  type SignalsFilter,
  signalsPath,
  statisticsPath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { PaceTable } from "./pace-table";

export interface SignalsPageProps {
  view: SignalsView;
  filter: Required<SignalsFilter>;
  /** What was typed as a day and is none. */
  badDays: string[];
  /** From where the viewer comes: the library, or the overview of their people. */
  from: "library" | "overview";
}

/** What a signal is and is not; then like papers; then rates of pace by unit. */
export function SignalsPage({ view, filter, badDays, from }: SignalsPageProps) {
  const t = useWords();
  const { course, unit, clusters, rates } = view;
  const crumbs =
    from === "library"
      ? [
          { label: t("library.title"), href: libraryPath() },
          { label: course.title, href: libraryCoursePath(course.slug) },
          { label: t("statistics.title"), href: statisticsPath(course.slug) },
        ]
      : [{ label: t("staff.overviewTitle"), href: overviewPath(course.slug) }];
  return (
    <Page
      kicker={unit ? `${course.title} · ${unit.name}` : course.title}
      title={t("signals.title")}
      lead={t("signals.lead")}
      crumbs={crumbs}
    >
      <p className="max-w-reading">{t("signals.leadMore")}</p>
      <Filters course={course.slug} filter={filter} />
      {badDays.map((text) => (
        <Notice kind="warning" key={text}>
          {t("statistics.badDay", { text })}
        </Notice>
      ))}
      <section>
        <SectionHeading
          lead={t("signals.clustersLead", {
            seconds: TOGETHER_SECONDS,
            shared: LEAST_SHARED,
            wrong: LEAST_SAME_WRONG,
          })}
        >
          {t("signals.clusters")}
        </SectionHeading>
        {view.cut ? (
          <div className="mb-4">
            <Notice>{t("signals.cut")}</Notice>
          </div>
        ) : null}
        <Clusters clusters={clusters} />
      </section>
      <PaceTable
        rates={rates}
        unit={unit?.code ?? null}
        href={(code) => signalsPath(course.slug, { ...filter, unit: code })}
      />
    </Page>
  );
}

function Filters({ course, filter }: { course: string; filter: Required<SignalsFilter> }) {
  const t = useWords();
  const { unit, from, to } = filter;
  return (
    <form method="get" action={signalsPath(course)} role="search" className="no-print my-6">
      {unit ? <input type="hidden" name="unit" value={unit} /> : null}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4 [&_.field]:m-0">
        {(["from", "to"] as const).map((name) => (
          <TextField
            key={name}
            id={`signals-${name}`}
            name={name}
            label={t(`signals.${name}`)}
            placeholder={name === "from" ? "01/11/2026" : "30/11/2026"}
            defaultValue={filter[name]}
            size="short"
            inputMode="numeric"
          />
        ))}
        <div className="buttons">
          <Button kind="secondary" icon="search">
            {t("signals.show")}
          </Button>
          {from || to ? <a href={signalsPath(course, { unit })}>{t("signals.clear")}</a> : null}
          {unit ? <a href={signalsPath(course, { from, to })}>{t("signals.allUnits")}</a> : null}
        </div>
      </div>
    </form>
  );
}

function Clusters({ clusters }: { clusters: readonly ClusterView[] }) {
  const t = useWords();
  return (
    <DataTable
      caption={t("signals.clusters")}
      hideCaption
      rows={clusters}
      rowKey={({ unit, from, to, papers, sharedQuestions, sameWrong, named }) =>
        JSON.stringify([unit.code, from, to, papers, sharedQuestions, sameWrong, named])
      }
      empty={
        <EmptyState icon="check" title={t("signals.noClusters")}>
          {t("signals.noClustersText")}
        </EmptyState>
      }
      columns={[
        { key: "unit", header: t("signals.unit"), rowHeader: true, cell: ({ unit }) => unit.name },
        { key: "time", header: t("signals.time"), cell: ({ from }) => formatDateTime(from) },
        {
          key: "count",
          header: t("signals.count"),
          numeric: true,
          cell: ({ papers, people }) =>
            papers === people ? String(papers) : t("signals.countOfPeople", { count: papers, people }),
        },
        {
          key: "same",
          header: t("signals.same"),
          cell: ({ sharedQuestions, sameWrong }) =>
            t("signals.sameText", { shared: sharedQuestions, wrong: sameWrong }),
        },
        { key: "people", header: t("signals.people"), cell: ({ named }) => <People named={named} /> },
      ]}
    />
  );
}

function People({ named }: Pick<ClusterView, "named">) {
  const t = useWords();
  if (!named) return <span className="muted">{t("signals.notNamed")}</span>;
  return (
    <ul>
      {named.map(({ officialId, fullName }) => (
        <li key={officialId}>
          <a href={personPath(officialId)}>{fullName}</a>
        </li>
      ))}
    </ul>
  );
}
