import { z } from "zod";
import { type CourseFile, courseSchema } from "~/domain/courses/content-schemas";
import { courseSource, filePath } from "~/domain/courses/course-source";
import type { Draft } from "~/domain/courses/drafts/draft";
import { findOpenDraft } from "~/domain/courses/drafts/draft-store.server";
import { type DraftTexts, listMediaFiles, readDraftText } from "~/domain/courses/drafts/draft-texts-store.server";
import { inWords, type LessonPreviewAnswer, lessonIdOfPath } from "~/domain/courses/drafts/lesson-editor";
import { mediaAddress } from "~/domain/courses/media/media-address";
import { compileDraftLesson } from "~/domain/courses/lesson/lesson-work.server";
import { readYaml } from "~/domain/courses/yaml-source";
import type { LegalDocument } from "~/domain/documents/document";
import { listDocuments } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";

/** The draft of a course that is open, or not found. */
export async function requireDraft(slug: string): Promise<Draft> {
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  return draft;
}

/** What learners would see of a lesson as it is being written, and what is wrong with it, in words. */
export async function previewDraftLesson(input: {
  slug: string;
  path: string;
  text: string;
  /** A later request of the same writer makes this one needless. */
  writer: string | null;
  language: "vi" | "en";
  now: Date;
}): Promise<LessonPreviewAnswer> {
  const draft = await requireDraft(input.slug);
  const [documents, media, outline] = await Promise.all([
    listDocuments(db),
    listMediaFiles(db, draft.id),
    readDraftText(db, { draftId: draft.id, path: "course.yaml" }),
  ]);
  return previewOf({ ...input, documents, media, lessonIds: lessonIdsOf(outline) });
}

export async function previewOf(input: {
  slug: string;
  path: string;
  text: string;
  writer: string | null;
  language: "vi" | "en";
  now: Date;
  documents: LegalDocument[];
  media: DraftTexts["media"];
  lessonIds: string[];
}): Promise<LessonPreviewAnswer> {
  const { slug, path, text, writer, language, now, documents, media, lessonIds } = input;
  const done = await compileDraftLesson(
    {
      text,
      file: filePath(courseSource(slug, new Map()), path),
      id: lessonIdOfPath(path),
      documents,
      lessonIds,
      media: media.map((file) => ({ path: file.path, size: file.size, address: mediaAddress(file) })),
      today: localDay(now),
    },
    writer,
  );
  if (done.kind !== "compiled") return done;
  const { lesson, faults, problems, lines } = done.draft;
  return {
    kind: "shown",
    lesson,
    lines,
    problems: problems.map((problem) => inWords(problem, language)),
    faults: faults.map(({ problems: own, ...fault }) => ({
      ...fault,
      problems: own.map((each) => inWords(each, language)),
    })),
  };
}

/** The ids of the lessons that course.yaml lists; none while it cannot be read. */
export function lessonIdsOf(outline: string | null): string[] {
  return outlineOf(outline)?.lessons.map(({ file }) => lessonIdOfPath(`lessons/${file}.mdx`)) ?? [];
}

const { title, lessons } = courseSchema.shape;
const outlineSchema = z.object({ title, lessons });

/** Of course.yaml, what the editor of a lesson needs. */
export function outlineOf(outline: string | null): Pick<CourseFile, "title" | "lessons"> | null {
  const { yaml } = readYaml({ text: outline ?? "", file: "course.yaml" });
  const read = outlineSchema.safeParse(yaml?.value);
  return read.success ? read.data : null;
}
