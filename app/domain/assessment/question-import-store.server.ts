import type { Db, Prisma } from "~/platform/db.server";
import type { ExchangeFormat } from "./exchange/exchange";
import type { ImportDefaults } from "./question-import/import-form";

export interface StoredImport {
  id: string;
  fileName: string;
  format: ExchangeFormat;
  bytes: Uint8Array;
  defaults: ImportDefaults;
  uploadedAt: Date;
  appliedAt: Date | null;
  appliedVersionId: string | null;
  appliedDraftId: string | null;
}

export async function insertImport(
  db: Db,
  input: {
    slug: string;
    /** Null: the course was never published. */
    courseId: string | null;
    fileName: string;
    format: ExchangeFormat;
    bytes: Uint8Array;
    defaults: ImportDefaults;
    uploadedBy: string;
    now: Date;
  },
): Promise<string> {
  const { now, bytes, defaults, ...rest } = input;
  const { id } = await db.questionImport.create({
    data: {
      ...rest,
      bytes: new Uint8Array(bytes),
      defaults: defaults as Prisma.InputJsonObject,
      uploadedAt: now,
    },
    select: { id: true },
  });
  return id;
}

/** A file of this very course; null also for what is no id. */
export async function findImport(db: Db, input: { slug: string; id: string }): Promise<StoredImport | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(input.id)) return null;
  const found = await db.questionImport.findFirst({ where: { id: input.id, slug: input.slug } });
  if (!found) return null;
  return { ...found, format: found.format as ExchangeFormat, defaults: found.defaults as ImportDefaults };
}

export async function listWaitingImports(db: Db, input: { slug: string }) {
  return db.questionImport.findMany({
    where: { slug: input.slug, appliedAt: null },
    orderBy: { uploadedAt: "desc" },
    take: 20,
    select: { id: true, fileName: true, uploadedAt: true },
  });
}

export async function changeImportDefaults(
  db: Db,
  input: { slug: string; id: string; defaults: ImportDefaults },
): Promise<void> {
  const { slug, id, defaults } = input;
  await db.questionImport.updateMany({
    where: { id, slug, appliedAt: null },
    data: { defaults: defaults as Prisma.InputJsonObject },
  });
}

/** false: it was taken over before. */
export async function markApplied(
  db: Db,
  input: { slug: string; id: string; draftId: string; now: Date },
): Promise<boolean> {
  const { count } = await db.questionImport.updateMany({
    where: { id: input.id, slug: input.slug, appliedAt: null },
    data: { appliedAt: input.now, appliedDraftId: input.draftId },
  });
  return count === 1;
}

export async function deleteImport(db: Db, input: { slug: string; id: string }): Promise<void> {
  await db.questionImport.deleteMany({ where: { id: input.id, slug: input.slug, appliedAt: null } });
}
