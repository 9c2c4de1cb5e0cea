import { answerFilePath, outagePath } from "~/paths";
import { useWords } from "~/ui/words/use-words";

/** What is needed on the day when a line or the power fails. */
export function CareLinks() {
  const t = useWords();
  return (
    <p className="no-print flex flex-wrap gap-x-6 gap-y-2">
      <a href={outagePath()}>{t("accommodation.outageLink")}</a>
      <a href={answerFilePath()}>{t("accommodation.fileLink")}</a>
    </p>
  );
}
