import { type Db, query } from "~/platform/db.server";
import { withinScopeSql } from "../organization/unit-scope";
import type { AttemptEventKind, AttemptEventRow } from "./attempt-events";

/** Notes what was done to an attempt. Always in the transaction of the change that it tells of. */
export async function insertAttemptEvent(
  tx: Db,
  input: {
    attemptId: string;
    kind: AttemptEventKind;
    actor: { accountId: string | null; name: string };
    reason?: string | null;
    before: object | null;
    after: object | null;
    at: Date;
  },
): Promise<void> {
  const { attemptId, kind, actor, reason = null, before, after, at } = input;
  await tx.$executeRaw`
    INSERT INTO attempt_event (attempt_id, kind, at, actor_id, actor_name, reason, before, after)
    VALUES (${attemptId}::uuid, ${kind}, ${at}, ${actor.accountId}::uuid, ${actor.name}, ${reason},
      ${before && JSON.stringify(before)}::jsonb, ${after && JSON.stringify(after)}::jsonb)`;
}

/** What was done to an attempt of somebody within the scope, the latest first. */
export async function listAttemptEvents(input: {
  attemptId: string;
  scope: readonly string[];
}): Promise<AttemptEventRow[]> {
  return query(
    "attempt-event.list",
    `SELECT e.id::text AS id, e.kind, e.at, e.actor_name AS "actorName", e.reason, e.before, e.after
     FROM attempt_event e JOIN attempt t ON t.id = e.attempt_id JOIN official o ON o.id = t.official_id JOIN unit u ON u.id = o.unit_id
     WHERE e.attempt_id = $2::uuid AND ${withinScopeSql("u.path", 1)} ORDER BY e.at DESC, e.id DESC`,
    [input.scope, input.attemptId],
  );
}
