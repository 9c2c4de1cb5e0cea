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
  return (
    <DataTable
      caption={t("audit.caption")}
      hideCaption
      columns={columnsOf(t)}
      rows={events}
      rowKey={(event) => event.id}
    />
  );
}

function columnsOf(t: Translate): Column<AuditRow>[] {
  return [
    {
      key: "when",
      header: t("audit.columnWhen"),
      cell: (event) => (
        <time className="tabular sm:whitespace-nowrap" dateTime={event.at.toISOString()}>
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
            {event.subjectType === "account" ? (
              <a href={accountPath(event.subjectId)}>{event.subjectLabel}</a>
            ) : (
              event.subjectLabel
            )}
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

/** A list and not a table: it stands inside a row of one, which on a phone is a card. */
function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useWords();
  return (
    <Disclosure summary={t("audit.changes", { count: changes.length })}>
      <dl className="text-sm">
        {changes.map(({ field, before, after }) => (
          <div key={field} className="grid gap-x-4 border-t border-rule py-1 first:border-t-0 sm:grid-cols-2">
            <dt>{changedFieldName(t, field)}</dt>
            <dd>
              {before === null ? null : (
                <>
                  <span className="visually-hidden">{t("audit.columnBefore")}: </span>
                  <span className="text-muted">{changedValue(t, field, before)}</span>
                  <span aria-hidden> → </span>
                </>
              )}
              <span className="visually-hidden"> {t("audit.columnAfter")}: </span>
              {changedValue(t, field, after)}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
