import { EVIDENCE_FILTERS, type EvidenceFilter, type EvidenceView } from "~/domain/evaluation/evidence-view";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { formatDateTime, formatDay } from "~/domain/time";
import {
  amendmentsPath,
  closePeriodPath,
  editPeriodPath,
  evaluationPath,
  evidenceFilePath,
  objectionsPath,
  officialReportPath,
  periodPath,
  personPath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { Pagination } from "~/ui/kit/pagination";
import { SearchField } from "~/ui/kit/search-field";
import { StatusTag } from "~/ui/kit/status-tag";
import { Tabs } from "~/ui/kit/tabs";
import { categoryWord } from "~/ui/words/staff-words";
import { useWords } from "~/ui/words/use-words";
import { EvidenceRows, Stays } from "./evidence-rows";
import { PeriodStateTag } from "./period-state";

export interface EvidencePageProps {
  view: EvidenceView;
  filter: EvidenceFilter;
  after: string | null;
  /** May the viewer change and close this very period? */
  own: boolean;
}

/** What HR and heads see of a period: everybody in view with their evidence. */
export function EvidencePage({ view, filter, after, own }: EvidencePageProps) {
  const t = useWords();
  const { period, people, next, snapshot } = view;
  const at = (change: { status?: string; q?: string; after?: string }) =>
    periodPath(period.id, { status: filter.status ?? undefined, q: filter.text || undefined, ...change });
  return (
    <Page
      title={t("evaluation.evidenceTitle", { title: period.title })}
      lead={t("evaluation.evidenceLead", {
        unit: period.unit.name,
        from: formatDay(period.fromOn),
        to: formatDay(period.toOn),
      })}
      crumbs={[{ label: t("evaluation.title"), href: evaluationPath() }]}
      actions={<Actions view={view} own={own} />}
    >
      {snapshot ? (
        <Notice kind="success" title={t("evaluation.frozen", { id: snapshot.id })}>
          <p>{t("evaluation.asOf", { at: formatDateTime(view.asOf) })}</p>
          <p className="tabular wrap-anywhere">{t("evaluation.frozenHash", { hash: snapshot.root })}</p>
        </Notice>
      ) : (
        <p className="flex flex-wrap items-center gap-3">
          <PeriodStateTag state={period.state} />
          <span>
            {t("evaluation.asOf", { at: formatDateTime(view.asOf) })} {t("evaluation.preliminary")}
          </span>
        </p>
      )}
      <div className="mt-6 flex flex-col gap-6">
        <SearchField
          label={t("staff.search")}
          hint={t("staff.searchHint")}
          action={periodPath(period.id)}
          defaultValue={filter.text}
          clearHref={at({ q: undefined })}
        >
          {filter.status ? <input type="hidden" name="status" value={filter.status} /> : null}
        </SearchField>
        <Tabs
          label={t("evaluation.filters")}
          tabs={[
            { label: t("evaluation.filter_all"), href: at({ status: undefined }), current: filter.status === null },
            ...EVIDENCE_FILTERS.map((status) => ({
              label: t(`evaluation.filter_${status}`),
              href: at({ status }),
              current: filter.status === status,
            })),
          ]}
        />
      </div>
      {people.length === 0 ? (
        <EmptyState
          icon="people"
          title={t("evaluation.noPeopleTitle")}
          actions={next ? <Button href={at({ after: next })}>{t("evaluation.lookFurther")}</Button> : undefined}
        >
          {t("evaluation.noPeopleText")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          {people.map((person) => (
            <PersonEvidence key={`${person.officialId}.${person.unitId}`} person={person} />
          ))}
        </div>
      )}
      <Pagination
        previousIsStart
        previousHref={after ? at({}) : null}
        nextHref={next ? at({ after: next }) : null}
        summary={t("evaluation.shown", { count: people.length })}
      />
    </Page>
  );
}

function PersonEvidence({ person }: { person: EvidencePerson }) {
  const t = useWords();
  return (
    <section className="card break-inside-avoid">
      <h2 className="card-title">
        <a href={personPath(person.officialId)}>{person.fullName}</a>
      </h2>
      <p className="muted text-sm">
        <span className="tabular">
          {t("evaluation.facts", { number: person.staffNumber, category: categoryWord(t, person.staffCategory) })}
          {person.personalIdMasked ? ` · ${t("evaluation.personalId")} ${person.personalIdMasked}` : null}
        </span>
        <Stays person={person} />
      </p>
      {person.contested ? (
        <p>
          <StatusTag tone="warning" icon="flag">
            {t("evaluation.contestedWhole")}
          </StatusTag>
        </p>
      ) : null}
      <EvidenceRows person={person} />
    </section>
  );
}

function Actions({ view: { period, openObjections }, own }: Pick<EvidencePageProps, "view" | "own">) {
  const t = useWords();
  return (
    <>
      <Button kind="secondary" icon="download" href={evidenceFilePath(period.id, "xlsx")} download>
        {t("evaluation.export_xlsx")}
      </Button>
      <Button kind="quiet" href={evidenceFilePath(period.id, "csv")} download>
        {t("evaluation.export_csv")}
      </Button>
      <Button kind="quiet" href={evidenceFilePath(period.id, "json")} download>
        {t("evaluation.export_json")}
      </Button>
      {own ? (
        <Button kind="quiet" href={officialReportPath(period.id)}>
          {t("officialReport.reportTitle")}
        </Button>
      ) : null}
      <Button kind="quiet" href={objectionsPath(period.id)}>
        {openObjections > 0 ? t("evaluation.objectionsOpen", { count: openObjections }) : t("evaluation.objections")}
      </Button>
      {period.state === "closed" ? (
        <Button kind="quiet" href={amendmentsPath(period.id)}>
          {t("evaluation.amendments")}
        </Button>
      ) : null}
      {own && period.state === "open" ? (
        <Button kind="quiet" href={editPeriodPath(period.id)}>
          {t("evaluation.edit")}
        </Button>
      ) : null}
      {own && period.state !== "closed" ? (
        <Button kind="quiet" icon="lock" href={closePeriodPath(period.id)}>
          {t(period.state === "open" ? "evaluation.close" : "evaluation.closing")}
        </Button>
      ) : null}
    </>
  );
}
