import type { Mismatch, MismatchKind } from "~/domain/completion/derivation";
import { formatDateTime } from "~/domain/time";
import { turnPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { Pagination } from "~/ui/kit/pagination";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

interface Check {
  id: string;
  beganAt: Date;
  endedAt: Date | null;
  turns: number;
  rows: number;
  mismatches: number;
}

export interface RecordCheckPageProps {
  page: { last: Check | null; found: (Mismatch & { position: number })[]; next: number | null; checks: Check[] };
  first: boolean;
  pathOf: (after?: number) => string;
  /** May look at people: the turns are links. */
  seesPeople: boolean;
}

/** What the last night's comparison found, and how the nights before ended. */
export function RecordCheckPageView({ page, first, pathOf, seesPeople }: RecordCheckPageProps) {
  const t = useWords();
  const { last, found, next, checks } = page;
  const count = (value: number) => formatNumber(value, { language: t.language });
  return (
    <Page title={t("seals.checkTitle")} lead={t("seals.checkLead")}>
      <div className="flex flex-col gap-6">
        {last ? (
          <p>
            {t("seals.checkLast", {
              time: formatDateTime(last.endedAt ?? last.beganAt),
              turns: last.turns,
              rows: last.rows,
            })}
          </p>
        ) : null}
        <Found last={last} found={found} seesPeople={seesPeople} />
        <Pagination
          previousHref={first ? undefined : pathOf()}
          previousIsStart
          nextHref={next === null ? undefined : pathOf(next)}
        />
        {checks.length > 0 ? (
          <section className="flex flex-col gap-4">
            <SectionHeading>{t("seals.checkHistory")}</SectionHeading>
            <DataTable
              hideCaption
              caption={t("seals.checkHistoryCaption")}
              rows={checks}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "when",
                  header: t("seals.checkWhen"),
                  rowHeader: true,
                  cell: ({ beganAt }) => <span className="tabular">{formatDateTime(beganAt)}</span>,
                },
                { key: "turns", header: t("seals.checkTurns"), numeric: true, cell: ({ turns }) => count(turns) },
                { key: "rows", header: t("seals.checkRows"), numeric: true, cell: ({ rows }) => count(rows) },
                {
                  key: "mismatches",
                  header: t("seals.checkMismatches"),
                  numeric: true,
                  cell: ({ endedAt, mismatches }) => (endedAt ? count(mismatches) : t("seals.checkRunning")),
                },
              ]}
            />
          </section>
        ) : null}
      </div>
    </Page>
  );
}

function Found({
  last,
  found,
  seesPeople,
}: { last: Check | null } & Pick<RecordCheckPageProps["page"], "found"> & { seesPeople: boolean }) {
  const t = useWords();
  if (!last) {
    return (
      <EmptyState icon="clock" title={t("seals.checkNeverTitle")}>
        {t("seals.checkNever")}
      </EmptyState>
    );
  }
  if (last.mismatches === 0) {
    return (
      <EmptyState icon="check" title={t("seals.checkCleanTitle")}>
        {t("seals.checkCleanText")}
      </EmptyState>
    );
  }
  return (
    <>
      <Notice kind="warning">
        {t("seals.checkFound", { count: last.mismatches })}
        {found.length === 0 ? <> {t("seals.checkOutside", { count: last.mismatches })}</> : null}
      </Notice>
      {found.length > 0 ? (
        <DataTable
          hideCaption
          caption={t("seals.checkCaption")}
          rows={found}
          rowKey={({ position }) => String(position)}
          columns={[
            {
              key: "what",
              header: t("seals.checkWhat"),
              cell: ({ kind }) => t(`seals.mismatch_${kind as MismatchKind}`),
            },
            {
              key: "where",
              header: t("seals.checkWhere"),
              rowHeader: true,
              cell: ({ label, enrolmentId }) =>
                enrolmentId && seesPeople ? <a href={turnPath(enrolmentId)}>{label}</a> : label,
            },
            { key: "expected", header: t("seals.checkExpected"), cell: ({ expected }) => expected ?? t("kit.noValue") },
            { key: "found", header: t("seals.checkFoundValue"), cell: (row) => row.found ?? t("kit.noValue") },
          ]}
        />
      ) : null}
    </>
  );
}
