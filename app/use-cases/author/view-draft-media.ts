import type { Draft } from "~/domain/courses/drafts/draft";
import { findOpenDraft, readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { listDraftMedia } from "~/domain/courses/media/draft-media.server";
import type { DraftMedium } from "~/domain/courses/media/draft-media";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

export interface DraftMediaView {
  slug: string;
  title: string;
  state: Draft["state"];
  media: DraftMedium[];
}

/** The media of the open draft of a course, with the lessons that use each. */
export async function viewDraftMedia(input: { slug: string }): Promise<DraftMediaView> {
  const { slug } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  const [media, course] = await Promise.all([
    listDraftMedia(db, draft.id),
    readDraftFile(db, { draftId: draft.id, path: "course.yaml" }),
  ]);
  return { slug, title: titleOfCourse(course?.bytes) ?? slug, state: draft.state, media };
}

/** The title as it stands in the draft, also while the file around it is being written. */
export function titleOfCourse(bytes: Uint8Array | undefined): string | null {
  const line = bytes && /^title:\s*(.+?)\s*$/m.exec(new TextDecoder().decode(bytes))?.[1];
  return line ? line.replace(/^(["'])(.*)\1$/, "$2") : null;
}
