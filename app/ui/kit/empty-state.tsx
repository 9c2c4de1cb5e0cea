import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export interface EmptyStateProps {
  icon?: IconName;
  title: ReactNode;
  /** What will stand here and how it comes about. */
  children?: ReactNode;
  actions?: ReactNode;
}

export function EmptyState({ icon = "document", title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="empty-title">{title}</p>
      {typeof children === "string" ? <p>{children}</p> : children}
      {actions ? <div className="buttons">{actions}</div> : null}
    </div>
  );
}
