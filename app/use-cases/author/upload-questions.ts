import type { ExchangeFormat } from "~/domain/assessment/exchange/exchange";
import { limitMb } from "~/domain/assessment/exchange/read-questions.server";
import { guessFormat, type ImportDefaults } from "~/domain/assessment/question-import/import-form";
import type { ImportStart } from "~/domain/assessment/question-import/import-view";
import { insertImport, listWaitingImports } from "~/domain/assessment/question-import-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { listDocuments } from "~/domain/documents/document-store.server";
import { draftNotice } from "~/domain/courses/drafts/working-course";
import { db } from "~/platform/db.server";
import { workingCourse } from "./working-course";

/** What the form for a file of questions offers, and the files that wait to be taken over. */
export async function viewImportStart(input: {
  slug: string;
}): Promise<{ start: ImportStart; limits: { text: number; sheet: number } }> {
  const working = await workingCourse(input.slug);
  const { slug, title, topics } = working;
  const [documents, waiting] = await Promise.all([listDocuments(db), listWaitingImports(db, { slug })]);
  const draft = draftNotice(working);
  return {
    start: { course: { slug, title }, draft, topics, documents: citable(documents), waiting },
    limits: { text: limitMb("gift"), sheet: limitMb("xlsx") },
  };
}

/** What may be cited; expired documents may not. */
export const citable = (documents: Awaited<ReturnType<typeof listDocuments>>) =>
  documents.filter(({ status }) => status !== "expired").map(({ number, title }) => ({ number, title }));

export type UploadAnswer =
  | { kind: "stored"; id: string }
  | { kind: "refused"; reason: "empty" | "format-unknown" }
  | { kind: "refused"; reason: "too-large"; limit: number };

/** Keeps a file for its trial run. Nothing of it becomes part of the course yet. */
export async function uploadQuestions(input: {
  viewer: Viewer;
  slug: string;
  file: { name: string; bytes: Uint8Array };
  /** null: told by the file's name. */
  format: ExchangeFormat | null;
  defaults: ImportDefaults;
  now: Date;
}): Promise<UploadAnswer> {
  const { viewer, slug, file, defaults, now } = input;
  const { courseId } = await workingCourse(slug);
  const head = new TextDecoder("latin1").decode(file.bytes.subarray(0, 20_000));
  const format = input.format ?? guessFormat(file.name, head);
  if (file.bytes.length === 0) return { kind: "refused", reason: "empty" };
  if (format === null) return { kind: "refused", reason: "format-unknown" };
  const limit = limitMb(format);
  if (file.bytes.length > limit * 1024 * 1024) return { kind: "refused", reason: "too-large", limit };
  const id = await insertImport(db, {
    slug,
    courseId,
    fileName: file.name.normalize("NFC").slice(0, 200),
    format,
    bytes: file.bytes,
    defaults,
    uploadedBy: viewer.accountId,
    now,
  });
  return { kind: "stored", id };
}
