import { REQUEST_STATES, type RequestPage, type RequestState } from "~/domain/privacy/correction-request";
import { formatDateTime } from "~/domain/time";
import { correctionRequestPath, correctionRequestsPath, overviewPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { Tabs } from "~/ui/kit/tabs";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** What people ask to be corrected, by state. */
export function RequestInboxPage({
  page: { requests, counts, next },
  state,
  after,
}: {
  page: RequestPage;
  state: RequestState;
  after: string | null;
}) {
  const t = useWords();
  return (
    <Page
      title={t("myData.inboxTitle")}
      lead={t("myData.inboxLead")}
      crumbs={[{ label: t("staff.overviewTitle"), href: overviewPath() }]}
    >
      <Tabs
        label={t("myData.inboxTabs")}
        tabs={REQUEST_STATES.map((each) => ({
          label: t(`myData.state_${each}`),
          href: correctionRequestsPath(each),
          current: each === state,
          count: formatNumber(counts[each], { language: t.language }),
        }))}
      />
      <DataTable
        caption={t("myData.inboxTitle")}
        hideCaption
        rows={requests}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="flag" title={t("myData.inboxEmptyTitle")}>
            {t("myData.inboxEmpty")}
          </EmptyState>
        }
        columns={[
          {
            key: "person",
            header: t("myData.person"),
            rowHeader: true,
            cell: ({ id, official }) => (
              <>
                <a href={correctionRequestPath(id)}>{official.fullName}</a>
                <span className="hint">{official.unitName}</span>
              </>
            ),
          },
          { key: "subject", header: t("myData.subject"), cell: ({ subject }) => t(`myData.subject_${subject}`) },
          {
            key: "text",
            header: t("myData.text"),
            cell: ({ text }) => (text.length > 140 ? `${text.slice(0, 140)}…` : text),
          },
          { key: "asked", header: t("myData.asked"), cell: ({ askedAt }) => formatDateTime(new Date(askedAt)) },
        ]}
      />
      <Pagination
        previousHref={after === null ? undefined : correctionRequestsPath(state)}
        previousIsStart
        nextHref={next === null ? undefined : correctionRequestsPath(state, next)}
      />
    </Page>
  );
}
