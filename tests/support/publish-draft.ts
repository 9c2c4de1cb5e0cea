import { parseQuestion } from "~/domain/assessment/question-types";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { checkCourse } from "~/domain/courses/check/check-course";
import { courseSource } from "~/domain/courses/course-source";
import { findCourse } from "~/domain/courses/course-store.server";
import { findOpenDraft, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { listDocuments } from "~/domain/documents/document-store.server";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { makeVersion } from "~/use-cases/system/make-version";

/** Publishes the files of the open draft, without the people who review them, and closes it. */
export async function publishDraftFiles({ slug, now }: { slug: string; now: Date }): Promise<number> {
  const draft = (await findOpenDraft(db, slug))!;
  const [files, documents, course] = await Promise.all([
    loadDraftFiles(db, draft.id),
    listDocuments(db),
    findCourse(db, slug),
  ]);
  const register = new Map(documents.map((document) => [document.number, document]));
  const source = courseSource(slug, files);
  const check = checkCourse({ source, register, parseQuestion, today: localDay(now) });
  if (!check.course) throw new Error(JSON.stringify(check.problems));
  const door = course?.currentVersionId
    ? ({ kind: "browser", over: course.currentVersionId } as const)
    : ({ kind: "folder" } as const);
  const made = await makeVersion({ checked: check.course, register, course, door, actor: SYSTEM_ACTOR, now });
  await db.courseDraft.update({
    where: { id: draft.id },
    data: { state: "published", closedAt: now, publishedVersionId: made.versionId },
  });
  return made.number;
}
