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
import { type CourseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { listDocuments } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { citable } from "./upload-questions";

interface WhichImport {
  slug: string;
  importId: string;
}

/** The trial run: what would be taken, changed and refused, beside what the course has now. Nothing is written. */
export async function checkImport(input: WhichImport): Promise<ImportView> {
  const { version, stored } = await openImport(input);
  const [documents, versions] = await Promise.all([listDocuments(db), listVersions(db, version.courseId)]);
  const { plan, report } = readImport({ version, stored, documents });
  const { slug, title, topics } = version.manifest;
  const { taken: _, ...rest } = report;
  return {
    course: { slug, title },
    topics,
    documents: citable(documents),
    number: version.number,
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
  const { version, stored } = await openImport(input);
  await changeImportDefaults(db, { courseId: version.courseId, id: stored.id, defaults: input.defaults });
}

export async function discardImport(input: WhichImport): Promise<{ fileName: string }> {
  const { version, stored } = await openImport(input);
  await deleteImport(db, { courseId: version.courseId, id: stored.id });
  return { fileName: stored.fileName };
}

export async function openImport({ slug, importId }: WhichImport) {
  const version = await currentVersionOf(slug);
  const stored = version && (await findImport(db, { courseId: version.courseId, id: importId }));
  if (!version || !stored) throw notFound(`import ${importId} of ${slug}`);
  return { version, stored };
}

export function readImport(input: {
  version: CourseVersion;
  stored: StoredImport;
  documents: Awaited<ReturnType<typeof listDocuments>>;
}) {
  const { version, stored, documents } = input;
  const report = readQuestions(stored.bytes, stored.format, stored.defaults);
  const plan = planImport(report, {
    questions: version.questions,
    topics: version.manifest.topics,
    lessonIds: version.manifest.lessons.map(({ id }) => id),
    register: new Map(documents.map((document) => [document.number, document])),
  });
  return { report, plan };
}
