import type { RoleName, Viewer } from "~/domain/auth/permissions";
import { disableAccount, type DisableAccountAnswer } from "./disable-account";
import { enableAccount, type EnableAccountAnswer } from "./enable-account";
import { grantRole, type GrantRoleAnswer } from "./grant-role";
import { resetPassword, type ResetPasswordAnswer } from "./reset-password";
import { revokeRole, type RevokeRoleAnswer } from "./revoke-role";

export type AccountChange =
  | { intent: "grant"; role: RoleName; unit: string }
  | { intent: "revoke"; grantId: string }
  | { intent: "disable"; reason?: string }
  | { intent: "enable" }
  | { intent: "reset-password" };

export type ChangeAccountAnswer =
  | (Exclude<GrantRoleAnswer, { kind: "refused" }> & { role: RoleName })
  | Exclude<RevokeRoleAnswer | DisableAccountAnswer | EnableAccountAnswer | ResetPasswordAnswer, { kind: "refused" }>
  | Extract<
      GrantRoleAnswer | RevokeRoleAnswer | DisableAccountAnswer | EnableAccountAnswer | ResetPasswordAnswer,
      { kind: "refused" }
    >;

/** What the page of one account sends, handed to the verb that it names. */
export async function changeAccount(input: {
  viewer: Viewer;
  scope: readonly string[];
  accountId: string;
  change: AccountChange;
  now: Date;
}): Promise<ChangeAccountAnswer> {
  const { change, ...who } = input;
  switch (change.intent) {
    case "grant": {
      const answer = await grantRole({ ...who, role: change.role, unitCode: change.unit });
      return answer.kind === "granted" ? { ...answer, role: change.role } : answer;
    }
    case "revoke":
      return revokeRole({ ...who, grantId: change.grantId });
    case "disable":
      return disableAccount({ ...who, reason: change.reason ?? null });
    case "enable":
      return enableAccount(who);
    case "reset-password":
      return resetPassword(who);
  }
}
