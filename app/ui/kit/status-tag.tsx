import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type StatusTone = "neutral" | "info" | "success" | "warning" | "danger";

export interface StatusTagProps {
  tone?: StatusTone;
  /** In place of the tone's own icon. */
  icon?: IconName;
  children: ReactNode;
}

const ICONS: Record<StatusTone, IconName> = {
  neutral: "circle",
  info: "half",
  success: "check-circle",
  warning: "clock",
  danger: "warning",
};

/** A state in a word or two: never by colour alone. */
export function StatusTag({ tone = "neutral", icon, children }: StatusTagProps) {
  return (
    <span className={`tag tag-${tone}`}>
      <Icon name={icon ?? ICONS[tone]} />
      {children}
    </span>
  );
}
