import { deadlineOf } from "~/domain/assessment/attempt-policy";
import { type AccommodationWish, faultOf, type WishFault } from "~/domain/assessment/accommodations/accommodation-form";
import { termsOf } from "~/domain/assessment/accommodations/accommodation";
import {
  insertAccommodation,
  isGranted,
  lockGrantee,
  lockOpenPapers,
} from "~/domain/assessment/accommodations/accommodation-store.server";
import { moveDeadline } from "~/domain/assessment/attempt-care/attempt-care-store.server";
import { insertAttemptEvent } from "~/domain/assessment/attempt-event-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { allowanceOf } from "~/domain/completion/learning-record";
import { findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { findCourse } from "~/domain/courses/course-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db, inTransaction, type Prisma } from "~/platform/db.server";

export type GrantAnswer =
  | { kind: "granted"; accommodationId: string; fullName: string; deadlinesMoved: number }
  | { kind: "refused"; reason: WishFault; field: string }
  | { kind: "refused"; reason: "already-granted" | "for-oneself" | "has-left"; field: null };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SLUG = /^[a-z0-9-]+$/;

/** Grants somebody time, attempts or a later last day in tests; a paper that is open already ends later from now on. */
export async function grantAccommodation(input: {
  viewer: Viewer;
  scope: readonly string[];
  officialId: string;
  wish: AccommodationWish;
  now: Date;
}): Promise<GrantAnswer> {
  const { viewer, scope, officialId, wish, now } = input;
  if (!UUID.test(officialId)) throw notFound(`official ${officialId}`);
  const course = wish.course === null ? null : SLUG.test(wish.course) ? await findCourse(db, wish.course) : null;
  if (wish.course !== null && !course) throw notFound(`course ${wish.course}`);
  const courseId = course?.id ?? null;
  return inTransaction(async (tx) => {
    const grantee = await lockGrantee(tx, { officialId, scope });
    if (!grantee) throw notFound(`official ${officialId}`);
    const refused = (reason: "already-granted" | "for-oneself" | "has-left"): GrantAnswer => ({
      kind: "refused",
      reason,
      field: null,
    });
    if (viewer.official?.id === officialId) return refused("for-oneself");
    if (grantee.leftOn !== null && grantee.leftOn <= localDay(now)) return refused("has-left");
    const fault = faultOf(wish, localDay(now));
    if (fault) return { kind: "refused", reason: fault.fault, field: fault.field };
    // A second press of the button waits at the lock above and finds the first one's grant here.
    if (await isGranted(tx, { officialId, courseId, wish })) return refused("already-granted");
    const accommodationId = await insertAccommodation(tx, {
      officialId,
      courseId,
      wish,
      grantedAt: now,
      grantedBy: viewer.accountId,
      grantedByName: viewer.displayName,
    });
    const deadlinesMoved = await moveOpenDeadlines(tx, { viewer, officialId, courseId, reason: wish.reason, now });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "accommodation.granted",
      subject: { type: "official", id: officialId, label: grantee.fullName },
      unitPath: grantee.unitPath,
      after: { ...termsOf({ ...wish, course: course && { slug: course.slug } }), deadlinesMoved },
      at: now,
    });
    return { kind: "granted", accommodationId, fullName: grantee.fullName, deadlinesMoved };
  });
}

/** Papers that are open get the deadline that they would have had from their start; never an earlier one. */
async function moveOpenDeadlines(
  tx: Prisma.TransactionClient,
  input: { viewer: Viewer; officialId: string; courseId: string | null; reason: string; now: Date },
): Promise<number> {
  const { viewer, now, reason } = input;
  let moved = 0;
  for (const paper of await lockOpenPapers(tx, input)) {
    const [record, version] = [await findLearningRecordIn(tx, paper.enrolmentId), await courseVersion(paper.versionId)];
    const { deadlineAt } = deadlineOf(paper.startedAt, version.manifest.test!, allowanceOf(record, now));
    if (deadlineAt <= paper.deadlineAt) continue;
    await moveDeadline(tx, { attemptId: paper.id, deadlineAt });
    await insertAttemptEvent(tx, {
      attemptId: paper.id,
      kind: "time-added",
      actor: { accountId: viewer.accountId, name: viewer.displayName },
      reason,
      before: { deadlineAt: paper.deadlineAt.toISOString() },
      after: { deadlineAt: deadlineAt.toISOString() },
      at: now,
    });
    moved += 1;
  }
  return moved;
}
