import type { AccountStatus } from "~/domain/auth/account";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

const LOOK = {
  active: { tone: "success", icon: "check-circle" },
  waiting: { tone: "neutral", icon: "circle" },
  disabled: { tone: "danger", icon: "lock" },
} as const;

export function AccountStatusTag({ status }: { status: AccountStatus }) {
  const t = useWords();
  return <StatusTag {...LOOK[status]}>{t(`account.status_${status}`)}</StatusTag>;
}
