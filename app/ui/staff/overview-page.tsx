import { turnKey } from "~/domain/enrolment/course-turn";
import type { OverviewView } from "~/domain/enrolment/overview";
import {
  correctionRequestsPath,
  recordCheckPath,
  newAssignmentPath,
  overviewPath,
  owedSupplementsPath,
  signalsPath,
  staffPath,
  unitPath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { CareLinks } from "~/ui/attempt-care/care-links";
import { ExportLinks } from "./export-links";
import { PeopleList } from "./people-list";
import { AsOf, StandingSummary } from "./standing-summary";
import { TurnPicker } from "./turn-picker";
import { UnitTable } from "./unit-table";

/** How many are done, how many are late, since when the figures are true; then what to do about it. */
export function OverviewPage({
  view,
  mayCare,
  mayViewSignals,
  openRequests,
}: {
  view: OverviewView;
  mayCare: boolean;
  mayViewSignals: boolean;
  /** Requests for correction that wait for an answer; null for who does not answer them. */
  openRequests: number | null;
}) {
  const t = useWords();
  const { turn, totals, units } = view;
  const course = turn ? turnKey(turn) : undefined;
  return (
    <Page
      title={t("staff.overviewTitle")}
      lead={t("staff.overviewLead", { units: units.map(({ name }) => name).join(", "), people: totals.people })}
    >
      {turn ? (
        <section className="flex flex-col gap-4">
          <TurnPicker turns={view.turns} turn={turn} action={overviewPath()} />
          <div>
            <StandingSummary
              totals={totals}
              turn={turn}
              asOf={view.asOf}
              hrefs={{
                completed: staffPath({ course, status: "completed" }),
                overdue: staffPath({ course, status: "overdue" }),
              }}
            />
          </div>
          <div className="buttons no-print">
            {totals.overdue > 0 ? (
              <Button href={staffPath({ course, status: "overdue" })}>
                {t("staff.chase", { count: totals.overdue })}
              </Button>
            ) : null}
            <ExportLinks filter={{ course }} />
            <a href={owedSupplementsPath()}>{t("supplement.listTitle")}</a>
            {mayViewSignals ? <a href={signalsPath(turn.slug)}>{t("signals.open")}</a> : null}
          </div>
        </section>
      ) : (
        <>
          <EmptyState
            icon="book"
            title={t("staff.noTurnTitle")}
            actions={<Button href={newAssignmentPath()}>{t("staff.assign")}</Button>}
          >
            {t("staff.noTurnText")}
          </EmptyState>
          <AsOf at={view.asOf} />
        </>
      )}
      {view.rows.length > 0 ? (
        <section className="flex flex-col gap-4">
          <SectionHeading lead={t("staff.unitsLead")}>{t("staff.units")}</SectionHeading>
          <UnitTable rows={view.rows} course={course} />
        </section>
      ) : null}
      {view.people ? (
        <section className="flex flex-col gap-4">
          <SectionHeading>{t("staff.unitPeople")}</SectionHeading>
          <PeopleList
            page={view.people}
            found={totals.people}
            filter={{ status: null, text: "", after: null }}
            asOf={view.asOf}
            withUnit={false}
            course={course}
            href={(filter) => unitPath(units[0]!.code, filter)}
          />
        </section>
      ) : null}
      {openRequests === null ? null : (
        <p className="buttons no-print">
          <a href={correctionRequestsPath()}>{t("myData.inboxOpen", { count: openRequests })}</a>
          <a href={recordCheckPath()}>{t("seals.checkTitle")}</a>
        </p>
      )}
      {mayCare ? <CareLinks /> : null}
    </Page>
  );
}
