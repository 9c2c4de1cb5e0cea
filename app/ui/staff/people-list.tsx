import type { ReactNode } from "react";
import type { PeopleFilter } from "~/domain/enrolment/overview";
import { type StaffPage, STAFF_STATUSES } from "~/domain/enrolment/staff-status";
import type { StaffFilter } from "~/paths";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { SearchField } from "~/ui/kit/search-field";
import { Tabs } from "~/ui/kit/tabs";
import { formatNumber } from "~/ui/words/format";
import { statusWord } from "~/ui/words/staff-words";
import { useWords } from "~/ui/words/use-words";
import { PeopleTable } from "./people-table";

export interface PeopleListProps {
  page: StaffPage;
  found: number;
  filter: PeopleFilter;
  asOf: Date;
  withUnit: boolean;
  /** The chosen course turn; undefined where none was assigned. */
  course: string | undefined;
  /** What else the address keeps, beside course, status and text. */
  keep?: Record<string, string>;
  /** The page's own address for a filter. */
  href: (filter: StaffFilter) => string;
  /** In place of the list when there is nobody at all. */
  nobody?: ReactNode;
}

/** A list of people with its filters: by status as tabs, by name as a search; each combination has an address. */
export function PeopleList({ page, found, filter, asOf, withUnit, course, keep = {}, href, nobody }: PeopleListProps) {
  const t = useWords();
  const status = filter.status ?? undefined;
  const q = filter.text || undefined;
  const at = (change: StaffFilter) => href({ ...keep, course, status, q, ...change });
  if (found === 0 && !status && !q && nobody) return <>{nobody}</>;
  const count = formatNumber(found, { language: t.language });
  const tabs = [
    {
      label: t("staff.everybody"),
      href: at({ status: undefined }),
      current: !status,
      count: status ? undefined : count,
    },
    ...STAFF_STATUSES.map((each) => ({
      label: statusWord(t, each),
      href: at({ status: each }),
      current: status === each,
      count: status === each ? count : undefined,
    })),
  ];
  return (
    <div className="flex flex-col gap-6">
      <SearchField
        label={t("staff.search")}
        hint={t("staff.searchHint")}
        action={href({}).split("?")[0]!}
        defaultValue={filter.text}
        clearHref={at({ q: undefined })}
      >
        {Object.entries({ ...keep, course, status }).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
      </SearchField>
      {course ? <Tabs label={t("staff.filterByStatus")} tabs={tabs} /> : null}
      <PeopleTable
        people={page.people}
        asOf={asOf}
        withUnit={withUnit}
        withStatus={course !== undefined}
        empty={
          <EmptyState icon="people" title={t("staff.noPeopleTitle")}>
            {t("staff.noPeopleText")}
          </EmptyState>
        }
      />
      <Pagination
        previousIsStart
        previousHref={filter.after ? at({}) : null}
        nextHref={page.next ? at({ after: page.next }) : null}
        summary={
          found > page.people.length
            ? t("staff.foundFrom", { shown: page.people.length, count: found })
            : t("staff.found", { count: found })
        }
      />
    </div>
  );
}
