import type { ReactNode } from "react";
import { Button } from "./button";

export interface ConfirmDetailsProps {
  /** The first button: "Vô hiệu hóa tài khoản". */
  label: ReactNode;
  /** The question, with the thing's name: "Vô hiệu hóa tài khoản của Nguyễn Văn An?" */
  question: ReactNode;
  /** What follows from it and whether it can be undone. */
  consequence?: ReactNode;
  /** The verb on the button that does it. */
  confirmLabel: ReactNode;
  /** Hidden fields, and fields such as a reason. */
  children?: ReactNode;
  action?: string;
  name?: string;
  value?: string;
}

/** Asks before something is taken away, on pages without script: a form that unfolds. */
export function ConfirmDetails({
  label,
  question,
  consequence,
  confirmLabel,
  children,
  action,
  name,
  value,
}: ConfirmDetailsProps) {
  return (
    <details className="confirm">
      <summary className="button button-secondary">
        <span>{label}</span>
      </summary>
      <form method="post" action={action} className="confirm-inside">
        <p className="confirm-question">{question}</p>
        {consequence ? <p>{consequence}</p> : null}
        {children}
        <div className="buttons">
          <Button kind="danger" name={name} value={value}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </details>
  );
}
