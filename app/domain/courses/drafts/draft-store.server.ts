import type { Db } from "~/platform/db.server";
import type { Actor } from "../../audit/audit-event";
import type { CourseFiles } from "../course-source";
import { fileColumns, fileOfRow } from "../file-columns.server";
import type { Draft, DraftFileNote, SavedFile } from "./draft";

const OPEN_STATES = ["editing", "in_review", "approved"] as const;
/** Saves of one person within this time are one step of the history. */
const STRETCH_MS = 2 * 60_000;
const MANY_FILES = 1000;

const DRAFT = { include: { baseVersion: { select: { number: true } } } } as const;

type DraftRow = Omit<Draft, "baseNumber"> & { baseVersion: { number: number } | null };

function draftOf(row: DraftRow): Draft {
  const { baseVersion, ...draft } = row;
  const { id, slug, courseId, baseVersionId, state, round, changeNote, createdAt, createdByName } = draft;
  const { submittedAt, submittedBy, submittedByName } = draft;
  const base = { baseVersionId, baseNumber: baseVersion?.number ?? null };
  const begun = { createdAt, createdByName, submittedAt, submittedBy, submittedByName };
  return { id, slug, courseId, ...base, state, round, changeNote, ...begun };
}

/** The draft of a course that is being worked on, or null. */
export async function findOpenDraft(db: Db, slug: string): Promise<Draft | null> {
  const row = await db.courseDraft.findFirst({ where: { slug, state: { in: [...OPEN_STATES] } }, ...DRAFT });
  return row && draftOf(row);
}

/** All drafts that are being worked on, the one touched last first. */
export async function listOpenDrafts(db: Db): Promise<Draft[]> {
  const rows = await db.courseDraft.findMany({
    where: { state: { in: [...OPEN_STATES] } },
    orderBy: [{ createdAt: "desc" }, { slug: "asc" }],
    take: MANY_FILES,
    ...DRAFT,
  });
  return rows.map(draftOf);
}

