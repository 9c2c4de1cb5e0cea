import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { ContentReport } from "~/domain/courses/check/check-content";
import { type ContentProblem, problemAt } from "~/domain/courses/content-problem";
import type { LegalDocument } from "~/domain/documents/document";
import { documentFacts } from "~/domain/documents/document-form";
import { listKeptDocuments, saveDocuments } from "~/domain/documents/document-store.server";
import { db, inTransaction } from "~/platform/db.server";

/** Documents that officers entered or changed: they lead, whatever the folder says. */
export async function documentsOfBrowser(): Promise<LegalDocument[]> {
  return (await listKeptDocuments(db)).flatMap((kept) => (kept.changedInBrowser ? [kept.document] : []));
}

/** Takes the register of the folder over and says which files were not used, because the browser leads. */
export async function takeDocuments(input: {
  report: ContentReport;
  actor: Actor;
  now: Date;
}): Promise<ContentProblem[]> {
  const { report, actor, now } = input;
  const kept = await inTransaction(async (tx) => {
    const first = (await listKeptDocuments(tx)).length === 0;
    const saved = await saveDocuments(tx, report.documents);
    // The first filling of the register is no change of anything.
    for (const { before, after } of first ? [] : saved.changed) {
      await recordAudit(tx, {
        actor,
        action: before ? "document.changed" : "document.registered",
        subject: { type: "document", id: after.number, label: after.title },
        before: before && documentFacts(before),
        after: documentFacts(after),
        at: now,
      });
    }
    return saved.kept;
  });
  return kept.map((number) =>
    problemAt(
      report.documentFiles.get(number) ?? "content/documents",
      null,
      "document-changed-in-browser",
      { number },
      "warning",
    ),
  );
}
