import { findOpenDraft, readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { loadDraftTexts, readable } from "~/domain/courses/drafts/draft-texts-store.server";
import {
  editorDocument,
  LESSON_PATH,
  lessonIdOfPath,
  type LessonEditorView,
} from "~/domain/courses/drafts/lesson-editor";
import { cutLesson, readHead } from "~/domain/courses/lesson/front-matter-form";
import { documentName } from "~/domain/documents/document";
import { mediaAddress } from "~/domain/courses/media/media-address";
import { listDocuments } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { lessonIdsOf, outlineOf, previewOf } from "./preview-draft-lesson";

/** A lesson of the open draft of a course, to be written; null when no draft is open. `lesson`: its id or the name of its file. */
export async function viewLessonEditor(input: {
  slug: string;
  lesson: string;
  language: "vi" | "en";
  now: Date;
}): Promise<LessonEditorView | null> {
  const { slug, lesson } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) return null;
  const [{ texts, media }, documents] = await Promise.all([loadDraftTexts(db, draft.id), listDocuments(db)]);
  const paths = [...texts.keys()].filter((each) => LESSON_PATH.test(each));
  const path = paths.find((each) => each === `lessons/${lesson}.mdx` || lessonIdOfPath(each) === lesson);
  const file = path && (await readDraftFile(db, { draftId: draft.id, path }));
  if (!path || !file) throw notFound(`lesson ${lesson} of the draft of ${slug}`);
  const outline = texts.get("course.yaml") ?? null;
  const lessonIds = lessonIdsOf(outline);
  const text = readable(file.bytes);
  return {
    course: { slug, title: outlineOf(outline)?.title ?? slug },
    draft: { id: draft.id, state: draft.state },
    file: {
      path,
      id: lessonIdOfPath(path),
      text,
      revision: file.revision,
      updatedAt: file.updatedAt,
      updatedByName: file.updatedByName,
    },
    lessons: lessonIds.map((id) => ({ id, title: titleOf(texts, id) ?? id })),
    documents: documents.map((document) => editorDocument(document, documentName(document))),
    media: media.map((each) => ({ path: each.path, size: each.size, address: mediaAddress(each) })),
    preview: await previewOf({ ...input, path, text, writer: null, documents, media, lessonIds }),
  };
}

function titleOf(texts: ReadonlyMap<string, string>, id: string): string | null {
  const found = [...texts].find(([path]) => LESSON_PATH.test(path) && lessonIdOfPath(path) === id);
  return (found && readHead(cutLesson(found[1]).head)?.title) || null;
}
