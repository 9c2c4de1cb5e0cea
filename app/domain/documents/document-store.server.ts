import type { Db, Prisma } from "~/platform/db.server";
import { dayFromColumn, dayToColumn, type LocalDay } from "../time";
import {
  type DocumentPlace,
  type DocumentRegister,
  type DocumentStatus,
  type LegalDocument,
  registerOn,
} from "./document";
import { folderOutcome, type KeptDocument, saying } from "./folder-rule";

type StatusColumn = "in_force" | "expired" | "unverified";
const TO_COLUMN: Record<DocumentStatus, StatusColumn> = {
  "in-force": "in_force",
  expired: "expired",
  unverified: "unverified",
};
const FROM_COLUMN: Record<StatusColumn, DocumentStatus> = {
  in_force: "in-force",
  expired: "expired",
  unverified: "unverified",
};

export interface FolderSaved {
  /** What was there before, for the audit trail; null: it is new. */
  changed: { before: LegalDocument | null; after: LegalDocument }[];
  /** Numbers of documents that were changed in the browser and stand otherwise in the folder by now. */
  kept: string[];
}

/**
 * Takes over what the files of the register say. Documents that left the folder stay, since published lessons may cite them;
 * what was changed in the browser stays as it is there (`folder-rule`).
 */
export async function saveDocuments(db: Db, documents: readonly LegalDocument[]): Promise<FolderSaved> {
  const stored = new Map((await listKeptDocuments(db)).map((kept) => [kept.document.number, kept]));
  const saved: FolderSaved = { changed: [], kept: [] };
  for (const document of documents) {
    const kept = stored.get(document.number) ?? null;
    const outcome = folderOutcome(kept, document);
    if (outcome === "kept-and-told") saved.kept.push(document.number);
    if (outcome !== "take" && outcome !== "follow") continue;
    await writeDocument(db, { document, folderSaid: saying(document), changedInBrowser: false });
    if (outcome === "take") saved.changed.push({ before: kept?.document ?? null, after: document });
  }
  return saved;
}

/** A document as an officer wants it; the folder does not overwrite it from here on. */
export async function saveFromBrowser(db: Db, document: LegalDocument): Promise<void> {
  const kept = await findKeptDocument(db, document.number);
  await writeDocument(db, { document, folderSaid: kept?.folderSaid ?? null, changedInBrowser: true });
}

async function writeDocument(db: Db, { document, folderSaid, changedInBrowser }: KeptDocument): Promise<void> {
  const { number, places = [], expiredOn = null, issuedOn, effectiveOn, ...rest } = document;
  const data = {
    ...rest,
    status: TO_COLUMN[document.status],
    issuedOn: issuedOn && dayToColumn(issuedOn),
    effectiveOn: effectiveOn && dayToColumn(effectiveOn),
    expiredOn: expiredOn && dayToColumn(expiredOn),
    places: places as unknown as Prisma.InputJsonArray,
    folderSaid,
    changedInBrowser,
  };
  await db.legalDocument.upsert({
    where: { number },
    create: { number, ...data },
    update: data,
    select: { number: true },
  });
}

/** The register with the statuses that hold on a day: what every check and every compile goes by. */
export async function findRegister(db: Db, today: LocalDay): Promise<DocumentRegister> {
  return registerOn(await listDocuments(db), today);
}

/** The register, by number. */
export async function listDocuments(db: Db): Promise<LegalDocument[]> {
  return (await listKeptDocuments(db)).map(({ document }) => document);
}

export async function listKeptDocuments(db: Db): Promise<KeptDocument[]> {
  return (await db.legalDocument.findMany({ orderBy: { number: "asc" } })).map(read);
}

export async function findKeptDocument(db: Db, number: string): Promise<KeptDocument | null> {
  const row = await db.legalDocument.findUnique({ where: { number } });
  return row && read(row);
}

/** The row of a document, locked until the transaction ends, so that two forms are written one after the other. */
export async function lockDocument(tx: Db, number: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`document:${number}`}, 0))`;
}

function read(row: Prisma.LegalDocumentGetPayload<object>): KeptDocument {
  const { folderSaid, changedInBrowser, ...rest } = row;
  const document: LegalDocument = {
    ...rest,
    status: FROM_COLUMN[row.status],
    issuedOn: row.issuedOn && dayFromColumn(row.issuedOn),
    effectiveOn: row.effectiveOn && dayFromColumn(row.effectiveOn),
    expiredOn: row.expiredOn && dayFromColumn(row.expiredOn),
    places: row.places as unknown as DocumentPlace[],
  };
  return { document, folderSaid, changedInBrowser };
}
