import type { ReactNode } from "react";
import type { StaffRow } from "~/domain/enrolment/staff-status";
import { formatDate } from "~/domain/time";
import { personPath } from "~/paths";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { StatusTag } from "~/ui/kit/status-tag";
import { statusDetail, statusWord } from "~/ui/words/staff-words";
import { useWords } from "~/ui/words/use-words";
import { OnPaper } from "./on-paper";
import { STATUS_TONES } from "./status-tone";

export interface PeopleTableProps {
  people: readonly StaffRow[];
  asOf: Date;
  /** A column for the unit, where the list is of more than one. */
  withUnit: boolean;
  /** False where no course is looked at: there is no status then. */
  withStatus: boolean;
  empty?: ReactNode;
}

/** People with where they stand, whether they ever signed in or not. */
export function PeopleTable({ people, asOf, withUnit, withStatus, empty }: PeopleTableProps) {
  const t = useWords();
  const columns: (Column<StaffRow> | null)[] = [
    {
      key: "name",
      header: t("staff.name"),
      rowHeader: true,
      cell: (person) => (
        <>
          <a href={personPath(person.id)}>{person.fullName}</a>
          <span className="muted tabular block text-sm font-normal">{person.staffNumber}</span>
        </>
      ),
    },
    { key: "position", header: t("staff.position"), cell: (person) => person.positionTitle },
    withUnit ? { key: "unit", header: t("staff.unit"), cell: (person) => person.unitName } : null,
    withStatus
      ? {
          key: "status",
          header: t("staff.status"),
          cell: (person) => {
            const detail = statusDetail(t, person, asOf);
            return (
              <>
                <StatusTag tone={STATUS_TONES[person.status]}>{statusWord(t, person.status)}</StatusTag>
                {detail ? <span className="muted block text-sm">{detail}</span> : null}
              </>
            );
          },
        }
      : null,
    {
      key: "signIn",
      header: t("staff.lastSignIn"),
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? formatDate(lastSignInAt) : <span className="muted">{t("staff.never")}</span>,
    },
  ];
  return (
    <OnPaper>
      <DataTable
        hideCaption
        caption={t("staff.peopleTable")}
        columns={columns.filter((column) => column !== null)}
        rows={people}
        rowKey={(person) => person.id}
        empty={empty}
      />
    </OnPaper>
  );
}
