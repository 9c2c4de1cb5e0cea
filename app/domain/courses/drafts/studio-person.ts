import { may, type RoleName, rolesWith, type Viewer } from "../../auth/permissions";
import type { StudioPerson } from "./review-policy";

/** Somebody as the rules of the studio see them. */
export function studioPerson(viewer: Viewer): StudioPerson {
  return {
    accountId: viewer.accountId,
    mayWrite: may(viewer, "content.write"),
    mayApprove: may(viewer, "content.approve"),
  };
}

/** The same by the roles that an account holds. */
export function studioPersonWith(accountId: string, roles: readonly RoleName[]): StudioPerson {
  const holds = (permission: "content.write" | "content.approve") =>
    rolesWith(permission).some((role) => roles.includes(role));
  return { accountId, mayWrite: holds("content.write"), mayApprove: holds("content.approve") };
}
