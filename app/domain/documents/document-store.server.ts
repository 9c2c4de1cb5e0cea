import type { Db } from "~/platform/db.server";
import { dayFromColumn, dayToColumn } from "../time";
import type { DocumentStatus, LegalDocument } from "./document";

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

/** Writes what the register of files says; documents that left it stay, since published lessons may cite them. */
export async function saveDocuments(db: Db, documents: readonly LegalDocument[]): Promise<{ changed: number }> {
  const stored = new Map((await listDocuments(db)).map((document) => [document.number, document]));
  const changed = documents.filter((document) => !same(document, stored.get(document.number)));
  for (const document of changed) {
    const { number, ...rest } = document;
    const data = {
      ...rest,
      status: TO_COLUMN[document.status],
      issuedOn: document.issuedOn && dayToColumn(document.issuedOn),
      effectiveOn: document.effectiveOn && dayToColumn(document.effectiveOn),
    };
    await db.legalDocument.upsert({
      where: { number },
      create: { number, ...data },
      update: data,
      select: { number: true },
    });
  }
  return { changed: changed.length };
}

function same(a: LegalDocument, b: LegalDocument | undefined): boolean {
  return b !== undefined && (Object.keys(a) as (keyof LegalDocument)[]).every((key) => a[key] === b[key]);
}

/** The register, by number. */
export async function listDocuments(db: Db): Promise<LegalDocument[]> {
  const rows = await db.legalDocument.findMany({ orderBy: { number: "asc" } });
  return rows.map((row) => ({
    ...row,
    status: FROM_COLUMN[row.status],
    issuedOn: row.issuedOn && dayFromColumn(row.issuedOn),
    effectiveOn: row.effectiveOn && dayFromColumn(row.effectiveOn),
  }));
}
