/** Two versions of a course, or a draft and a version: what a reader, a test taker and an officer find changed. */
import type { Question } from "../../assessment/question-types";
import type { CompiledLesson, CourseManifest, TestPolicy } from "../course";
import { type AlignedRow, alignBlocks } from "./align";
import { blocksOf, type LessonBlock, withoutIds } from "./lesson-blocks";
import { markWords } from "./mark-words";
import { type QuestionChange, questionChanges } from "./question-changes";

/** What is compared of each side. */
export interface ComparedCourse {
  manifest: CourseManifest;
  lessons: readonly CompiledLesson[];
  questions: readonly Question[];
}

export const FACTS = [
  "title",
  "summary",
  "audience",
  "language",
  "studyForm",
  "reviewedOn",
  "reviewedBy",
  "reviewAgainBy",
  "criteria",
  "certificateName",
] as const;
export type Fact = (typeof FACTS)[number];

export interface FactChange {
  fact: Fact;
  before: string | null;
  after: string | null;
}

export interface LessonChange {
  id: string;
  title: string;
  kind: "added" | "removed" | "changed" | "same";
  /** Blocks that were added, removed or changed. */
  blocks: number;
  /** Whether it must be read: where that was changed. */
  required: { before: boolean; after: boolean } | null;
}

export interface Comparison {
  facts: FactChange[];
  /** In the order of the later side; those that are gone come last. */
  lessons: LessonChange[];
  /** Titles in both orders, where the lessons that both have stand in another one. */
  order: { before: string[]; after: string[] } | null;
  questions: QuestionChange[];
  test: { before: TestPolicy | null; after: TestPolicy | null; changed: boolean };
  topics: Record<string, string>;
}

/** `before` null: there was no version yet. */
export function compareCourses(before: ComparedCourse | null, after: ComparedCourse): Comparison {
  const [was, is] = [before?.manifest ?? null, after.manifest];
  const test = { before: was?.test ?? null, after: is.test };
  return {
    facts: factChanges(was, is),
    lessons: lessonChanges(before, after),
    order: orderChange(was, is),
    questions: questionChanges(before?.questions ?? [], after.questions),
    test: { ...test, changed: sortedJson(test.before) !== sortedJson(test.after) },
    topics: { ...was?.topics, ...is.topics },
  };
}

export const nothingChanged = ({ facts, lessons, order, questions, test }: Comparison) =>
  facts.length === 0 &&
  lessons.every(({ kind, required }) => kind === "same" && required === null) &&
  order === null &&
  questions.length === 0 &&
  !test.changed;

function factChanges(before: CourseManifest | null, after: CourseManifest): FactChange[] {
  const factsOf = (manifest: CourseManifest): Record<Fact, string> => ({
    ...manifest,
    criteria: manifest.criteria.join(", "),
    certificateName: manifest.certificate.courseName,
  });
  const [was, is] = [before && factsOf(before), factsOf(after)];
  return FACTS.map((fact) => ({ fact, before: was?.[fact] ?? null, after: is[fact] })).filter(
    (change) => change.before !== change.after,
  );
}

function lessonChanges(before: ComparedCourse | null, after: ComparedCourse): LessonChange[] {
  const outlineOf = (course: ComparedCourse | null) => new Map(course?.manifest.lessons.map((each) => [each.id, each]));
  const earlier = new Map(before?.lessons.map((lesson) => [lesson.id, lesson]));
  const later = new Map(after.lessons.map((lesson) => [lesson.id, lesson]));
  const [was, is] = [outlineOf(before), outlineOf(after)];
  const ids = [...later.keys(), ...[...earlier.keys()].filter((id) => !later.has(id))];
  return ids.map((id) => {
    const [old, now] = [earlier.get(id) ?? null, later.get(id) ?? null];
    const compared = compareLessons(old, now);
    const blocks = compared.rows.filter(({ kind }) => kind !== "same").length;
    const changed = blocks > 0 || compared.head.length > 0;
    const [asked, asks] = [was.get(id)?.required, is.get(id)?.required];
    return {
      id,
      title: (now ?? old)!.title,
      kind: !old ? "added" : !now ? "removed" : changed ? "changed" : "same",
      blocks,
      required: asked !== undefined && asks !== undefined && asked !== asks ? { before: asked, after: asks } : null,
    };
  });
}

function orderChange(before: CourseManifest | null, after: CourseManifest): Comparison["order"] {
  if (!before) return null;
  const ids = (manifest: CourseManifest, other: CourseManifest) =>
    manifest.lessons.filter(({ id }) => other.lessons.some((each) => each.id === id)).map(({ id }) => id);
  if (ids(before, after).join() === ids(after, before).join()) return null;
  const titles = ({ lessons }: CourseManifest) => lessons.map(({ title }) => title);
  return { before: titles(before), after: titles(after) };
}

export type LessonHead =
  "title" | "summary" | "objectives" | "legalBasis" | "reviewedOn" | "reviewedBy" | "reviewAgainBy";

/** A block as it is shown: on the earlier side without ids, and in what was changed with the words marked. */
export type ShownRow = AlignedRow & { html: { before: string | null; after: string | null } };

export interface ComparedLesson {
  head: { part: LessonHead; before: string | null; after: string | null }[];
  rows: ShownRow[];
}

/** One lesson in two versions, block beside block; null on the side that does not have it. */
export function compareLessons(before: CompiledLesson | null, after: CompiledLesson | null): ComparedLesson {
  const [was, is] = [before && headOf(before), after && headOf(after)];
  const parts = Object.keys(was ?? is ?? {}) as LessonHead[];
  return {
    head: parts
      .map((part) => ({ part, before: was?.[part] ?? null, after: is?.[part] ?? null }))
      .filter((change) => change.before !== change.after),
    rows: alignBlocks(before ? blocksOf(before) : [], after ? blocksOf(after) : []).map(shown),
  };
}

function headOf(lesson: CompiledLesson): Record<LessonHead, string> {
  const { title, summary, objectives, legalBasis, reviewedOn, reviewedBy, reviewAgainBy } = lesson;
  const basis = legalBasis.map(({ document, article, clause }) =>
    [document, article, clause].filter(Boolean).join(", "),
  );
  return {
    title,
    summary,
    objectives: objectives.join("; "),
    legalBasis: basis.join("; "),
    reviewedOn,
    reviewedBy,
    reviewAgainBy,
  };
}

function shown(row: AlignedRow): ShownRow {
  const plain = (block: LessonBlock | null) => (block ? withoutIds(block.html) : null);
  if (row.kind !== "changed" || row.before.check) {
    return { ...row, html: { before: plain(row.before), after: row.after?.html ?? null } };
  }
  const marked = markWords(withoutIds(row.before.html), row.after.html);
  return { ...row, html: marked };
}

const sortedJson = (value: unknown) =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
