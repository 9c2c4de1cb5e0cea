import { coverageOf, type DocumentCoverage } from "~/domain/documents/coverage";
import { registerOn } from "~/domain/documents/document";
import { listDocuments as storedDocuments } from "~/domain/documents/document-store.server";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { citingCourses } from "./citing-courses";

/** The register as it is today, each document with the published lessons and questions that rest on it. */
export async function listDocuments(input: { now: Date }): Promise<DocumentCoverage[]> {
  const [documents, courses] = await Promise.all([storedDocuments(db), citingCourses()]);
  return coverageOf([...registerOn(documents, localDay(input.now)).values()], courses);
}
