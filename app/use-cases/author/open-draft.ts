import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { findCourse } from "~/domain/courses/course-store.server";
import type { Draft } from "~/domain/courses/drafts/draft";
import { createDraft, findOpenDraft } from "~/domain/courses/drafts/draft-store.server";
import { loadFiles } from "~/domain/courses/publish-store.server";
import { conflict, notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";

/** The draft in which a course is being changed; begun from the version that learners get when nobody is at it. */
export async function openDraft(input: { slug: string; actor: Actor; now: Date }): Promise<Draft> {
  const { slug, actor, now } = input;
  const open = await findOpenDraft(db, slug);
  if (open) return open;
  const course = await findCourse(db, slug);
  if (!course?.currentVersionId) throw notFound(`course ${slug}`);
  const baseVersionId = course.currentVersionId;
  const files = await loadFiles(db, { courseId: course.id, versionId: baseVersionId });
  const made = await inTransaction(async (tx) => {
    const draft = await createDraft(tx, { slug, courseId: course.id, baseVersionId, files, actor, now });
    if (!draft) return null;
    await recordAudit(tx, {
      actor,
      action: "draft.opened",
      subject: { type: "course", id: course.id, label: course.title },
      after: { draft: draft.id, over: course.currentNumber },
      at: now,
    });
    return draft;
  });
  // Somebody opened it at the same moment: both write in that one.
  const draft = made ?? (await findOpenDraft(db, slug));
  if (!draft) throw conflict(`draft of ${slug}`);
  return draft;
}
