import type { Draft } from "~/domain/courses/drafts/draft";
import { findOpenDraft, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { lessonTitle } from "~/domain/courses/media/draft-media";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { titleOfCourse } from "./view-draft-media";

export interface WordStart {
  slug: string;
  title: string;
  state: Draft["state"];
  /** The lessons whose text a document may replace. */
  lessons: { file: string; title: string }[];
}

/** What the form for a document of Word offers. */
export async function viewWordStart(input: { slug: string }): Promise<WordStart> {
  const { slug } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  const files = await loadDraftFiles(db, draft.id);
  const lessons = [...files]
    .filter(([path]) => /^lessons\/[^/]+\.mdx$/.test(path))
    .map(([path, bytes]) => {
      const file = path.slice("lessons/".length, -".mdx".length);
      return { file, title: lessonTitle(new TextDecoder().decode(bytes)) ?? file };
    });
  return { slug, title: titleOfCourse(files.get("course.yaml")) ?? slug, state: draft.state, lessons };
}
