import type { OtherName } from "~/domain/certificates/other-name";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { ChangeLinks } from "./change-links";
import { OtherNames } from "./other-names";

export interface EntryChange {
  /** The viewer's own entry: somebody else changes it. */
  own: boolean;
  otherNames: readonly OtherName[];
  reissues: boolean;
}

/** On somebody's record: where the entry on the staff list is changed. */
export function ChangeSection({ entry, officialId, left }: { entry: EntryChange; officialId: string; left: boolean }) {
  const t = useWords();
  return (
    <>
      <OtherNames names={entry.otherNames} reissues={entry.reissues} />
      <section className="flex flex-col gap-3 no-print">
        <SectionHeading lead={t("staffChange.sectionLead")}>{t("staffChange.section")}</SectionHeading>
        {entry.own ? <p>{t("staffChange.ownSection")}</p> : <ChangeLinks officialId={officialId} left={left} />}
      </section>
    </>
  );
}
