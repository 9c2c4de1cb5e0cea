import type { Actor } from "~/domain/audit/audit-event";
import type { CourseFiles } from "~/domain/courses/course-source";
import { COURSE_FILE, readOutline, readSettings, writeOutline } from "~/domain/courses/drafts/course-yaml";
import { findOpenDraft } from "~/domain/courses/drafts/draft-store.server";
import { newLessonText, withTitle } from "~/domain/courses/drafts/lesson-file";
import {
  inOrderOf,
  lessonIdOf,
  lessonPathOf,
  MOST_LESSONS,
  newLessonFile,
  nudged,
  type OutlineEntry,
  renumbered,
  withRequired,
  without,
} from "~/domain/courses/drafts/outline";
import type { OutlineStep } from "~/domain/courses/drafts/outline-form";
import { lastTextOf } from "~/domain/courses/drafts/shelf-store.server";
import type { DraftAnswer } from "~/domain/courses/drafts/working-course";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { tryChangeDraft } from "./change-draft";
import type { ChangedFiles } from "./files-in-use";
import { fileText } from "./working-course";

/** Why a step cannot be done: each with the thing that it is about. */
export type OutlineRefusal =
  /** Somebody removed the lesson meanwhile. */
  | "gone"
  /** course.yaml, or the front matter of the lesson, cannot be read: it has to be mended by hand first. */
  | "unreadable"
  | "too-many"
  /** A lesson of that id is there. */
  | "taken";

/**
 * One step in the outline of the open draft. A step says what is wanted of a lesson and not how the list looked, so that it holds
 * whatever others did to the list meanwhile.
 */
export async function changeOutline(input: {
  slug: string;
  step: OutlineStep;
  actor: Actor;
  now: Date;
}): Promise<DraftAnswer | { kind: "declined"; why: OutlineRefusal }> {
  const { slug, step, actor, now } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  const kept = step.intent === "restore" ? await lastTextOf(db, { draftId: draft.id, path: step.path }) : null;
  return tryChangeDraft<OutlineRefusal>({ slug, actor, now, change: (files) => changeOf(files, step, kept, now) });
}

const bytes = (text: string) => new TextEncoder().encode(text);

function changeOf(
  files: CourseFiles,
  step: OutlineStep,
  kept: Uint8Array | null,
  now: Date,
): ChangedFiles | OutlineRefusal {
  const main = fileText(files, COURSE_FILE);
  const entries = readOutline(main);
  if (!entries) return "unreadable";
  const listed = (changed: readonly OutlineEntry[] | null, more: [string, Uint8Array | null][] = []) =>
    changed === null
      ? ("gone" as const)
      : new Map<string, Uint8Array | null>([[COURSE_FILE, bytes(writeOutline(main, changed))], ...more]);
  switch (step.intent) {
    case "up":
    case "down":
      return listed(nudged(entries, step.lesson, step.intent));
    case "order":
      return listed(inOrderOf(entries, step.order));
    case "require":
    case "free":
      return listed(withRequired(entries, step.lesson, step.intent === "require"));
    case "remove": {
      const entry = entries.find(({ file }) => lessonIdOf(file) === step.lesson);
      return listed(without(entries, step.lesson), entry ? [[lessonPathOf(entry.file), null]] : []);
    }
    case "restore": {
      const file = /^lessons\/(.*)\.mdx$/.exec(step.path)![1]!;
      if (!kept) return "gone";
      if (files.has(step.path) || entries.some((entry) => lessonIdOf(entry.file) === lessonIdOf(file))) return "taken";
      if (entries.length >= MOST_LESSONS) return "too-many";
      return listed([...entries, { file, required: true }], [[step.path, kept]]);
    }
    case "rename": {
      const entry = entries.find(({ file }) => lessonIdOf(file) === step.lesson);
      if (!entry || !files.has(lessonPathOf(entry.file))) return "gone";
      const renamed = withTitle(fileText(files, lessonPathOf(entry.file)), step.title);
      return renamed === null ? "unreadable" : new Map([[lessonPathOf(entry.file), bytes(renamed)]]);
    }
    case "add": {
      if (entries.length >= MOST_LESSONS) return "too-many";
      const file = newLessonFile(entries, files.keys(), step.title);
      const text = newLessonText({ ...addedLesson(main, now), ...step, summary: step.objective, id: lessonIdOf(file) });
      return listed([...entries, { file, required: true }], [[lessonPathOf(file), bytes(text)]]);
    }
    case "renumber":
      return renumber(files, main, entries);
  }
}

/** A new lesson is reviewed when its course is, until its own days are set. */
function addedLesson(main: string, now: Date) {
  const { reviewedOn, reviewedBy, reviewAgainBy } = readSettings(main);
  return { reviewedOn: reviewedOn || localDay(now), reviewedBy, reviewAgainBy };
}

/** Files get the numbers of their places; every lesson keeps its id and its text. */
function renumber(files: CourseFiles, main: string, entries: readonly OutlineEntry[]): ChangedFiles {
  const { entries: numbered, renames } = renumbered(entries);
  const changed = new Map<string, Uint8Array | null>();
  for (const from of renames.keys()) changed.set(lessonPathOf(from), null);
  for (const [from, to] of renames) {
    const text = files.get(lessonPathOf(from));
    if (text) changed.set(lessonPathOf(to), text);
  }
  return changed.set(COURSE_FILE, bytes(writeOutline(main, numbered, renames)));
}
