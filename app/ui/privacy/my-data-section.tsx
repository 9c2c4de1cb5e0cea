import { myCorrectionsPath, ownDataPath, privacyNoticePath, whoLookedPath } from "~/paths";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

/** Under the record: what its owner can do about the data. */
export function MyDataSection() {
  const t = useWords();
  return (
    <section className="flex flex-col gap-4 no-print">
      <SectionHeading lead={t("myData.sectionLead")}>{t("myData.section")}</SectionHeading>
      <ul className="list-disc pl-6">
        <li>
          <a href={whoLookedPath()}>{t("myData.linkLooked")}</a>
        </li>
        <li>
          <a href={ownDataPath()}>{t("myData.linkOwn")}</a>
        </li>
        <li>
          <a href={myCorrectionsPath()}>{t("myData.linkCorrections")}</a>
        </li>
        <li>
          <a href={privacyNoticePath()}>{t("myData.linkNotice")}</a>
        </li>
      </ul>
    </section>
  );
}
