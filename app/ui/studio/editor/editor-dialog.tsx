import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { PageLocale } from "~/ui/kit/interactive/locale";

export interface EditorDialogProps {
  title: string;
  /** "wide" for two texts side by side and for the palette. */
  width?: "usual" | "wide";
  onClose: () => void;
  children: ReactNode;
}

/** A dialog of the editor: open as long as it is drawn. Escape closes it, the focus goes back to where it was. */
export function EditorDialog({ title, width = "usual", onClose, children }: EditorDialogProps) {
  return (
    <PageLocale>
      <ModalOverlay className="modal-veil" isOpen onOpenChange={(open) => !open && onClose()}>
        <Modal className={width === "wide" ? "modal modal-wide" : "modal modal-form"}>
          <Dialog className="modal-dialog">
            <Heading slot="title">{title}</Heading>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </PageLocale>
  );
}
