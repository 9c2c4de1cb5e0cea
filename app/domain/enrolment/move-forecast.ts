/** What becomes of people under way when a course gets another version. */
import { sameValue } from "../assessment/test-policy/same-value";
import type { CompiledLesson, LessonOutline } from "../courses/course";

export interface LessonsBetween {
  /** The same id and the same text. */
  same: string[];
  /** The same id, and another text. */
  changed: string[];
  added: string[];
  removed: string[];
}

/** The lessons of two versions, by what their readers find: title, aims and text. */
export function lessonsBetween(from: readonly CompiledLesson[], to: readonly CompiledLesson[]): LessonsBetween {
  const earlier = new Map(from.map((lesson) => [lesson.id, lesson]));
  const later = new Set(to.map(({ id }) => id));
  const both = to.filter(({ id }) => earlier.has(id));
  const isSame = (lesson: CompiledLesson) => sameLesson(earlier.get(lesson.id)!, lesson);
  return {
    same: both.filter(isSame).map(({ id }) => id),
    changed: both.filter((lesson) => !isSame(lesson)).map(({ id }) => id),
    added: to.filter(({ id }) => !earlier.has(id)).map(({ id }) => id),
    removed: from.filter(({ id }) => !later.has(id)).map(({ id }) => id),
  };
}

export function sameLesson(a: CompiledLesson, b: CompiledLesson): boolean {
  return a.title === b.title && sameValue(a.objectives, b.objectives) && sameValue(a.segments, b.segments);
}

/** People under way in one version who finished the same lessons; nobody among them sits at a paper. */
export interface MoverGroup {
  versionId: string;
  finished: string[];
  passed: boolean;
  people: number;
}

/** How many are where, in one version of a course. */
export interface VersionPeople {
  versionId: string;
  number: number;
  underWay: number;
  /** Of those under way: who keeps the version whatever is decided, because a paper or a duty to read belongs to it. */
  held: number;
  completed: number;
  certificates: number;
}

export interface MoveEffect {
  /** How many would move. */
  people: number;
  /** Of them: who loses the mark of a finished lesson, because it changed and is to be read again. */
  readAgain: number;
  /** Of them: who has required lessons to read that their version did not have. */
  moreToRead: number;
  /** Of them: who has then done everything. */
  complete: number;
}

/** The lessons that count as finished after the move. */
export function finishedAfter(
  finished: readonly string[],
  between: LessonsBetween,
  changedLessons: "keep" | "unread",
): string[] {
  return finished.filter(
    (id) => between.same.includes(id) || (changedLessons === "keep" && between.changed.includes(id)),
  );
}

/** What a move would do; nothing is written. */
export function forecastMove(input: {
  groups: readonly MoverGroup[];
  /** By the version that people come from. */
  between: ReadonlyMap<string, LessonsBetween>;
  outline: readonly Pick<LessonOutline, "id" | "required">[];
  hasTest: boolean;
  changedLessons: "keep" | "unread";
}): MoveEffect {
  const { groups, between, outline, hasTest, changedLessons } = input;
  const required = outline.filter((lesson) => lesson.required).map(({ id }) => id);
  const effect: MoveEffect = { people: 0, readAgain: 0, moreToRead: 0, complete: 0 };
  for (const { versionId, finished, passed, people } of groups) {
    const lessons = between.get(versionId);
    if (!lessons) continue;
    const after = new Set(finishedAfter(finished, lessons, changedLessons));
    effect.people += people;
    if (finished.some((id) => lessons.changed.includes(id) && !after.has(id))) effect.readAgain += people;
    if (required.some((id) => lessons.added.includes(id))) effect.moreToRead += people;
    const steps = required.length + (hasTest ? 1 : 0);
    if (steps > 0 && required.every((id) => after.has(id)) && (passed || !hasTest)) effect.complete += people;
  }
  return effect;
}
