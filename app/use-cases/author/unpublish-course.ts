import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { type CourseRecord, findCourse, setUnpublished } from "~/domain/courses/course-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";

/**
 * Takes a course out of use: nobody begins it and it is assigned to no unit from then on. Who is under way goes on and can finish; for who was
 * asked, or joins a unit that was, it waits; completions and certificates stay.
 */
export async function unpublishCourse(input: {
  viewer: Viewer;
  slug: string;
  /** Typed by the officer, so that it is not the wrong course. */
  name: string;
  reason: string;
  now: Date;
}): Promise<{ kind: "unpublished" } | { kind: "refused"; reason: "name" | "already" }> {
  const { viewer, slug, now } = input;
  const reason = input.reason.trim();
  const course = await publishedCourse(slug);
  if (!sameName(input.name, course.title)) return { kind: "refused", reason: "name" };
  return inTransaction(async (tx) => {
    const unpublished = { at: now, byName: viewer.displayName, reason };
    if (!(await setUnpublished(tx, { courseId: course.id, unpublished })))
      return { kind: "refused", reason: "already" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "course.unpublished",
      subject: { type: "course", id: course.id, label: course.title },
      after: { version: course.currentNumber, reason },
      at: now,
    });
    return { kind: "unpublished" };
  });
}

/** Offers it again, with the version that it had. */
export async function offerCourseAgain(input: {
  viewer: Viewer;
  slug: string;
  now: Date;
}): Promise<{ kind: "offered" } | { kind: "refused"; reason: "already" }> {
  const { viewer, slug, now } = input;
  const course = await publishedCourse(slug);
  return inTransaction(async (tx) => {
    if (!(await setUnpublished(tx, { courseId: course.id, unpublished: null }))) {
      return { kind: "refused", reason: "already" };
    }
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "course.offered-again",
      subject: { type: "course", id: course.id, label: course.title },
      after: { version: course.currentNumber },
      at: now,
    });
    return { kind: "offered" };
  });
}

async function publishedCourse(slug: string): Promise<CourseRecord> {
  const course = await findCourse(db, slug);
  if (!course?.currentVersionId) throw notFound(`course ${slug}`);
  return course;
}

const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
const sameName = (typed: string, title: string) => plain(typed) === plain(title);
