import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";

export interface SubmitDialogProps {
  open: boolean;
  total: number;
  answered: number;
  /** Handing in goes on and cannot be stopped here. */
  busy: boolean;
  /** The line is down: it is tried again and again. */
  waiting: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** What can be done while it waits. */
  children?: ReactNode;
}

/** Asks once before handing in and says what is still open. */
export function SubmitDialog({ open, total, answered, busy, waiting, onSubmit, onClose, children }: SubmitDialogProps) {
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
      aria-labelledby="submit-title"
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
    >
      <h2 id="submit-title">{t("paper.submitQuestion")}</h2>
      <p>{answered === total ? t("paper.submitAll", { total }) : t("paper.submitSome", { count: total - answered })}</p>
      <p role="status">{waiting ? t("paper.submitAgain") : busy ? t("paper.submitting") : ""}</p>
      {children}
      <div className="buttons">
        <Button type="button" disabled={busy} onClick={onSubmit}>
          {t("paper.submitAnyway")}
        </Button>
        <Button type="button" kind="secondary" disabled={busy} onClick={onClose}>
          {t("paper.goBack")}
        </Button>
      </div>
    </dialog>
  );
}
