import { listRevisions, readRevision } from "~/domain/courses/drafts/draft-history-store.server";
import { LESSON_PATH, type RevisionNote } from "~/domain/courses/drafts/lesson-editor";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { requireDraft } from "./preview-draft-lesson";

/** What PostgreSQL counts up to. */
const MOST_REVISIONS = 2 ** 31 - 1;

/** The steps in which a lesson of the open draft was written. */
export async function viewLessonHistory(input: { slug: string; path: string }): Promise<RevisionNote[]> {
  const draft = await requireDraft(input.slug);
  return listRevisions(db, { draftId: draft.id, path: input.path });
}

/** What a lesson said at one of these steps. */
export async function readLessonRevision(input: { slug: string; path: string; revision: number }): Promise<string> {
  const draft = await requireDraft(input.slug);
  const text =
    LESSON_PATH.test(input.path) && input.revision <= MOST_REVISIONS
      ? await readRevision(db, { draftId: draft.id, path: input.path, revision: input.revision })
      : null;
  if (text === null) throw notFound(`revision ${input.revision} of ${input.path}`);
  return text;
}
