/** Drafts as a whole: begun, laid aside, taken up again; and what a form was filled in for. */
import type { Db } from "~/platform/db.server";
import { sha256 } from "../content-hash.server";
import type { DraftState } from "./draft";

export interface DraftOnShelf {
  id: string;
  slug: string;
  state: DraftState;
  /** From course.yaml when it was published once; the writer's own title stands in the file. */
  baseNumber: number | null;
  createdAt: Date;
  createdByName: string;
  /** Who wrote in it last, and when. */
  touchedAt: Date | null;
  touchedByName: string | null;
  closedAt: Date | null;
  courseYaml: Uint8Array | null;
}

const SHELF = `
  SELECT d.id, d.slug, d.state::text AS state, v.number AS "baseNumber", d.created_at AS "createdAt",
         d.created_by_name AS "createdByName", last.updated_at AS "touchedAt", last.updated_by_name AS "touchedByName",
         d.closed_at AS "closedAt", main.bytes AS "courseYaml"
    FROM course_draft d
    LEFT JOIN course_version v ON v.id = d.base_version_id
    LEFT JOIN draft_file main ON main.draft_id = d.id AND main.path = 'course.yaml'
    LEFT JOIN LATERAL (SELECT f.updated_at, f.updated_by_name FROM draft_file f WHERE f.draft_id = d.id AND f.revision > 1
                        ORDER BY f.updated_at DESC LIMIT 1) last ON true`;

/** The drafts that are being worked on, and those that were discarded after a day, newest first. */
export async function listShelf(db: Db, input: { discardedSince: Date }): Promise<DraftOnShelf[]> {
  return db.$queryRawUnsafe<DraftOnShelf[]>(
    `${SHELF} WHERE d.state IN ('editing', 'in_review', 'approved')
        OR (d.state = 'discarded' AND d.closed_at >= $1
            AND NOT EXISTS (SELECT 1 FROM course_draft o WHERE o.slug = d.slug AND o.created_at > d.created_at))
     ORDER BY d.state = 'discarded', coalesce(last.updated_at, d.created_at) DESC, d.slug LIMIT 200`,
    input.discardedSince,
  );
}

/** Lays a draft aside; what was written in it stays. False: it was not open any more. */
export async function discardDraft(tx: Db, input: { draftId: string; now: Date }): Promise<boolean> {
  const { count } = await tx.courseDraft.updateMany({
    where: { id: input.draftId, state: { in: ["editing", "in_review", "approved"] } },
    data: { state: "discarded", closedAt: input.now },
  });
  return count === 1;
}

/** Takes a discarded draft up again, to be edited. False: it is none, too old, or the course has another one by now. */
export async function reopenDraft(tx: Db, input: { draftId: string; discardedSince: Date }): Promise<boolean> {
  const { draftId, discardedSince } = input;
  // Serialized by the slug's own lock: two drafts of one course must not both become the open one.
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtext('draft ' || slug))::text FROM course_draft WHERE id = ${draftId}::uuid`;
  return (
    (await tx.$executeRaw`
      UPDATE course_draft d SET state = 'editing', closed_at = NULL
       WHERE d.id = ${draftId}::uuid AND d.state = 'discarded' AND d.closed_at >= ${discardedSince}
         AND NOT EXISTS (SELECT 1 FROM course_draft o
                          WHERE o.slug = d.slug AND o.state IN ('editing', 'in_review', 'approved'))`) === 1
  );
}

export async function findDraft(
  db: Db,
  draftId: string,
): Promise<{ id: string; slug: string; state: DraftState } | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(draftId)) return null;
  return db.courseDraft.findUnique({ where: { id: draftId }, select: { id: true, slug: true, state: true } });
}

/** Is this name of a folder taken, by a course or by a draft that is open? */
export async function isSlugTaken(db: Db, slug: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM course WHERE slug = ${slug})
        OR EXISTS (SELECT 1 FROM course_draft
                    WHERE slug = ${slug} AND state IN ('editing', 'in_review', 'approved')) AS taken`;
  return row?.taken === true;
}

export type FilePart = "test" | "bank";
const PATHS: Record<FilePart, RegExp> = { test: /^test\.yaml$/, bank: /^bank\// };

/**
 * What a form was filled in for: the same sign for the same files, in a version or in a draft. So a form that was opened before a
 * draft was begun still holds when nobody has changed what it is about.
 */
export function standOf(hashes: readonly { path: string; sha256: string }[], part: FilePart): string {
  const lines = hashes
    .filter(({ path }) => PATHS[part].test(path))
    .map(({ path, sha256: hash }) => `${path} ${hash}`)
    .sort();
  return sha256(new TextEncoder().encode(lines.join("\n"))).slice(0, 16);
}

export async function hashesOfDraft(db: Db, draftId: string) {
  return db.draftFile.findMany({ where: { draftId }, select: { path: true, sha256: true } });
}

export async function hashesOfVersion(db: Db, versionId: string) {
  return db.courseFile.findMany({ where: { versionId }, select: { path: true, sha256: true } });
}

/** Who changed a part of a draft last, for who comes too late. */
export async function lastChangeOf(
  db: Db,
  input: { draftId: string; part: FilePart },
): Promise<{ byName: string; at: Date } | null> {
  const rows = await db.draftFileRevision.findMany({
    where: { draftId: input.draftId },
    orderBy: [{ savedAt: "desc" }, { revision: "desc" }],
    select: { path: true, savedAt: true, savedByName: true },
    take: 500,
  });
  const last = rows.find(({ path }) => PATHS[input.part].test(path));
  return last ? { byName: last.savedByName, at: last.savedAt } : null;
}

/** Adds a sentence to what the version will say was changed and why. */
export async function addChangeNote(tx: Db, input: { draftId: string; note: string }): Promise<void> {
  await tx.$executeRaw`
    UPDATE course_draft SET change_note = left(concat_ws(E'\n', nullif(change_note, ''), ${input.note}::text), 4000)
     WHERE id = ${input.draftId}::uuid`;
}

export interface RemovedFile {
  path: string;
  removedAt: Date;
  removedByName: string;
}

/** Lessons that were taken away in this draft and are not there now, the last one first. */
export async function listRemovedLessons(db: Db, draftId: string): Promise<RemovedFile[]> {
  return db.$queryRaw<RemovedFile[]>`
    SELECT r.path, r.saved_at AS "removedAt", r.saved_by_name AS "removedByName"
      FROM (SELECT DISTINCT ON (path) path, bytes, saved_at, saved_by_name FROM draft_file_revision
             WHERE draft_id = ${draftId}::uuid AND path LIKE 'lessons/%' ORDER BY path, revision DESC) r
     WHERE r.bytes IS NULL
       AND NOT EXISTS (SELECT 1 FROM draft_file f WHERE f.draft_id = ${draftId}::uuid AND f.path = r.path)
     ORDER BY r.saved_at DESC LIMIT 50`;
}

/** The last text that a file had before it was taken away. */
export async function lastTextOf(db: Db, input: { draftId: string; path: string }): Promise<Uint8Array | null> {
  const row = await db.draftFileRevision.findFirst({
    where: { ...input, bytes: { not: null } },
    orderBy: { revision: "desc" },
    select: { bytes: true },
  });
  return row?.bytes ?? null;
}
