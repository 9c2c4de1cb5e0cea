import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { sha256 } from "~/domain/courses/content-hash.server";
import type { LegalDocument } from "~/domain/documents/document";
import { documentFileName, documentYaml } from "~/domain/documents/document-file";
import { documentFacts, type DocumentValues } from "~/domain/documents/document-form";
import {
  findKeptDocument,
  listDocuments,
  lockDocument,
  saveFromBrowser,
} from "~/domain/documents/document-store.server";
import { saying } from "~/domain/documents/folder-rule";
import { wouldCircle } from "~/domain/documents/replacement";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";

export type SaveDocumentAnswer =
  | { kind: "saved" | "unchanged" }
  | { kind: "refused"; reason: "number-taken" | "overtaken" | "replacement-unknown" | "replacement-circle" };

/** A document's mark: a form is taken only over the document that it was filled in for. */
export const markOf = (document: LegalDocument): string => sha256(Buffer.from(saying(document))).slice(0, 16);

/** The document and its mark, for a form. */
export async function openDocument(input: { number: string }): Promise<{ document: LegalDocument; over: string }> {
  const kept = await findKeptDocument(db, input.number);
  if (!kept) throw notFound(`document ${input.number}`);
  return { document: kept.document, over: markOf(kept.document) };
}

/** Registers a document or changes one. `number` null: it is new. From here on the folder does not overwrite it. */
export async function saveDocument(input: {
  viewer: Viewer;
  number: string | null;
  values: DocumentValues;
  now: Date;
}): Promise<SaveDocumentAnswer> {
  const { viewer, now } = input;
  const { over, ...typed } = input.values;
  const document: LegalDocument = { ...typed, number: input.number ?? typed.number };
  return inTransaction(async (tx) => {
    await lockDocument(tx, document.number);
    const before = (await findKeptDocument(tx, document.number))?.document ?? null;
    if (input.number === null && before) return { kind: "refused", reason: "number-taken" };
    if (input.number !== null && !before) throw notFound(`document ${document.number}`);
    if (before && markOf(before) !== over) return { kind: "refused", reason: "overtaken" };
    if (before && saying(before) === saying(document)) return { kind: "unchanged" };
    const register = new Map((await listDocuments(tx)).map((each) => [each.number, each]));
    if (document.replacedBy !== null) {
      if (!register.has(document.replacedBy)) return { kind: "refused", reason: "replacement-unknown" };
      if (wouldCircle(document.number, document.replacedBy, register))
        return { kind: "refused", reason: "replacement-circle" };
    }
    await saveFromBrowser(tx, document);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: before ? "document.changed" : "document.registered",
      subject: { type: "document", id: document.number, label: document.title },
      before: before && documentFacts(before),
      after: documentFacts(document),
      at: now,
    });
    return { kind: "saved" };
  });
}

/** The file of a document for `content/documents`. */
export async function exportDocument(input: { number: string }): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { document } = await openDocument(input);
  return { fileName: documentFileName(document.number), bytes: Buffer.from(documentYaml(document)) };
}
