import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { assignmentsReaching, lockAssignment } from "~/domain/enrolment/assignment-store.server";
import { enrolUnit, withdrawAssignment as withdraw } from "~/domain/enrolment/enrolment-store.server";
import { holdMembership, lockStandings, recountStandings } from "~/domain/enrolment/standing-store.server";
import { codesOf } from "~/domain/organization/unit";
import { notFound } from "~/domain/problem";
import { inTransaction, LONG_WORK } from "~/platform/db.server";

export type WithdrawAnswer =
  { kind: "withdrawn"; courseTitle: string; unitName: string } | { kind: "refused"; reason: "already-withdrawn" };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes an assignment back: nobody has to finish any more, what was begun stays as the person's own choice, what was completed
 * stays completed. Who is asked the same by another assignment is asked by that one from here on.
 */
export async function withdrawAssignment(input: {
  actor: Actor;
  scope: readonly string[];
  assignmentId: string;
  now: Date;
}): Promise<WithdrawAnswer> {
  const { actor, assignmentId, now } = input;
  if (!UUID.test(assignmentId)) throw notFound(`assignment ${assignmentId}`);
  return inTransaction(async (tx) => {
    await holdMembership(tx);
    const found = await lockAssignment(tx, { assignmentId, scope: input.scope });
    if (!found) throw notFound(`assignment ${assignmentId}`);
    if (found.withdrawn) return { kind: "refused", reason: "already-withdrawn" };
    await lockStandings(tx, found);
    await withdraw(tx, { assignmentId, now });
    for (const other of await assignmentsReaching(tx, found)) {
      await enrolUnit(tx, { ...other, assignmentId: other.id, now });
    }
    // From the root: who moved to another unit since then is no longer asked there either.
    await recountStandings(tx, { ...found, unitPath: codesOf(found.unitPath)[0]! });
    await recordAudit(tx, {
      actor,
      action: "assignment.withdrawn",
      subject: { type: "assignment", id: assignmentId, label: `${found.courseTitle} – ${found.unitName}` },
      unitPath: found.unitPath,
      before: { dueOn: found.dueOn, cycle: found.cycle },
      at: now,
    });
    return { kind: "withdrawn", courseTitle: found.courseTitle, unitName: found.unitName };
  }, LONG_WORK);
}
