import type { AuditRow } from "~/domain/audit/audit-trail";
import { isAuditAction } from "~/domain/audit/audit-trail";
import type { Change } from "~/domain/audit/changes";
import { formatDateTime } from "~/domain/time";
import { accountPath } from "~/paths";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { changedFieldName, changedValue } from "./changed-words";

/** Events, newest first: when, who and from where, what, and what was before and after. */
export function AuditTable({ events }: { events: readonly AuditRow[] }) {
  const t = useWords();
  return <DataTable caption={t("audit.caption")} hideCaption columns={columnsOf(t)} rows={events} rowKey={(event) => event.id} />;
}

function columnsOf(t: Translate): Column<AuditRow>[] {
  return [
    {
      key: "when",
      header: t("audit.columnWhen"),
      cell: (event) => (
        <time className="tabular whitespace-nowrap" dateTime={event.at.toISOString()}>
          {formatDateTime(event.at)}
        </time>
      ),
    },
    {
      key: "who",
      header: t("audit.columnWho"),
      cell: (event) => (
        <span>
          {event.actorName}
          {event.ip ? <span className="hint">{t("audit.fromAddress", { ip: event.ip })}</span> : null}
        </span>
      ),
    },
    {
      key: "what",
      header: t("audit.columnWhat"),
      rowHeader: true,
      cell: (event) => (
        <>
          {isAuditAction(event.action) ? t(`audit.${event.action}`) : event.action}
          <span className="block font-normal">
            {event.subjectType === "account" ? <a href={accountPath(event.subjectId)}>{event.subjectLabel}</a> : event.subjectLabel}
          </span>
        </>
      ),
    },
    {
      key: "changes",
      header: t("audit.columnChanges"),
      cell: (event) => (event.changes.length === 0 ? null : <Changes changes={event.changes} />),
    },
  ];
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useWords();
  return (
    <Disclosure summary={t("audit.changes", { count: changes.length })}>
      <table className="w-full text-sm">
        <caption className="visually-hidden">{t("audit.changesCaption")}</caption>
        <thead>
          <tr className="text-left text-muted">
            <th className="py-1 pr-4 font-normal">{t("audit.columnField")}</th>
            <th className="py-1 pr-4 font-normal">{t("audit.columnBefore")}</th>
            <th className="py-1 font-normal">{t("audit.columnAfter")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field} className="border-t border-rule align-top">
              <th scope="row" className="py-1 pr-4 text-left">
                {changedFieldName(t, change.field)}
              </th>
              <td className="py-1 pr-4">{changedValue(t, change.field, change.before)}</td>
              <td className="py-1">{changedValue(t, change.field, change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
