import type { OpenPapers } from "~/domain/assessment/attempt-care/attempt-care";
import {
  addTimeToOpenPapers,
  listOpenPapers as list,
} from "~/domain/assessment/attempt-care/attempt-care-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { findCourse } from "~/domain/courses/course-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction, LONG_WORK } from "~/platform/db.server";

export type AddTimeToAllAnswer =
  { kind: "added"; count: number; courseTitle: string } | { kind: "refused"; reason: "none-open" };

const SLUG = /^[a-z0-9-]+$/;

/** After an outage: minutes for every paper of a course that is open in the scope. */
export async function addTimeToAll(input: {
  viewer: Viewer;
  scope: readonly string[];
  courseSlug: string;
  minutes: number;
  reason: string;
  /** When the page was made that this was sent from. */
  seen: Date;
  now: Date;
}): Promise<AddTimeToAllAnswer> {
  const { viewer, scope, courseSlug, minutes, reason, seen, now } = input;
  const course = SLUG.test(courseSlug) ? await findCourse(db, courseSlug) : null;
  if (!course) throw notFound(`course ${courseSlug}`);
  const actor = actorOf(viewer);
  return inTransaction(async (tx) => {
    const count = await addTimeToOpenPapers(tx, { courseSlug, scope, minutes, reason, actor, seen, now });
    if (count === 0) return { kind: "refused", reason: "none-open" };
    await recordAudit(tx, {
      actor,
      action: "attempt.time-added",
      subject: { type: "course", id: course.id, label: course.title },
      // Of several units that the scope begins at, the trail names the first.
      unitPath: scope[0] ?? null,
      after: { course: courseSlug, minutes, papers: count, reason },
      at: now,
    });
    return { kind: "added", count, courseTitle: course.title };
  }, LONG_WORK);
}

/** The courses in which people of the scope have papers open now. */
export async function listOpenPapers(input: { scope: readonly string[] }): Promise<OpenPapers[]> {
  return list(input);
}
