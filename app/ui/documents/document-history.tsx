import { isAuditAction } from "~/domain/audit/audit-trail";
import type { DocumentView } from "~/domain/documents/document-view";
import { formatDateTime } from "~/domain/time";
import { changedFieldName, changedValue } from "~/ui/admin/changed-words";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

/** What was changed, by whom and when, newest first. */
export function DocumentHistory({ history }: { history: DocumentView["history"] }) {
  const t = useWords();
  return (
    <section className="stack">
      <SectionHeading>{t("register.history")}</SectionHeading>
      {history.length === 0 ? <p className="muted">{t("register.noHistory")}</p> : null}
      <ol className="stack list-none">
        {history.map(({ id, at, actorName, action, changes }) => (
          <li key={id}>
            <p>
              <time className="tabular" dateTime={at.toISOString()}>
                {formatDateTime(at)}
              </time>
              {", "}
              {actorName}: {isAuditAction(action) ? t(`audit.${action}`) : action}
            </p>
            {action === "document.registered" ? null : (
              <ul className="list-disc pl-6">
                {changes.map(({ field, before, after }) => (
                  <li key={field}>
                    {t("register.historyChange", {
                      field: changedFieldName(t, field),
                      before: changedValue(t, field, before),
                      after: changedValue(t, field, after),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
