import { findCourse } from "~/domain/courses/course-store.server";
import { sha256 } from "~/domain/courses/content-hash.server";
import { lessonBlocks } from "~/domain/courses/lesson/lesson-blocks";
import { loadFiles } from "~/domain/courses/publish-store.server";
import { courseVersion, currentVersions } from "~/domain/courses/version-cache.server";
import type { LawChangePage } from "~/domain/completion/supplements/law-change-view";
import { deltaOf, type VersionText } from "~/domain/completion/supplements/delta";
import { countConcerned, listFinishedVersions } from "~/domain/completion/supplements/supplement-store.server";
import { findRegister } from "~/domain/documents/document-store.server";
import { successorsOf } from "~/domain/documents/replacement";
import { notFound } from "~/domain/problem";
import { addDays, localDay } from "~/domain/time";
import { db } from "~/platform/db.server";

/** How long people have for a supplement, unless the officer says otherwise. */
const USUAL_DAYS = 14;

/** What changed in a course since an earlier version, with the document in view; nothing is written. */
export async function viewLawChange(input: {
  number: string;
  courseSlug: string | null;
  from: number | null;
  scope: readonly string[];
  now: Date;
}): Promise<LawChangePage> {
  const today = localDay(input.now);
  const register = await findRegister(db, today);
  const document = register.get(input.number);
  if (!document) throw notFound(`document ${input.number}`);
  const courses = (await currentVersions()).map(({ slug, manifest }) => ({ slug, title: manifest.title }));
  const course = courses.find(({ slug }) => slug === input.courseSlug) ?? (courses.length === 1 ? courses[0]! : null);
  if (!course) return { document, courses, asked: null, chosen: null };
  const record = await findCourse(db, course.slug);
  const versions = record ? await listFinishedVersions(db, record.id) : [];
  const current = versions.find((version) => version.current);
  if (!record || !current) throw notFound(`course ${course.slug}`);
  const earlier = versions.filter(({ number }) => number < current.number);
  // The version that most people learnt is the one to compare with.
  const usual = [...earlier].sort((a, b) => b.finished - a.finished || b.number - a.number)[0];
  const from = earlier.find(({ number }) => number === input.from) ?? usual;
  if (!from) return { document, courses, asked: course.slug, chosen: null };
  const numbers = new Set([document.number, ...successorsOf(document.number, register).map(({ number }) => number)]);
  const [before, after, people] = await Promise.all([
    readVersionText(record.id, from.versionId),
    readVersionText(record.id, current.versionId),
    countConcerned(db, { courseId: record.id, upToNumber: from.number, scope: input.scope }),
  ]);
  return {
    document,
    courses,
    asked: course.slug,
    chosen: {
      course,
      earlier: earlier.map(({ number, publishedAt, finished }) => ({ number, publishedAt, finished })),
      from: from.number,
      current: current.number,
      delta: deltaOf(before, after, numbers),
      people,
      suggestedDue: addDays(today, USUAL_DAYS),
    },
  };
}

/** A version with its lessons cut into blocks, from the files that it was published with. */
export async function readVersionText(courseId: string, versionId: string): Promise<VersionText> {
  const [files, version] = await Promise.all([loadFiles(db, { courseId, versionId }), courseVersion(versionId)]);
  const hash = (words: string) => sha256(Buffer.from(words)).slice(0, 8);
  const byId = new Map(
    [...files].flatMap(([path, bytes]) => {
      const id = /^lessons\/\d{2}-(.+)\.mdx$/.exec(path)?.[1];
      return id === undefined ? [] : [[id, lessonBlocks(new TextDecoder().decode(bytes), hash)] as const];
    }),
  );
  return {
    lessons: version.lessons.map(({ id, title }) => ({ id, title, blocks: byId.get(id) ?? [] })),
    questions: version.questions,
  };
}
