import type { PersonRecord } from "~/domain/completion/person-record";
import type { UnitLink } from "~/domain/enrolment/overview";
import { overviewPath, unitPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { RecordView } from "~/ui/record/record-view";
import { useWords } from "~/ui/words/use-words";

/** Somebody's learning record as HR reads it: the same as the person reads. */
export function PersonPage({ record, trail }: { record: PersonRecord; trail: readonly UnitLink[] }) {
  const t = useWords();
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
      <RecordView record={record} />
    </Page>
  );
}
