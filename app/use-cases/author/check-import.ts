import { readQuestions } from "~/domain/assessment/exchange/read-questions.server";
import type { ImportDefaults } from "~/domain/assessment/question-import/import-form";
import { planImport } from "~/domain/assessment/question-import/import-plan";
import type { ImportView } from "~/domain/assessment/question-import/import-view";
import {
  changeImportDefaults,
  deleteImport,
  findImport,
  type StoredImport,
} from "~/domain/assessment/question-import-store.server";
import { listVersions } from "~/domain/courses/course-store.server";
import { draftNotice, type WorkingCourse } from "~/domain/courses/drafts/working-course";
import { listDocuments } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { citable } from "./upload-questions";
import { workingCourse } from "./working-course";

interface WhichImport {
  slug: string;
  importId: string;
}

/** The trial run: what would be taken, changed and refused, beside what the course has now. Nothing is written. */
export async function checkImport(input: WhichImport): Promise<ImportView> {
  const { working, stored } = await openImport(input);
  const { slug, title, topics, courseId } = working;
  const [documents, versions] = await Promise.all([listDocuments(db), courseId ? listVersions(db, courseId) : []]);
  const { plan, report } = readImport({ working, stored, documents });
  const { taken: _, ...rest } = report;
  return {
    course: { slug, title },
    topics,
    documents: citable(documents),
    draft: draftNotice(working),
    over: working.stands.bank,
    id: stored.id,
    fileName: stored.fileName,
    format: stored.format,
    uploadedAt: stored.uploadedAt,
    defaults: stored.defaults,
    applied: stored.appliedAt && {
      at: stored.appliedAt,
      number: versions.find(({ id }) => id === stored.appliedVersionId)?.number ?? null,
    },
    report: rest,
    plan,
  };
}

/** The same file, read with other words for what it does not say itself. */
export async function rereadImport(input: WhichImport & { defaults: ImportDefaults }): Promise<void> {
  const { stored } = await openImport(input);
  await changeImportDefaults(db, { slug: input.slug, id: stored.id, defaults: input.defaults });
}

export async function discardImport(input: WhichImport): Promise<{ fileName: string }> {
  const { stored } = await openImport(input);
  await deleteImport(db, { slug: input.slug, id: stored.id });
  return { fileName: stored.fileName };
}

export async function openImport({ slug, importId }: WhichImport) {
  const [working, stored] = await Promise.all([workingCourse(slug), findImport(db, { slug, id: importId })]);
  if (!stored) throw notFound(`import ${importId} of ${slug}`);
  return { working, stored };
}

export function readImport(input: {
  working: WorkingCourse;
  stored: StoredImport;
  documents: Awaited<ReturnType<typeof listDocuments>>;
}) {
  const { working, stored, documents } = input;
  const report = readQuestions(stored.bytes, stored.format, stored.defaults);
  const plan = planImport(report, {
    questions: working.questions,
    topics: working.topics,
    lessonIds: working.lessons.map(({ id }) => id),
    register: new Map(documents.map((document) => [document.number, document])),
  });
  return { report, plan };
}