/** Begins a draft; null when one of that course is open. */
export async function createDraft(
  tx: Db,
  input: {
    slug: string;
    courseId: string | null;
    baseVersionId: string | null;
    files: CourseFiles;
    actor: Actor;
    now: Date;
  },
): Promise<Draft | null> {
  const { slug, courseId, baseVersionId, files, actor, now } = input;
  // Against the one-open-draft index; who waits for somebody else's transaction finds that draft there afterwards.
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO course_draft (slug, course_id, base_version_id, created_at, created_by, created_by_name)
    VALUES (${slug}, ${courseId}::uuid, ${baseVersionId}::uuid, ${now}, ${actor.accountId}::uuid, ${actor.name})
    ON CONFLICT DO NOTHING RETURNING id`;
  if (!made) return null;
  await tx.draftFile.createMany({
    data: [...files].map(([path, bytes]) => ({
      draftId: made.id,
      path,
      ...fileColumns(bytes),
      updatedAt: now,
      updatedBy: actor.accountId,
      updatedByName: actor.name,
    })),
  });
  return draftOf(await tx.courseDraft.findUniqueOrThrow({ where: { id: made.id }, ...DRAFT }));
}

/** The files of a draft, ready for the checks and the compiler; media stand as `StoredFile`. */
export async function loadDraftFiles(db: Db, draftId: string): Promise<CourseFiles> {
  const files = await db.draftFile.findMany({
    where: { draftId },
    orderBy: { path: "asc" },
    select: { path: true, sha256: true, size: true, bytes: true },
  });
  return new Map(files.map((file) => [file.path, fileOfRow(file)]));
}

export async function listDraftFiles(db: Db, draftId: string): Promise<DraftFileNote[]> {
  return db.$queryRaw<DraftFileNote[]>`
    SELECT path, sha256, coalesce(size, length(bytes)) AS size, revision, updated_at AS "updatedAt", updated_by_name AS "updatedByName"
      FROM draft_file WHERE draft_id = ${draftId}::uuid ORDER BY path`;
}

export async function readDraftFile(
  db: Db,
  input: { draftId: string; path: string },
): Promise<(Omit<DraftFileNote, "size"> & { bytes: Uint8Array }) | null> {
  const row = await db.draftFile.findUnique({
    where: { draftId_path: input },
    select: { path: true, sha256: true, size: true, bytes: true, revision: true, updatedAt: true, updatedByName: true },
  });
  if (!row) return null;
  const { size: _, ...file } = row;
  return { ...file, bytes: fileOfRow(row) };
}

/** Holds a draft until the transaction ends, and says its state. */
export async function lockDraft(tx: Db, draftId: string): Promise<Draft["state"]> {
  const [draft] = await tx.$queryRaw<{ state: Draft["state"] }[]>`
    SELECT state FROM course_draft WHERE id = ${draftId}::uuid FOR UPDATE`;
  return draft?.state ?? "discarded";
}

/**
 * Saves a file, or takes it away (`bytes` null), over the revision that the writer had before them; `over` null: the file was not
 * there. Every stretch of writing of a person is kept in the history. Call within a transaction: the draft is locked, so that it
 * cannot be sent for review or published half-way.
 */
export async function saveDraftFile(
  tx: Db,
  input: {
    draftId: string;
    path: string;
    bytes: Uint8Array | null;
    /** "whatever": over what is there, for changes that read the file within the same transaction. */
    over: number | null | "whatever";
    /** Never one step of the history with what the same person wrote just before. */
    ownStep?: boolean;
    actor: Actor;
    now: Date;
  },
): Promise<SavedFile> {
  const { draftId, path, bytes, over, ownStep = false, actor, now } = input;
  const state = await lockDraft(tx, draftId);
  if (state !== "editing") return { kind: "closed", state };
  const there = await tx.draftFile.findUnique({ where: { draftId_path: { draftId, path } } });
  const last = await tx.draftFileRevision.findFirst({
    where: { draftId, path },
    orderBy: { revision: "desc" },
    select: { revision: true, savedAt: true, savedBy: true, savedByName: true },
  });
  if (over !== "whatever" && (there?.revision ?? null) !== over) {
    return {
      kind: "overtaken",
      revision: there?.revision ?? last?.revision ?? 0,
      bytes: there && fileOfRow(there),
      byName: there?.updatedByName ?? last?.savedByName ?? "",
      at: there?.updatedAt ?? last?.savedAt ?? now,
    };
  }
  const kept = bytes && fileColumns(bytes);
  if (!there && !kept) return { kind: "saved", revision: last?.revision ?? 0 };
  if (there && there.sha256 === kept?.sha256) return { kind: "saved", revision: there.revision };
  const revision = Math.max(there?.revision ?? 0, last?.revision ?? 0) + 1;
  // What was there before anybody wrote stands in no revision yet.
  const by = { savedBy: actor.accountId, savedByName: actor.name, savedAt: now };
  if (there && !last) {
    const { revision: first, bytes: old, sha256, size, updatedBy, updatedByName, updatedAt } = there;
    await tx.draftFileRevision.create({
      data: {
        draftId,
        path,
        revision: first,
        bytes: old,
        sha256,
        size,
        savedBy: updatedBy,
        savedByName: updatedByName,
        savedAt: updatedAt,
      },
    });
  }
  const goesOn =
    !ownStep &&
    last &&
    last.savedBy === actor.accountId &&
    now.getTime() - last.savedAt.getTime() < STRETCH_MS &&
    there;
  const step = kept ?? { bytes: null, sha256: null, size: null };
  if (goesOn && last.revision > 1) {
    await tx.draftFileRevision.update({
      where: { draftId_path_revision: { draftId, path, revision: last.revision } },
      // `savedAt` stays that of the beginning of the stretch, so that a long sitting leaves steps behind.
      data: { revision, ...step },
    });
  } else await tx.draftFileRevision.create({ data: { draftId, path, revision, ...step, ...by } });
  if (kept) {
    const data = { ...kept, revision, updatedAt: now, updatedBy: actor.accountId, updatedByName: actor.name };
    await tx.draftFile.upsert({
      where: { draftId_path: { draftId, path } },
      create: { draftId, path, ...data },
      update: data,
    });
  } else await tx.draftFile.deleteMany({ where: { draftId, path } });
  return { kind: "saved", revision };
}
