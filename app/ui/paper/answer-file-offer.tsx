import { useState } from "react";
import type { PaperPage } from "~/domain/assessment/paper";
import { Button } from "~/ui/kit/button";
import { Disclosure } from "~/ui/kit/disclosure";
import { useWords } from "~/ui/words/use-words";
import { canSeal, sealAnswers } from "./seal-answers";
import type { SaverView } from "./use-answer-saver";

/**
 * The last resort when the line stays down: what this device holds, sealed so that only the platform can read it, as a file that
 * an officer takes in.
 */
export function AnswerFileOffer({ page, saver }: { page: PaperPage; saver: SaverView }) {
  const t = useWords();
  const [failed, setFailed] = useState(false);
  if (!canSeal()) return null;

  async function download() {
    try {
      const madeAt = new Date(Date.now() + (saver.clockOffset ?? 0)).toISOString();
      const { attemptId } = page;
      const content = {
        format: "chuan-muc-answers",
        version: 1,
        attemptId,
        madeAt,
        entries: saver.entriesForFile(),
      } as const;
      const file = new Blob([await sealAnswers(page.answerFileKey, content)], { type: "application/json" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = `bai-lam-${attemptId.slice(0, 8)}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch {
      setFailed(true);
    }
  }

  return (
    <Disclosure summary={t("paper.fileSummary")}>
      <p>{t("paper.fileText")}</p>
      {failed ? (
        <p className="field-error" role="alert">
          {t("paper.fileFailed")}
        </p>
      ) : null}
      <Button type="button" kind="secondary" icon="download" onClick={() => void download()}>
        {t("paper.fileDownload")}
      </Button>
    </Disclosure>
  );
}
