import type { RoleName } from "~/domain/auth/permissions";
import type { Translate } from "~/ui/words/translate";

type Said =
  | { kind: "granted" | "revoked"; displayName: string; role: RoleName; unitName: string }
  | { kind: "disabled" | "enabled"; displayName: string };

/** What has been done to an account, in a sentence. */
export function saidChange(t: Translate, answer: Said): string {
  const name = answer.displayName;
  if (answer.kind === "granted" || answer.kind === "revoked") {
    return t(`account.${answer.kind}`, { name, role: t(`account.role_${answer.role}`), unit: answer.unitName });
  }
  return t(`account.${answer.kind}`, { name });
}

const REFUSED = {
  "own-account": "account.ownAccount",
  "beyond-scope": "account.beyondScope",
  "already-disabled": "account.alreadyDisabled",
  "not-disabled": "account.notDisabled",
  "held-already": "account.grantHeld",
  "account-disabled": "account.grantDisabled",
  "own-last-administration": "account.revokeOwnLast",
} as const;

/** Why it was not done. */
export function refusedChange(t: Translate, reason: keyof typeof REFUSED): string {
  return t(REFUSED[reason]);
}
