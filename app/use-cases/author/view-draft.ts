import { filesHash } from "~/domain/courses/content-hash.server";
import { isError } from "~/domain/courses/content-problem";
import { findCourse } from "~/domain/courses/course-store.server";
import type { BuilderLesson, BuilderView } from "~/domain/courses/drafts/builder-view";
import { COURSE_FILE, readOutline, readSettings } from "~/domain/courses/drafts/course-yaml";
import { findOpenDraft, listDraftFiles, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { readHead, wordsOf } from "~/domain/courses/drafts/lesson-file";
import { nextStepOf } from "~/domain/courses/drafts/next-step";
import { isNumbered, lessonIdOf, lessonPathOf } from "~/domain/courses/drafts/outline";
import { listRemovedLessons } from "~/domain/courses/drafts/shelf-store.server";
import { listSignoff } from "~/domain/courses/drafts/signoff-store.server";
import { minutesOf } from "~/domain/courses/lesson/reading-time";
import { findRegister } from "~/domain/documents/document-store.server";
import { listFileHashes } from "~/domain/courses/publish-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { citable } from "./upload-questions";
import { checkFilesOf, fileText, readBanks, readTest } from "./working-course";

/** The open draft of a course with its outline, what is wrong with it, and what comes next. */
export async function viewDraft(input: { slug: string; now: Date }): Promise<BuilderView> {
  const { slug, now } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  const [files, notes, removed, signoff, register, course, base] = await Promise.all([
    loadDraftFiles(db, draft.id),
    listDraftFiles(db, draft.id),
    listRemovedLessons(db, draft.id),
    listSignoff(db, slug),
    findRegister(db, localDay(now)),
    findCourse(db, slug),
    draft.baseVersionId ? listFileHashes(db, draft.baseVersionId) : [],
  ]);
  const { problems } = checkFilesOf({ slug, files, register, now });
  const faults = problems.filter(isError);
  const main = fileText(files, COURSE_FILE);
  const outline = readOutline(main);
  const lessons = (outline ?? []).map(({ file, required }): BuilderLesson => {
    const path = lessonPathOf(file);
    const text = fileText(files, path);
    const words = wordsOf(text);
    const note = notes.find((each) => each.path === path);
    return {
      id: lessonIdOf(file),
      file,
      title: readHead(text).title ?? lessonIdOf(file),
      required,
      words,
      minutes: minutesOf(words),
      errors: faults.filter((fault) => fault.file.endsWith(`/${path}`)).length,
      missing: !files.has(path),
      changedAt: note && note.revision > 1 ? note.updatedAt : null,
      changedByName: note?.updatedByName ?? null,
    };
  });
  const { questions } = readBanks(slug, files, register, lessons);
  const policy = readTest(files);
  return {
    slug,
    title: readSettings(main).title || slug,
    draft,
    number: course?.currentNumber ?? null,
    lessons: outline && lessons,
    minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    numbered: isNumbered(outline ?? []),
    // A lesson whose file only got another number was not taken away.
    removed: removed
      .map((each) => ({ ...each, id: lessonIdOf(/^lessons\/(.*)\.mdx$/.exec(each.path)?.[1] ?? "") }))
      .filter(({ id }) => !lessons.some((lesson) => lesson.id === id)),
    questions: { ready: questions.filter(({ status }) => status === "ready").length, total: questions.length },
    drawn: policy && policy.draw.reduce((sum, { count }) => sum + count, 0),
    media: [...files.keys()].filter((path) => path.startsWith("media/")).length,
    signoff,
    problems,
    errors: faults.length,
    next: nextStepOf({
      state: draft.state,
      lessons,
      errors: faults.length,
      changed: filesHash(base) !== filesHash(notes),
    }),
    documents: citable([...register.values()]),
  };
}
