import type { ReactNode } from "react";
import { useWords } from "~/ui/words/use-words";
import { Icon, type IconName } from "./icon";

export type NoticeKind = "info" | "success" | "warning" | "danger";

export interface NoticeProps {
  kind?: NoticeKind;
  /** In place of the general word ("Lưu ý"). */
  title?: ReactNode;
  children?: ReactNode;
  /** Read aloud as the page opens: for what has just happened. */
  live?: boolean;
}

const LOOK = {
  info: { icon: "info", word: "kit.noticeInfo" },
  success: { icon: "check-circle", word: "kit.noticeSuccess" },
  warning: { icon: "warning", word: "kit.noticeWarning" },
  danger: { icon: "stop", word: "kit.noticeDanger" },
} as const satisfies Record<NoticeKind, { icon: IconName; word: string }>;

export function Notice({ kind = "info", title, children, live }: NoticeProps) {
  const t = useWords();
  const { icon, word } = LOOK[kind];
  return (
    <div className={`notice notice-${kind}`} role={live ? (kind === "danger" ? "alert" : "status") : undefined}>
      <Icon name={icon} />
      <div>
        <p className="notice-title">{title ?? t(word)}</p>
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
