import { turnKey } from "~/domain/enrolment/course-turn";
import type { AssignmentRow } from "~/domain/enrolment/assignment";
import { formatDate, formatDay } from "~/domain/time";
import { assignmentsPath, newAssignmentPath, query, staffPath, unitPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import { EmptyState } from "~/ui/kit/empty-state";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";
import { OnPaper } from "./on-paper";

export interface AssignmentsPageProps {
  own: readonly AssignmentRow[];
  fromAbove: readonly AssignmentRow[];
  withdrawn: readonly AssignmentRow[];
  /** The one that is about to be withdrawn, if it is confirmed. */
  toWithdraw: AssignmentRow | null;
}

/** What is asked of whom, and by whom. */
export function AssignmentsPage({ own, fromAbove, withdrawn, toWithdraw }: AssignmentsPageProps) {
  const t = useWords();
  const assign = (
    <Button icon="plus" href={newAssignmentPath()}>
      {t("assign.assignCourse")}
    </Button>
  );
  const none = own.length + fromAbove.length === 0;
  return (
    <Page title={t("assign.listTitle")} lead={t("assign.listLead")} actions={none ? undefined : assign}>
      {toWithdraw ? <WithdrawConfirmation row={toWithdraw} /> : null}
      {none ? (
        <EmptyState icon="book" title={t("assign.emptyTitle")} actions={assign}>
          {t("assign.emptyText")}
        </EmptyState>
      ) : null}
      {own.length > 0 ? (
        <section className="flex flex-col gap-4">
          <SectionHeading>{t("assign.own")}</SectionHeading>
          <AssignmentTable rows={own} withdrawable />
        </section>
      ) : null}
      {fromAbove.length > 0 ? (
        <section className="flex flex-col gap-4">
          <SectionHeading lead={t("assign.fromAboveLead")}>{t("assign.fromAbove")}</SectionHeading>
          <AssignmentTable rows={fromAbove} />
        </section>
      ) : null}
      {withdrawn.length > 0 ? (
        <Disclosure summary={t("assign.withdrawnOnes", { count: withdrawn.length })}>
          <WithdrawnTable rows={withdrawn} />
        </Disclosure>
      ) : null}
    </Page>
  );
}

/** Asks, with the thing's name and what follows. */
function WithdrawConfirmation({ row }: { row: AssignmentRow }) {
  const t = useWords();
  return (
    <form method="post" action={assignmentsPath()} className="confirm-inside" aria-labelledby="withdraw-question">
      <h2 id="withdraw-question" className="card-title">
        {t("assign.withdrawQuestion", { course: row.courseTitle, unit: row.unitName })}
      </h2>
      <p>
        {t("assign.due")} {formatDay(row.dueOn)}. {t("assign.withdrawConsequence")}
      </p>
      <div className="buttons">
        <Button kind="danger" name="assignment" value={row.id}>
          {t("assign.withdrawConfirm")}
        </Button>
        <a href={assignmentsPath()}>{t("assign.keep")}</a>
      </div>
    </form>
  );
}

function AssignmentTable({ rows, withdrawable }: { rows: readonly AssignmentRow[]; withdrawable?: boolean }) {
  const t = useWords();
  const columns: (Column<AssignmentRow> | null)[] = [
    {
      key: "course",
      header: t("assign.course"),
      rowHeader: true,
      cell: ({ courseTitle, cycle, note }) => (
        <>
          {courseTitle}
          <span className="muted block text-sm font-normal">{t("assign.cycle", { cycle })}</span>
          {note ? <span className="block text-sm font-normal">{note}</span> : null}
        </>
      ),
    },
    {
      key: "unit",
      header: t("assign.unit"),
      cell: (row) =>
        row.own ? (
          <a href={unitPath(row.unitCode, { course: turnKey({ slug: row.courseSlug, cycle: row.cycle }) })}>
            {row.unitName}
          </a>
        ) : (
          row.unitName
        ),
    },
    { key: "due", header: t("assign.due"), cell: (row) => <span className="tabular">{formatDay(row.dueOn)}</span> },
    { key: "progress", header: t("assign.progress"), cell: (row) => <AssignmentProgress row={row} /> },
    {
      key: "assigned",
      header: t("assign.assignedAt"),
      cell: ({ assignedAt, assignedBy }) =>
        assignedBy ? t("assign.assignedBy", { day: formatDate(assignedAt), name: assignedBy }) : formatDate(assignedAt),
    },
    withdrawable
      ? {
          key: "withdraw",
          header: t("assign.action"),
          cell: ({ id, courseTitle, unitName }) => (
            <a
              className="no-print whitespace-nowrap"
              href={`${assignmentsPath()}${query({ withdraw: id })}`}
              title={`${courseTitle} – ${unitName}`}
            >
              {t("assign.withdraw")}
            </a>
          ),
        }
      : null,
  ];
  return (
    <OnPaper>
      <DataTable
        hideCaption
        caption={t("assign.table")}
        columns={columns.filter((column) => column !== null)}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </OnPaper>
  );
}

function AssignmentProgress({ row }: { row: AssignmentRow }) {
  const t = useWords();
  const course = turnKey({ slug: row.courseSlug, cycle: row.cycle });
  if (row.required === 0) return <>{t("kit.noValue")}</>;
  return (
    <div className="sm:min-w-40">
      <ProgressBar
        hideLabel
        label={t("assign.progress")}
        value={row.completed}
        max={row.required}
        text={t("assign.progressOf", { completed: row.completed, required: row.required })}
      />
      {row.overdue > 0 ? (
        <a
          href={staffPath({ unit: row.own ? row.unitCode : undefined, course, status: "overdue" })}
          className="mt-2 inline-block"
        >
          <StatusTag tone="danger">{t("assign.overdue", { count: row.overdue })}</StatusTag>
        </a>
      ) : null}
    </div>
  );
}

function WithdrawnTable({ rows }: { rows: readonly AssignmentRow[] }) {
  const t = useWords();
  const columns: Column<AssignmentRow>[] = [
    { key: "course", header: t("assign.course"), rowHeader: true, cell: ({ courseTitle }) => courseTitle },
    { key: "unit", header: t("assign.unit"), cell: ({ unitName }) => unitName },
    { key: "due", header: t("assign.due"), cell: ({ dueOn }) => formatDay(dueOn) },
    {
      key: "withdrawn",
      header: t("assign.withdrawnAt"),
      cell: ({ withdrawnAt }) => (withdrawnAt ? formatDate(withdrawnAt) : ""),
    },
  ];
  return <DataTable hideCaption caption={t("assign.table")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
