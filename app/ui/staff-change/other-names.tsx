import type { OtherName } from "~/domain/certificates/other-name";
import { certificateActionPath } from "~/paths";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

/** Which certificates bear another name than the staff list, and where they are issued anew. */
export function OtherNames({ names, reissues }: { names: readonly OtherName[]; reissues: boolean }) {
  const t = useWords();
  if (names.length === 0) return null;
  return (
    <section className="flex flex-col gap-3 no-print">
      <SectionHeading lead={t("staffChange.otherNamesLead")}>{t("staffChange.otherNamesTitle")}</SectionHeading>
      <ul className="list-disc pl-6">
        {names.map(({ serial, number, printedName }) => (
          <li key={serial}>
            {t("staffChange.otherName", { number, name: printedName })}{" "}
            {reissues ? (
              <a href={certificateActionPath(serial, "reissue")}>{t("staffChange.reissue", { number })}</a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
