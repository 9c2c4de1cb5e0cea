import { ACCESS_WAYS, type AccessPage, type RecordAccess } from "~/domain/privacy/access";
import { formatDateTime } from "~/domain/time";
import { recordPath, whoLookedPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

/** Who has seen the reader's record. */
export function WhoLookedPage({
  page: { accesses, next },
  before,
  keptDays,
}: {
  page: AccessPage;
  before: string | null;
  keptDays: number;
}) {
  const t = useWords();
  return (
    <Page
      title={t("myData.lookedTitle")}
      lead={t("myData.lookedLead")}
      crumbs={[{ label: t("learning.recordTitle"), href: recordPath() }]}
    >
      <DataTable
        caption={t("myData.lookedCaption")}
        rows={accesses}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="check" title={t("myData.lookedNoneTitle")}>
            {t("myData.lookedNone")}
          </EmptyState>
        }
        columns={[
          { key: "at", header: t("myData.lookedWhen"), cell: ({ at }) => formatDateTime(new Date(at)) },
          {
            key: "who",
            header: t("myData.lookedWho"),
            rowHeader: true,
            cell: ({ actorName, roles }) => (
              <>
                {actorName}
                {roles.map(({ role, unit }) => (
                  <span key={`${role} ${unit}`} className="hint">
                    {t("myData.roleIn", { role: t(`account.role_${role}`), unit })}
                  </span>
                ))}
              </>
            ),
          },
          { key: "how", header: t("myData.lookedHow"), cell: (access) => wayWords(t, access) },
        ]}
      />
      <Pagination
        previousHref={before === null ? undefined : whoLookedPath()}
        previousIsStart
        nextHref={next === null ? undefined : whoLookedPath(next)}
      />
      <p className="muted pt-4">{t("myData.lookedKept", { days: keptDays })}</p>
    </Page>
  );
}

function wayWords(t: Translate, { how, unit }: RecordAccess): string {
  // A way of an earlier time that the list no longer has is shown as it was written.
  const what = ACCESS_WAYS.includes(how) ? t(`myData.how_${how}`) : how;
  return unit === null ? what : t("myData.bulk", { what, unit });
}
