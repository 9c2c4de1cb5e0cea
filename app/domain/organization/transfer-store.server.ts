import type { Db } from "~/platform/db.server";
import { notFound } from "../problem";
import type { LocalDay } from "../time";
import {
  closeEmployment,
  lockOfficial,
  type LockedOfficial,
  openEmployment,
  setLeft,
  setPresentPost,
} from "./employment-store.server";
import { claimStaffNumber, nameColumns, requireUnit } from "./official-store.server";
import {
  changedDetails,
  type Decision,
  type DetailsFault,
  detailsFault,
  type EndReason,
  type LeavingFault,
  leavingFault,
  type NewPost,
  type PersonDetails,
  type ReturnFault,
  returnFault,
  type TransferFault,
  transferFault,
} from "./staff-change";
import { addToHeadcount, moveBetweenHeadcounts } from "./unit-store.server";

export interface PostAsked {
  officialId: string;
  /** Holds the unit where the person is and the one that takes them. */
  scope: readonly string[];
  post: NewPost;
  decision: Decision | null;
  today: LocalDay;
  now: Date;
}

type Moved<Fault> =
  | { kind: "moved"; before: LockedOfficial; to: { unitId: string; unitPath: string } }
  | { kind: "refused"; reason: Fault };

/**
 * Moves a person to another unit or post on a day: the open employment ends where the new one begins. In a transaction; the caller
 * moves what other domains count per unit (what is asked of the person) in the same one.
 */
export async function transferOfficial(tx: Db, input: PostAsked): Promise<Moved<TransferFault>> {
  const { officialId, post } = input;
  const { before, target } = await parties(tx, input);
  const reason = transferFault({ present: before, next: post, decision: input.decision, today: input.today });
  if (reason) return { kind: "refused", reason };
  await closeEmployment(tx, { officialId, before: post.from });
  await takeUp(tx, input);
  if (before.unitId !== post.unitId) {
    await moveBetweenHeadcounts(tx, { from: before.unitId, to: post.unitId });
  }
  return { kind: "moved", before, to: { unitId: post.unitId, unitPath: target.path } };
}

/** Takes somebody on again who had left: a new post after a time without one. */
export async function takeBackOfficial(tx: Db, input: PostAsked & { decision: Decision }): Promise<Moved<ReturnFault>> {
  const { before, target } = await parties(tx, input);
  const reason = returnFault({
    present: before,
    from: input.post.from,
    decision: input.decision,
    today: input.today,
  });
  if (reason) return { kind: "refused", reason };
  await takeUp(tx, input);
  await addToHeadcount(tx, { unitId: input.post.unitId, by: 1 });
  return { kind: "moved", before, to: { unitId: input.post.unitId, unitPath: target.path } };
}

/** Takes somebody from the list after their last day; the record of them stays, and the unit that they were in keeps it. */
export async function endOfficial(
  tx: Db,
  input: {
    officialId: string;
    scope: readonly string[];
    lastDay: LocalDay;
    /** The day after the last one. */
    from: LocalDay;
    reason: EndReason;
    decision: Decision;
    today: LocalDay;
    now: Date;
  },
): Promise<{ kind: "left"; before: LockedOfficial } | { kind: "refused"; reason: LeavingFault }> {
  const { officialId, lastDay, from, decision, today, now } = input;
  const before = await lockOfficial(tx, input);
  if (!before) throw notFound(`official ${officialId}`);
  const fault = leavingFault({ present: before, lastDay, decision, today });
  if (fault) return { kind: "refused", reason: fault };
  await closeEmployment(tx, { officialId, before: from, end: { ...decision, reason: input.reason } });
  await setLeft(tx, { officialId, from, now });
  await addToHeadcount(tx, { unitId: before.unitId, by: -1 });
  return { kind: "left", before };
}

/** Sets right what the staff list has wrong about a person; what was issued before keeps what it says. */
export async function correctOfficial(
  tx: Db,
  input: { officialId: string; scope: readonly string[]; details: PersonDetails; today: LocalDay; now: Date },
): Promise<
  | { kind: "corrected"; before: LockedOfficial; changed: (keyof PersonDetails)[] }
  | { kind: "refused"; reason: DetailsFault }
> {
  const { officialId, details, today, now } = input;
  const before = await lockOfficial(tx, input);
  if (!before) throw notFound(`official ${officialId}`);
  const fault = detailsFault({ before, after: details, firstPostOn: before.firstPostOn, today });
  if (fault) return { kind: "refused", reason: fault };
  const { staffNumber, email, recruitedOn } = details;
  const name = nameColumns(details.fullName);
  await claimStaffNumber(tx, staffNumber);
  const taken = await tx.official.findFirst({
    where: { staffNumber, id: { not: officialId } },
    select: { id: true },
  });
  if (taken) return { kind: "refused", reason: "staff-number-taken" };
  await tx.$executeRaw`
    UPDATE official SET full_name = ${name.fullName}, given_name = ${name.givenName}, sort_name = ${name.sortName},
      search_name = ${name.searchName}, staff_number = ${staffNumber}, email = ${email}, recruited_on = ${recruitedOn}::date,
      changed_at = ${now} WHERE id = ${officialId}::uuid`;
  return { kind: "corrected", before, changed: changedDetails(before, details) };
}

async function parties(tx: Db, input: PostAsked) {
  const before = await lockOfficial(tx, input);
  if (!before) throw notFound(`official ${input.officialId}`);
  return { before, target: await requireUnit(tx, input.post.unitId, input.scope) };
}

async function takeUp(tx: Db, { officialId, post, decision, now }: PostAsked): Promise<void> {
  await openEmployment(tx, { officialId, ...post, decision, now });
  await setPresentPost(tx, { officialId, ...post, now });
}
