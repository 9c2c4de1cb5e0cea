import type { AccommodationList } from "~/domain/assessment/accommodations/accommodation-list";
import type { AttemptCareLink } from "~/domain/assessment/attempt-care/attempt-care";
import type { AttemptRecord, PersonRecord } from "~/domain/completion/person-record";
import type { UnitLink } from "~/domain/enrolment/overview";
import { hasChanged } from "~/domain/organization/staff-change";
import { overviewPath, recognitionPath, staffChangePath, turnPath, unitPath } from "~/paths";
import { AccommodationSection } from "~/ui/accommodations/accommodation-section";
import { AttemptCareAction } from "~/ui/attempt-care/attempt-care-action";
import { Page } from "~/ui/frame/page";
import { ChangeSection, type EntryChange } from "~/ui/staff-change/change-section";
import { RecordView } from "~/ui/record/record-view";
import { useWords } from "~/ui/words/use-words";

export interface PersonPageProps {
  record: PersonRecord;
  trail: readonly UnitLink[];
  /** For those who may grant accommodations to this person; null for all others. */
  care: { accommodations: AccommodationList; attempts: readonly AttemptCareLink[] } | null;
  /** For those who may change the entry on the staff list; null for all others. */
  entry: EntryChange | null;
  /** May correct this person's record. */
  corrects: boolean;
}

/** Somebody's learning record as HR reads it: the same as the person reads. */
export function PersonPage({ record, trail, care, entry, corrects }: PersonPageProps) {
  const t = useWords();
  const links = new Map(care?.attempts.map((link) => [link.attemptId, link]));
  const actionFor = care
    ? ({ id }: AttemptRecord) => (links.has(id) ? <AttemptCareAction link={links.get(id)!} /> : null)
    : undefined;
  const undoable = entry && !entry.own && hasChanged(record.posts);
  return (
    <Page
      title={record.fullName}
      kicker={t("staff.recordKicker")}
      lead={`${record.positionTitle}, ${record.unitName}${record.lastSignInAt ? "" : ` · ${t("staff.neverSignedIn")}`}`}
      crumbs={[
        { label: t("staff.overviewTitle"), href: overviewPath() },
        ...trail.map(({ code, name }) => ({ label: name, href: unitPath(code) })),
      ]}
    >
      <RecordView
        record={record}
        actionFor={actionFor}
        whyHref={turnPath}
        recogniseHref={corrects ? recognitionPath(record.id) : undefined}
        undoHref={undoable ? staffChangePath(record.id, "undo") : undefined}
      />
      {entry ? <ChangeSection entry={entry} officialId={record.id} left={record.leftOn !== null} /> : null}
      {care ? <AccommodationSection list={care.accommodations} officialId={record.id} /> : null}
    </Page>
  );
}
