import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { createDraft } from "~/domain/courses/drafts/draft-store.server";
import { newCourseFiles } from "~/domain/courses/drafts/new-course";
import type { NewCourse } from "~/domain/courses/drafts/settings-form";
import { isSlugTaken } from "~/domain/courses/drafts/shelf-store.server";
import { listDocuments } from "~/domain/documents/document-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { citable } from "./upload-questions";

/** What the form for a new course offers. */
export async function listCourseBases(): Promise<{ number: string; title: string }[]> {
  return citable(await listDocuments(db));
}

/** A new course as a draft: its own page, and one lesson to begin with. Learners see nothing before it is published. */
export async function createCourse(input: {
  course: NewCourse;
  actor: Actor;
  now: Date;
}): Promise<{ kind: "created"; slug: string } | { kind: "refused"; reason: "slug-taken" }> {
  const { course, actor, now } = input;
  const { slug } = course;
  if (await isSlugTaken(db, slug)) return { kind: "refused", reason: "slug-taken" };
  const draft = await inTransaction(async (tx) => {
    const files = newCourseFiles(course);
    const made = await createDraft(tx, { slug, courseId: null, baseVersionId: null, files, actor, now });
    if (!made) return null;
    await recordAudit(tx, {
      actor,
      action: "draft.opened",
      subject: { type: "course", id: made.id, label: course.title },
      after: { draft: made.id, slug },
      at: now,
    });
    return made;
  });
  return draft ? { kind: "created", slug } : { kind: "refused", reason: "slug-taken" };
}
