import type { AccommodationList } from "~/domain/assessment/accommodations/accommodation-list";
import { conditionsPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Disclosure } from "~/ui/kit/disclosure";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { AccommodationItems } from "./accommodation-items";

/** On a person's page for those who may grant it, and on the person's own record when there is something to show. */
export function AccommodationSection({
  list,
  officialId,
}: {
  list: AccommodationList;
  /** Leads to the page that grants and revokes; null on the own record. */
  officialId: string | null;
}) {
  const t = useWords();
  const { inForce, later, past } = list;
  if (officialId === null && inForce.length + later.length + past.length === 0) return null;
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading
        lead={t("accommodation.ownLead")}
        actions={
          officialId === null ? null : (
            <Button kind="secondary" href={conditionsPath(officialId)}>
              {t("accommodation.manage")}
            </Button>
          )
        }
      >
        {t("accommodation.title")}
      </SectionHeading>
      {inForce.length + later.length === 0 ? <p>{t("accommodation.noneInForce")}</p> : null}
      {inForce.length > 0 ? <AccommodationItems items={inForce} state="inForce" /> : null}
      {later.length > 0 ? <AccommodationItems items={later} state="later" /> : null}
      {past.length > 0 ? (
        <Disclosure summary={t("accommodation.past", { count: past.length })}>
          <AccommodationItems items={past} state="past" />
        </Disclosure>
      ) : null}
    </section>
  );
}
