/** The order of the lessons of a course, as course.yaml lists them. A lesson is known by its id, whatever number its file has. */
import { slugOf } from "../clean-text";

export interface OutlineEntry {
  /** Name of the lesson's file without its ending: "03-ky-luat". */
  file: string;
  required: boolean;
}

export const MOST_LESSONS = 60;

/** The id of a lesson: its file without the number. */
export const lessonIdOf = (file: string) => file.replace(/^\d{2}-/, "");
export const lessonPathOf = (file: string) => `lessons/${file}.mdx`;

const placeOf = (entries: readonly OutlineEntry[], id: string) =>
  entries.findIndex(({ file }) => lessonIdOf(file) === id);

/** One place up or down; at the end of the list nothing moves. Null: there is no such lesson. */
export function nudged(entries: readonly OutlineEntry[], id: string, direction: "up" | "down"): OutlineEntry[] | null {
  const at = placeOf(entries, id);
  if (at < 0) return null;
  return movedTo(entries, id, at + (direction === "up" ? -1 : 1));
}

/** To a place, counted from 0 without the lesson itself; beyond the ends is at the ends. Null: there is no such lesson. */
export function movedTo(entries: readonly OutlineEntry[], id: string, place: number): OutlineEntry[] | null {
  const at = placeOf(entries, id);
  if (at < 0) return null;
  const others = entries.filter((_, index) => index !== at);
  const to = Math.min(Math.max(0, Math.trunc(place)), others.length);
  return [...others.slice(0, to), entries[at]!, ...others.slice(to)];
}

/**
 * In the order of these ids, as somebody dragged them. Lessons that came in meanwhile stay behind the one that they followed, and
 * ids that are gone are passed over: nobody's lesson is lost by an order that was made before it.
 */
export function inOrderOf(entries: readonly OutlineEntry[], ids: readonly string[]): OutlineEntry[] {
  const wanted = [...new Set(ids)].flatMap((id) => entries.filter(({ file }) => lessonIdOf(file) === id));
  const ordered = [...new Set(wanted)];
  entries.forEach((entry, index) => {
    if (ordered.includes(entry)) return;
    const before = entries[index - 1];
    ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, entry);
  });
  return ordered;
}

export function withRequired(entries: readonly OutlineEntry[], id: string, required: boolean): OutlineEntry[] | null {
  if (placeOf(entries, id) < 0) return null;
  return entries.map((entry) => (lessonIdOf(entry.file) === id ? { ...entry, required } : entry));
}

export function without(entries: readonly OutlineEntry[], id: string): OutlineEntry[] | null {
  return placeOf(entries, id) < 0 ? null : entries.filter(({ file }) => lessonIdOf(file) !== id);
}

/** The file of a new lesson at the end: the next number, and an id made of its title that no file of the folder has yet. */
export function newLessonFile(entries: readonly OutlineEntry[], paths: Iterable<string>, title: string): string {
  const files = [...paths].flatMap((path) => /^lessons\/(.+)\.mdx$/.exec(path)?.[1] ?? []);
  const taken = new Set([...entries.map(({ file }) => file), ...files].map(lessonIdOf));
  const wanted = slugOf(title) || "bai-hoc";
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  const highest = Math.max(0, ...entries.map(({ file }) => Number(/^\d{2}/.exec(file)?.[0] ?? 0)));
  // Past 99 there is no number of two digits left: then the place says it.
  return `${twoDigits(highest < 99 ? highest + 1 : Math.min(entries.length + 1, 99))}-${id}`;
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** Do the numbers of the files say the order? */
export const isNumbered = (entries: readonly OutlineEntry[]) => renumbered(entries).renames.size === 0;

/** Files with the numbers of their places; ids, and with them everything that points to a lesson, stay. */
export function renumbered(entries: readonly OutlineEntry[]): {
  entries: OutlineEntry[];
  /** Old file → new file, of those that change. */
  renames: Map<string, string>;
} {
  const numbered = entries.map((entry, index) => ({
    ...entry,
    file: `${twoDigits(index + 1)}-${lessonIdOf(entry.file)}`,
  }));
  const renames = new Map<string, string>();
  entries.forEach(({ file }, index) => {
    if (file !== numbered[index]!.file) renames.set(file, numbered[index]!.file);
  });
  return { entries: numbered, renames };
}
