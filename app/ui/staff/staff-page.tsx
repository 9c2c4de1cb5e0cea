import { turnKey } from "~/domain/enrolment/course-turn";
import type { StaffView } from "~/domain/enrolment/overview";
import { leftStaffPath, overviewPath, staffPath, unitPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { useWords } from "~/ui/words/use-words";
import { ExportLinks } from "./export-links";
import { PeopleList } from "./people-list";
import { AsOf } from "./standing-summary";
import { TurnPicker } from "./turn-picker";

/** Everybody in view, to be found by name, number and status. */
export function StaffListPage({ view }: { view: StaffView }) {
  const t = useWords();
  const { unit, turn, filter } = view;
  const course = turn ? turnKey(turn) : undefined;
  const keep: Record<string, string> = unit ? { unit: unit.code } : {};
  return (
    <Page
      title={t("staff.staffTitle")}
      lead={unit ? t("staff.staffOfUnit", { unit: unit.name }) : t("staff.staffLead")}
      crumbs={
        unit
          ? [
              { label: t("staff.overviewTitle"), href: overviewPath(course) },
              { label: unit.name, href: unitPath(unit.code, { course }) },
            ]
          : undefined
      }
    >
      <section className="flex flex-col gap-4">
        {turn ? <TurnPicker turns={view.turns} turn={turn} action={staffPath()} keep={keep} /> : null}
        <AsOf at={view.asOf} />
        <div className="buttons no-print">
          <ExportLinks filter={{ ...keep, course, status: filter.status ?? undefined, q: filter.text || undefined }} />
          {unit ? (
            <a href={staffPath({ course, status: filter.status ?? undefined })}>{t("staff.wholeScope")}</a>
          ) : null}
          <a href={leftStaffPath()}>{t("staffChange.leftLink")}</a>
        </div>
      </section>
      <section>
        <PeopleList
          page={view.people}
          found={view.found}
          filter={filter}
          asOf={view.asOf}
          withUnit
          course={course}
          keep={keep}
          href={(change) => staffPath(change)}
        />
      </section>
    </Page>
  );
}
