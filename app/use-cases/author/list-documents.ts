import { currentVersions } from "~/domain/courses/version-cache.server";
import { coverageOf, type DocumentCoverage } from "~/domain/documents/coverage";
import { listDocuments as storedDocuments } from "~/domain/documents/document-store.server";
import { db } from "~/platform/db.server";

/** The register, each document with the published lessons and questions that rest on it. */
export async function listDocuments(): Promise<DocumentCoverage[]> {
  const [documents, versions] = await Promise.all([storedDocuments(db), currentVersions()]);
  return coverageOf(
    documents,
    versions.map(({ slug, manifest, lessons, questions }) => ({
      slug,
      title: manifest.title,
      lessons: lessons.map(({ id, title, legalBasis, citations }) => ({
        id,
        title,
        citations: citations ?? legalBasis,
      })),
      questions,
    })),
  );
}
