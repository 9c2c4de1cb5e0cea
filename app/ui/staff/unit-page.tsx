import { turnKey } from "~/domain/enrolment/course-turn";
import type { UnitView } from "~/domain/enrolment/overview";
import { newAssignmentPath, overviewPath, staffPath, unitPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { ExportLinks } from "./export-links";
import { PeopleList } from "./people-list";
import { AsOf, StandingSummary } from "./standing-summary";
import { TurnPicker } from "./turn-picker";
import { UnitTable } from "./unit-table";

/** One unit: its numbers, its subunits, its own people. */
export function UnitPage({ view }: { view: UnitView }) {
  const t = useWords();
  const { unit, turn, totals, filter } = view;
  const course = turn ? turnKey(turn) : undefined;
  const whole = { unit: unit.code, course };
  return (
    <Page
      title={unit.name}
      kicker={t("staff.unitKicker")}
      lead={t("staff.found", { count: totals.people })}
      crumbs={[
        { label: t("staff.overviewTitle"), href: overviewPath(course) },
        ...view.trail.map(({ code, name }) => ({ label: name, href: unitPath(code, { course }) })),
      ]}
    >
      <section className="flex flex-col gap-4">
        {turn ? (
          <>
            <TurnPicker turns={view.turns} turn={turn} action={unitPath(unit.code)} />
            <div>
              <StandingSummary
                totals={totals}
                turn={turn}
                asOf={view.asOf}
                hrefs={{
                  completed: staffPath({ ...whole, status: "completed" }),
                  overdue: staffPath({ ...whole, status: "overdue" }),
                }}
              />
            </div>
          </>
        ) : (
          <AsOf at={view.asOf} />
        )}
        <div className="buttons no-print">
          {totals.overdue > 0 ? (
            <Button href={staffPath({ ...whole, status: "overdue" })}>
              {t("staff.chase", { count: totals.overdue })}
            </Button>
          ) : null}
          <ExportLinks filter={whole} />
          <Button kind="quiet" href={newAssignmentPath(unit.code)}>
            {t("staff.assign")}
          </Button>
        </div>
      </section>
      {view.rows.length > 0 ? (
        <section className="flex flex-col gap-4">
          <SectionHeading lead={t("staff.unitsLead")}>{t("staff.units")}</SectionHeading>
          <UnitTable rows={view.rows} course={course} />
        </section>
      ) : null}
      <section className="flex flex-col gap-4" id="people">
        <SectionHeading
          lead={view.rows.length > 0 ? t("staff.unitPeopleLead") : undefined}
          actions={
            view.rows.length > 0 ? (
              <Button kind="quiet" href={staffPath(whole)}>
                {t("staff.allBelow")}
              </Button>
            ) : undefined
          }
        >
          {t("staff.unitPeople")}
        </SectionHeading>
        <PeopleList
          page={view.people}
          found={view.found}
          filter={filter}
          asOf={view.asOf}
          withUnit={false}
          course={course}
          href={(change) => unitPath(unit.code, change)}
          nobody={
            <EmptyState icon="people" title={t("staff.noOwnPeopleTitle")}>
              {t("staff.noOwnPeopleText")}
            </EmptyState>
          }
        />
      </section>
    </Page>
  );
}
