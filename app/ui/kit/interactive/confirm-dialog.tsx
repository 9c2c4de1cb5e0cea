import { useId } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useWords } from "~/ui/words/use-words";
import { Button } from "../button";
import { ConfirmDetails, type ConfirmDetailsProps } from "../confirm-details";
import { PageLocale } from "./locale";
import { useHydrated } from "./use-hydrated";

export type ConfirmDialogProps = ConfirmDetailsProps;

/** Asks, with the thing's name, before something is taken away. Until the script runs the same form unfolds in its place. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useWords();
  const consequenceId = useId();
  if (!useHydrated()) return <ConfirmDetails {...props} />;
  const { label, question, consequence, confirmLabel, children, action, name, value } = props;
  return (
    <PageLocale>
      <DialogTrigger>
        <AriaButton className="button button-secondary">{label}</AriaButton>
        <ModalOverlay className="modal-veil" isDismissable>
          <Modal className="modal">
            <Dialog
              role="alertdialog"
              aria-describedby={consequence ? consequenceId : undefined}
              className="modal-dialog"
            >
              <Heading slot="title">{question}</Heading>
              {consequence ? <p id={consequenceId}>{consequence}</p> : null}
              <form method="post" action={action} className="form">
                {children}
                <div className="buttons">
                  <Button kind="danger" name={name} value={value}>
                    {confirmLabel}
                  </Button>
                  <AriaButton slot="close" className="button button-secondary">
                    {t("kit.cancel")}
                  </AriaButton>
                </div>
              </form>
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
    </PageLocale>
  );
}
