import type { Viewer } from "~/domain/auth/permissions";
import { listHolders } from "~/domain/auth/permission-holders-store.server";
import { compareCourses, compareLessons, type ComparedCourse } from "~/domain/courses/compare/comparison";
import { isError } from "~/domain/courses/content-problem";
import type { Draft } from "~/domain/courses/drafts/draft";
import { listDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { listRemarks } from "~/domain/courses/drafts/remark-store.server";
import { canReview, powersOf } from "~/domain/courses/drafts/review-policy";
import { listReviewers, readReview } from "~/domain/courses/drafts/review-store.server";
import type { FileChange, ReviewLessonPage, ReviewPage } from "~/domain/courses/drafts/review-view";
import { listSignoff } from "~/domain/courses/drafts/signoff-store.server";
import { studioPerson, studioPersonWith } from "~/domain/courses/drafts/studio-person";
import { listFileHashes } from "~/domain/courses/publish-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { baseOf } from "./draft-base";
import { type DraftAsVersion, draftAsVersion } from "./draft-as-version";

interface Asked {
  viewer: Viewer;
  slug: string;
  now: Date;
}

/** A draft on its way to a version: what was changed, who judges it, what was remarked, and what this person may do. */
export async function viewReview({ viewer, slug, now }: Asked): Promise<ReviewPage> {
  const { review, base, draft, version } = await readAll({ slug, now });
  const { situation, reviewers } = review;
  const person = studioPerson(viewer);
  const [files, before, remarks, holders, earlier, signoff] = await Promise.all([
    listDraftFiles(db, draft.id),
    draft.baseVersionId ? listFileHashes(db, draft.baseVersionId) : [],
    listRemarks(db, { draftId: draft.id }),
    listHolders(db, "content.approve"),
    listReviewers(db, { draftId: draft.id, round: draft.round }),
    listSignoff(db, slug),
  ]);
  const { lastWriter } = situation;
  const candidates = holders
    .filter(({ accountId, roles }) =>
      canReview(studioPersonWith(accountId, roles), { sender: viewer.accountId, lastWriter }),
    )
    .map(({ accountId, name, position, unitName }) => ({ accountId, name, position, unitName }));
  const fit = new Set(candidates.map(({ accountId }) => accountId));
  return {
    course: { slug, title: version.title, isPublished: base.course?.currentVersionId != null },
    draft,
    powers: powersOf(person, situation),
    isAsked: reviewers.some(({ accountId, decision }) => accountId === viewer.accountId && decision === null),
    reviewers,
    candidates,
    // Who judged it before goes on; at first, whom the course names for it.
    proposed: (earlier.length > 0 ? earlier : signoff).map(({ accountId }) => accountId).filter((id) => fit.has(id)),
    movedTo: base.kind === "moved" ? base.course.currentNumber : null,
    files: fileChanges(before, files),
    filesHash: situation.filesHash,
    problems: version.problems.filter(isError),
    comparison: version.kind === "compiled" ? compareCourses(await baseCourse(draft), courseOf(version)) : null,
    remarks,
    lessonFiles: lessonFiles(files),
  };
}

/** One lesson of the draft as it would be read, with what was changed against the version that the draft began with. */
export async function viewReviewLesson(input: Asked & { lessonId: string }): Promise<ReviewLessonPage> {
  const { viewer, slug, lessonId, now } = input;
  const { review, draft, version } = await readAll({ slug, now });
  if (version.kind === "faulty") throw notFound(`lesson ${lessonId}: the draft of ${slug} has errors`);
  const [before, after] = [await baseCourse(draft), courseOf(version)];
  const { lessons } = compareCourses(before, after);
  const lesson = lessons.find(({ id }) => id === lessonId);
  if (!lesson) throw notFound(`lesson ${lessonId} of the draft of ${slug}`);
  const find = (course: ComparedCourse | null) => course?.lessons.find(({ id }) => id === lessonId) ?? null;
  const compiled = find(after);
  const path = lessonFiles(await listDraftFiles(db, draft.id))[lessonId] ?? `lessons/${lessonId}.mdx`;
  const ways = lessons.filter(({ kind, id }) => kind !== "same" || id === lessonId);
  const at = ways.findIndex(({ id }) => id === lessonId);
  return {
    course: { slug, title: version.title },
    lesson,
    compiled,
    compared: compareLessons(find(before), compiled),
    path,
    remarks: await listRemarks(db, { draftId: draft.id, path }),
    mayRemark: compiled !== null && powersOf(studioPerson(viewer), review.situation).remark,
    previous: ways[at - 1] ?? null,
    next: ways[at + 1] ?? null,
    number: at + 1,
    inAll: ways.length,
  };
}

async function readAll({ slug, now }: { slug: string; now: Date }) {
  const review = await readReview(db, slug);
  if (!review) throw notFound(`draft of ${slug}`);
  const base = await inTransaction((tx) => baseOf(tx, review.draft));
  // The base may just have followed a version with the same files.
  const draft: Draft = base.kind === "stands" ? { ...review.draft, baseVersionId: base.baseVersionId } : review.draft;
  return { review, base, draft, version: await draftAsVersion({ draft, now }) };
}

const baseCourse = async ({ baseVersionId }: Draft): Promise<ComparedCourse | null> =>
  baseVersionId ? courseVersion(baseVersionId) : null;
const courseOf = ({ compiled }: Extract<DraftAsVersion, { kind: "compiled" }>): ComparedCourse => compiled;

function fileChanges(
  before: readonly { path: string; sha256: string }[],
  after: readonly { path: string; sha256: string }[],
): FileChange[] {
  const [was, is] = [before, after].map((files) => new Map(files.map(({ path, sha256 }) => [path, sha256])));
  return [...new Set([...was!.keys(), ...is!.keys()])].sort().flatMap((path): FileChange[] => {
    if (was!.get(path) === is!.get(path)) return [];
    return [{ path, kind: !was!.has(path) ? "added" : !is!.has(path) ? "removed" : "changed" }];
  });
}

/** "lessons/01-tong-quan.mdx" by its lesson "tong-quan". */
function lessonFiles(files: readonly { path: string }[]): Record<string, string> {
  return Object.fromEntries(
    files.flatMap(({ path }) => {
      const id = /^lessons\/\d+-(.+)\.mdx$/.exec(path)?.[1];
      return id ? [[id, path] as const] : [];
    }),
  );
}
