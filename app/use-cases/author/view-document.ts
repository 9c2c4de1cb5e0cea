import { listAuditEvents } from "~/domain/audit/audit-list-store.server";
import { listCitingVersions } from "~/domain/courses/citing-store.server";
import { sha256 } from "~/domain/courses/content-hash.server";
import { listOpenDrafts, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { lessonBlocks } from "~/domain/courses/lesson/lesson-blocks";
import { citingParts, type CoverageMatrix, coverageMatrix } from "~/domain/documents/coverage";
import { type LegalDocument, notYetInForce, registerOn } from "~/domain/documents/document";
import { listKeptDocuments } from "~/domain/documents/document-store.server";
import type { DocumentView } from "~/domain/documents/document-view";
import { predecessorsOf, successorsOf } from "~/domain/documents/replacement";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { citingCourses } from "./citing-courses";

const QUOTE = 120;
/** The register belongs to no unit: who may write content may see what became of it, and nothing else of the trail. */
const OF_NO_UNIT = ["register"];

/** A document with everything that cites it, what it replaced and was replaced by, and what became of it. */
export async function viewDocument(input: { number: string; now: Date }): Promise<DocumentView> {
  const { number } = input;
  const today = localDay(input.now);
  const all = await listKeptDocuments(db);
  const kept = all.find(({ document }) => document.number === number);
  if (!kept) throw notFound(`document ${number}`);
  const register = registerOn(
    all.map(({ document }) => document),
    today,
  );
  const [courses, versions, drafts, trail] = await Promise.all([
    citingCourses(),
    listCitingVersions(db, number),
    draftsCiting(number),
    listAuditEvents({ scope: OF_NO_UNIT, subjects: [{ type: "document", id: number }] }),
  ]);
  return {
    document: register.get(number)!,
    entered: kept.document.status,
    notYetInForce: notYetInForce(kept.document, today),
    changedInBrowser: kept.changedInBrowser,
    inFolder: kept.folderSaid !== null,
    successors: successorsOf(number, register),
    predecessors: predecessorsOf(number, register),
    citedBy: citingParts(number, courses),
    versions,
    drafts,
    history: trail.events.map(({ id, at, actorName, action, changes }) => ({ id, at, actorName, action, changes })),
  };
}

/** Clause × lesson × question. */
export async function viewCoverage(input: {
  number: string;
  now: Date;
}): Promise<{ document: LegalDocument; matrix: CoverageMatrix }> {
  const kept = (await listKeptDocuments(db)).map(({ document }) => document);
  const document = registerOn(kept, localDay(input.now)).get(input.number);
  if (!document) throw notFound(`document ${input.number}`);
  return { document, matrix: coverageMatrix(document, await citingCourses()) };
}

/** Where drafts cite it: by block in lessons, by line in banks and front matters. */
async function draftsCiting(number: string): Promise<DocumentView["drafts"]> {
  const found: DocumentView["drafts"] = [];
  for (const { id, slug } of await listOpenDrafts(db)) {
    const parts: DocumentView["drafts"][number]["parts"] = [];
    for (const [file, bytes] of await loadDraftFiles(db, id)) {
      if (!/\.(mdx|yaml)$/.test(file)) continue;
      const text = new TextDecoder().decode(bytes);
      if (!text.includes(number)) continue;
      const blocks = file.endsWith(".mdx") ? lessonBlocks(text, (words) => sha256(Buffer.from(words)).slice(0, 8)) : [];
      for (const { line, text: quote, citations } of blocks) {
        if (citations.some(({ document }) => document === number))
          parts.push({ file, line, quote: quote.slice(0, QUOTE) });
      }
      text.split("\n").forEach((words, index) => {
        if (words.includes("document:") && words.includes(number))
          parts.push({ file, line: index + 1, quote: words.trim().slice(0, QUOTE) });
      });
    }
    if (parts.length > 0) found.push({ slug, parts: parts.sort((a, b) => a.line - b.line) });
  }
  return found;
}
