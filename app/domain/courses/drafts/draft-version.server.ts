import type { DocumentRegister } from "../../documents/document";
import type { CheckedCourse } from "../check/check-course";
import { type CompiledCourse, compileCourse, type ReadyLessons } from "../compile-course.server";

const LIMIT = 8;

// A draft is looked at again and again while it is reviewed; what it compiles to changes only with its files.
const holder = globalThis as typeof globalThis & { chuanMucDrafts?: Map<string, Promise<CompiledCourse>> };
const drafts = () => (holder.chuanMucDrafts ??= new Map());

/** What a draft would be as a version, by its content hash: compiled once, and kept while it is asked for. */
export function compiledDraft(input: {
  hash: string;
  checked: CheckedCourse;
  register: DocumentRegister;
  /** Lessons that the version below it has already. */
  ready: () => Promise<ReadyLessons>;
}): Promise<CompiledCourse> {
  const { hash, checked, register, ready } = input;
  const known = drafts().get(hash);
  if (known) return known;
  const compiling = ready().then((lessons) => compileCourse(checked, register, lessons));
  drafts().set(hash, compiling);
  compiling.catch(() => drafts().delete(hash));
  if (drafts().size > LIMIT) drafts().delete(drafts().keys().next().value!);
  return compiling;
}
