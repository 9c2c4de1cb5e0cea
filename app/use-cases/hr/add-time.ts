import { findAttemptInCare, moveDeadline } from "~/domain/assessment/attempt-care/attempt-care-store.server";
import { insertAttemptEvent } from "~/domain/assessment/attempt-event-store.server";
import { lockAttempt } from "~/domain/assessment/attempt-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { notFound } from "~/domain/problem";
import { minutes as inMinutes } from "~/domain/time";
import { inTransaction } from "~/platform/db.server";

export type AddTimeAnswer =
  | { kind: "added"; officialId: string; deadlineAt: Date }
  /** `changed-meanwhile`: the deadline is not the one that the page showed, so somebody was quicker (or this came twice). */
  | { kind: "refused"; reason: "not-open" | "changed-meanwhile" | "own-attempt" };

/** Gives minutes to one paper that is open. A paper whose time has just run out has them from now. */
export async function addTime(input: {
  viewer: Viewer;
  scope: readonly string[];
  attemptId: string;
  minutes: number;
  reason: string;
  /** The deadline that the officer saw. */
  seen: Date;
  now: Date;
}): Promise<AddTimeAnswer> {
  const { viewer, scope, attemptId, minutes, reason, now } = input;
  const found = await findAttemptInCare({ attemptId, scope });
  if (!found) throw notFound(`attempt ${attemptId}`);
  if (viewer.official?.id === found.official.id) return { kind: "refused", reason: "own-attempt" };
  return inTransaction(async (tx) => {
    const attempt = (await lockAttempt(tx, { attemptId, officialId: found.official.id }))!;
    if (attempt.status !== "open") return { kind: "refused", reason: "not-open" };
    if (attempt.deadlineAt.getTime() !== input.seen.getTime()) return { kind: "refused", reason: "changed-meanwhile" };
    const from = Math.max(attempt.deadlineAt.getTime(), now.getTime());
    const deadlineAt = new Date(from + inMinutes(minutes));
    const before = { deadlineAt: attempt.deadlineAt.toISOString() };
    const after = { deadlineAt: deadlineAt.toISOString(), minutes };
    await moveDeadline(tx, { attemptId, deadlineAt });
    const actor = actorOf(viewer);
    await insertAttemptEvent(tx, { attemptId, kind: "time-added", actor, reason, before, after, at: now });
    await recordAudit(tx, {
      actor,
      action: "attempt.time-added",
      subject: {
        type: "attempt",
        id: attemptId,
        label: `${found.official.fullName} – ${found.courseTitle} (${attempt.number})`,
      },
      unitPath: found.official.unitPath,
      before,
      after: { ...after, reason },
      at: now,
    });
    return { kind: "added", officialId: found.official.id, deadlineAt };
  });
}
