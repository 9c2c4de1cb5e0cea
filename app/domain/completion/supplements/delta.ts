/** What differs between two versions of a course, block by block and question by question. */
import type { Question } from "../../assessment/question-types";
import { questionTypeOf } from "../../assessment/question-types";
import { sameValue } from "../../assessment/test-policy/same-value";
import type { Citation } from "../../courses/course";
import type { LessonBlock } from "../../courses/lesson/lesson-blocks";

/** A version as far as it can be compared. */
export interface VersionText {
  lessons: { id: string; title: string; blocks: readonly LessonBlock[] }[];
  questions: readonly Question[];
}

export interface DeltaBlock {
  id: string;
  text: string;
  /** How it read in the earlier version; null when it is new, or reads as it did. */
  before: string | null;
  /** It reads otherwise than in the earlier version, or was not there. */
  changed: boolean;
  /** It cites the document that changed, or what replaced it. */
  cites: boolean;
}

export interface DeltaLesson {
  id: string;
  title: string;
  /** Only blocks that changed or cite the document. */
  blocks: DeltaBlock[];
  /** How many blocks of the earlier version are gone. */
  removed: number;
}

export interface DeltaQuestion {
  id: string;
  stem: string;
  changed: boolean;
  cites: boolean;
}

export interface VersionDelta {
  lessons: DeltaLesson[];
  questions: DeltaQuestion[];
}

/** `documents`: the number of the document that changed, and of what replaced it; empty: only what changed counts. */
export function deltaOf(before: VersionText, after: VersionText, documents: ReadonlySet<string>): VersionDelta {
  const cites = (citations: readonly Citation[]) => citations.some(({ document }) => documents.has(document));
  const earlier = new Map(before.lessons.map((lesson) => [lesson.id, lesson.blocks]));
  const lessons = after.lessons.map(({ id, title, blocks }) => {
    const { pairs, removed } = pairBlocks(earlier.get(id) ?? [], blocks);
    const told = pairs
      .filter(({ block }) => block.kind === "text")
      .map(({ block, old, same }) => ({
        id: block.id,
        text: block.text,
        before: same ? null : (old?.text ?? null),
        changed: !same,
        cites: cites(block.citations) || (old !== null && cites(old.citations)),
      }))
      .filter(({ changed, cites: citing }) => changed || citing);
    return { id, title, blocks: told, removed };
  });
  const known = new Map(before.questions.map((question) => [question.id, question]));
  const questions = after.questions.filter(canBeAsked).map((question) => ({
    id: question.id,
    stem: question.stem,
    changed: !sameValue(known.get(question.id), question),
    cites: cites(citationsOfQuestion(question)),
  }));
  return {
    lessons: lessons.filter(({ blocks }) => blocks.length > 0),
    questions: questions.filter(({ changed, cites: citing }) => changed || citing),
  };
}

/** A supplement asks what a key can mark: nobody waits for an officer because of it. */
export function canBeAsked(question: Question): boolean {
  return question.status === "ready" && (questionTypeOf(question).scoring?.(question) ?? "key") === "key";
}

function citationsOfQuestion(question: Question): Citation[] {
  const options = question.type === "dilemma" ? question.options.flatMap(({ citation }) => citation ?? []) : [];
  return [question.citation, ...options] as Citation[];
}

interface Pair {
  block: LessonBlock;
  old: LessonBlock | null;
  same: boolean;
}

/**
 * Every block of the later lesson with the one that it was. The same source is the same block wherever it moved to; then the
 * same id (situations and checks have ids of their own); then what stood after the same neighbour.
 */
function pairBlocks(before: readonly LessonBlock[], after: readonly LessonBlock[]): { pairs: Pair[]; removed: number } {
  const left = new Set(before);
  const take = (found: LessonBlock | undefined) => {
    if (found) left.delete(found);
    return found ?? null;
  };
  const find = (fits: (old: LessonBlock) => boolean) => [...left].find(fits);
  const same = new Map<LessonBlock, LessonBlock>();
  for (const block of after) {
    const old = take(find(({ source }) => source === block.source));
    if (old) same.set(block, old);
  }
  const kin = new Map<LessonBlock, LessonBlock>();
  for (const block of after) {
    const old = same.has(block) ? null : take(find(({ id, kind }) => id === block.id && kind === block.kind));
    if (old) kin.set(block, old);
  }
  const pairs = after.map((block, index): Pair => {
    const exact = same.get(block);
    if (exact) return { block, old: exact, same: true };
    const named = kin.get(block);
    if (named) return { block, old: named, same: false };
    const neighbour = after[index - 1];
    const beside = neighbour && (same.get(neighbour) ?? kin.get(neighbour));
    const next = beside ? before[before.indexOf(beside) + 1] : index === 0 ? before[0] : undefined;
    const old = next && left.has(next) && next.kind === block.kind ? take(next) : null;
    if (old) kin.set(block, old);
    return { block, old, same: false };
  });
  return { pairs, removed: [...left].filter(({ kind }) => kind === "text").length };
}
