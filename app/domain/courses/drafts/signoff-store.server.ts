import type { Db } from "~/platform/db.server";
import type { Actor } from "../../audit/audit-event";
import { rolesWith } from "../../auth/permissions";

export interface Approver {
  accountId: string;
  name: string;
  identifier: string;
}

export interface Signoff extends Approver {
  /** False: the account was disabled, or holds no role any more that may approve. */
  mayApprove: boolean;
}

/** Who has to approve a course before it is published, in order: the reviewers that a draft is sent to unless others are named. */
export async function listSignoff(db: Db, slug: string): Promise<Signoff[]> {
  return db.$queryRaw<Signoff[]>`
    SELECT a.id AS "accountId", a.display_name AS name, a.identifier,
           a.disabled_at IS NULL AND EXISTS (
             SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.revoked_at IS NULL
                AND g.role::text = ANY(${rolesWith("content.approve")})) AS "mayApprove"
      FROM course_signoff s JOIN account a ON a.id = s.account_id
     WHERE s.slug = ${slug} ORDER BY s.position, a.display_name`;
}

/** Everybody who may approve content. */
export async function listApprovers(db: Db): Promise<Approver[]> {
  return db.$queryRaw<Approver[]>`
    SELECT a.id AS "accountId", a.display_name AS name, a.identifier FROM account a
     WHERE a.disabled_at IS NULL AND EXISTS (
             SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.revoked_at IS NULL
                AND g.role::text = ANY(${rolesWith("content.approve")}))
     ORDER BY a.display_name, a.identifier LIMIT 500`;
}

/** Puts these accounts in place of those before; who may not approve is left out. */
export async function setSignoff(
  tx: Db,
  input: { slug: string; accountIds: readonly string[]; actor: Actor; now: Date },
): Promise<void> {
  const { slug, actor, now } = input;
  const approvers = new Set((await listApprovers(tx)).map(({ accountId }) => accountId));
  const kept = [...new Set(input.accountIds)].filter((id) => approvers.has(id));
  await tx.courseSignoff.deleteMany({ where: { slug } });
  await tx.courseSignoff.createMany({
    data: kept.map((accountId, position) => ({ slug, accountId, position, addedAt: now, addedByName: actor.name })),
  });
}
