import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import type { PasteReport } from "./use-paste";

/** What of a paste could not be kept, until it has been read. */
export function PasteNote({ report, onClose }: { report: PasteReport; onClose: () => void }) {
  const t = useWords();
  const { losses, converted } = report;
  return (
    <Notice kind="warning" title={t("word.lost")} live>
      {converted ? <p>{t(converted === "tcvn3" ? "word.convertedTcvn3" : "word.convertedVni")}</p> : null}
      {losses.length > 0 ? (
        <ul>
          {losses.map(({ kind, near, under }, index) => (
            <li key={index}>
              {t(`word.loss-${kind}`)}
              {near ? `: “${near}”` : ""}
              {under ? ` (${under})` : ""}
            </li>
          ))}
        </ul>
      ) : null}
      <Button type="button" kind="quiet" onClick={onClose}>
        {t("editor.pasteRead")}
      </Button>
    </Notice>
  );
}
