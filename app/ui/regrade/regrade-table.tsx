import type { DecidedRegrade } from "~/domain/assessment/regrade/regrade-view";
import { formatDateTime, formatDay } from "~/domain/time";
import { DataTable } from "~/ui/kit/data-table";
import { formatMarks } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { CHANGE_WORDS } from "./regrade-words";

/** Decisions with who took them, why, and what came of them. */
export function RegradeTable({ regrades, caption }: { regrades: readonly DecidedRegrade[]; caption: string }) {
  const t = useWords();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={regrades}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "when",
          header: t("regrade.columnWhen"),
          cell: ({ at, actorName }) => (
            <>
              <p>{formatDateTime(at)}</p>
              <p className="muted text-sm">{actorName}</p>
            </>
          ),
        },
        {
          key: "question",
          header: t("regrade.columnQuestion"),
          rowHeader: true,
          cell: ({ stem, version }) => (
            <>
              <p>{stem}</p>
              <p className="muted text-sm font-normal">
                {t("regrade.version")} {version}
              </p>
            </>
          ),
        },
        { key: "decision", header: t("regrade.columnDecision"), cell: (row) => <Decision regrade={row} /> },
        { key: "effect", header: t("regrade.columnEffect"), cell: (row) => <Effect regrade={row} /> },
      ]}
    />
  );
}

function Decision({ regrade }: { regrade: DecidedRegrade }) {
  const t = useWords();
  const { change, marks, policy, closedThrough, reason } = regrade;
  return (
    <>
      <p>
        {marks === null ? t(CHANGE_WORDS[change]) : t("regrade.toMarks", { marks: formatMarks(marks, t.language) })}
      </p>
      <p className="muted text-sm">{reason}</p>
      <p className="muted text-sm">
        {t(policy === "never-lower" ? "regrade.policyNeverLower" : "regrade.policyApplyAll")}
        {closedThrough ? ` · ${t("regrade.through", { day: formatDay(closedThrough) })}` : null}
      </p>
    </>
  );
}

function Effect({ regrade: { totals, followedLater } }: { regrade: DecidedRegrade }) {
  const t = useWords();
  return (
    <>
      <p>{t("regrade.effectCounts", { ...totals })}</p>
      {totals.toLookAt > 0 ? <p>{t("regrade.toLookAtTitle", { count: totals.toLookAt })}</p> : null}
      {followedLater > 0 ? (
        <p className="muted text-sm">{t("regrade.followedLater", { count: followedLater })}</p>
      ) : null}
    </>
  );
}
