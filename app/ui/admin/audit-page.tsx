import { AUDIT_ACTIONS } from "~/domain/audit/audit-event";
import type { AuditTrailPage } from "~/domain/audit/audit-trail";
import { formatDay } from "~/domain/time";
import { adminRecordCheckPath, type AuditFilter, auditPath, samplePath, sealsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { Pagination } from "~/ui/kit/pagination";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { AuditTable } from "./audit-table";

export interface AuditPageProps {
  page: AuditTrailPage;
  filter: AuditFilter;
  /** What was typed as a day and is none. */
  badDays: string[];
}

export function AuditPage({ page, filter, badDays }: AuditPageProps) {
  const t = useWords();
  const kept: AuditFilter = { ...filter, before: "" };
  return (
    <Page
      title={t("audit.title")}
      lead={t("audit.lead")}
      actions={
        <Button href={samplePath()} kind="secondary">
          {t("officialReport.sampleTitle")}
        </Button>
      }
    >
      <Filters filter={filter} />
      <section aria-label={t("audit.caption")}>
        {badDays.map((text) => (
          <div className="mb-4" key={text}>
            <Notice kind="warning">{t("audit.badDay", { text })}</Notice>
          </div>
        ))}
        {page.searchedFrom ? (
          <p className="muted mb-3">{t("audit.searchedFrom", { date: formatDay(page.searchedFrom) })}</p>
        ) : null}
        {page.events.length === 0 ? (
          <EmptyState icon="document" title={t("audit.emptyTitle")}>
            {t("audit.emptyText")}
          </EmptyState>
        ) : (
          <AuditTable events={page.events} />
        )}
        <div className="mt-6">
          <Pagination
            previousIsStart
            previousHref={filter.before ? auditPath(kept) : null}
            nextHref={page.next ? auditPath({ ...kept, before: page.next }) : null}
          />
        </div>
        <p className="buttons no-print">
          <a href={adminRecordCheckPath()}>{t("seals.checkTitle")}</a>
          <a href={sealsPath()}>{t("frame.seals")}</a>
        </p>
      </section>
    </Page>
  );
}

function Filters({ filter }: Pick<AuditPageProps, "filter">) {
  const t = useWords();
  const filtered = Boolean(filter.q || filter.action || filter.from || filter.to);
  return (
    <form method="get" action={auditPath()} role="search" className="no-print">
      <div className="grid items-end gap-x-6 gap-y-4 [&_.field]:m-0 md:grid-cols-2">
        <TextField
          id="audit-q"
          name="q"
          label={t("audit.searchLabel")}
          hint={t("audit.searchHint")}
          defaultValue={filter.q}
          type="search"
        />
        <Select
          id="audit-action"
          name="action"
          label={t("audit.filterAction")}
          placeholder={t("audit.filterActionAll")}
          options={AUDIT_ACTIONS.map((value) => ({ value, label: t(`audit.${value}`) }))}
          defaultValue={filter.action}
        />
        <div className="flex flex-wrap gap-x-6 gap-y-4 md:col-span-2">
          <TextField
            id="audit-from"
            name="from"
            label={t("audit.from")}
            placeholder="01/11/2026"
            defaultValue={filter.from}
            size="short"
            inputMode="numeric"
          />
          <TextField
            id="audit-to"
            name="to"
            label={t("audit.to")}
            placeholder="30/11/2026"
            defaultValue={filter.to}
            size="short"
            inputMode="numeric"
          />
          <div className="buttons self-end">
            <Button kind="secondary" icon="search">
              {t("audit.show")}
            </Button>
            {filtered ? <a href={auditPath()}>{t("audit.clear")}</a> : null}
          </div>
        </div>
      </div>
    </form>
  );
}
