import { parseQuestion } from "~/domain/assessment/question-types";
import { checkContent as checkSource, type ContentReport } from "~/domain/courses/check/check-content";
import { readContentFolder } from "~/domain/courses/content-folder.server";
import type { LegalDocument } from "~/domain/documents/document";
import { localDay } from "~/domain/time";

/** Reads `content/` and says what is wrong with it. Needs no database and runs nothing that the files hold. */
export async function checkContent(input: {
  contentDir: string;
  now: Date;
  leading?: readonly LegalDocument[];
}): Promise<ContentReport> {
  const { contentDir, now, leading = [] } = input;
  return checkSource(await readContentFolder(contentDir), { parseQuestion, today: localDay(now), leading });
}
