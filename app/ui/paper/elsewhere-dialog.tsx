import { useEffect, useRef } from "react";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";

/** Tells a page that another one holds the paper; it can be taken back, with every answer that was given there. */
export function ElsewhereDialog({ open, onTakeBack }: { open: boolean; onTakeBack: () => void }) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="elsewhere-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="elsewhere-title">{t("paper.elsewhereTitle")}</h2>
      <p>{t("paper.elsewhereText")}</p>
      <div className="buttons">
        <Button type="button" onClick={onTakeBack}>
          {t("paper.elsewhereTakeBack")}
        </Button>
      </div>
    </dialog>
  );
}
