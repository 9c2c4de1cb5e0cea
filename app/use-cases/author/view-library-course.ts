import { bankOverview } from "~/domain/assessment/bank-overview";
import { listContentChecks } from "~/domain/courses/content-check-store.server";
import { browserLeads, findCourse, listUnpublished, listVersions } from "~/domain/courses/course-store.server";
import { findOpenDraft } from "~/domain/courses/drafts/draft-store.server";
import { draftNotice } from "~/domain/courses/drafts/working-course";
import { activitiesOf, type LibraryCourse, shortHash } from "~/domain/courses/library";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";

/** A course as the training officer looks after it: outline, test, banks, versions, what is wrong with its files. */
export async function viewLibraryCourse(input: { slug: string; now: Date }): Promise<LibraryCourse> {
  const version = await currentVersionOf(input.slug);
  if (!version) throw notFound(`course ${input.slug}`);
  const { manifest, number, contentHash, publishedAt } = version;
  const [versions, course, [check], unpublished, draft] = await Promise.all([
    listVersions(db, version.courseId),
    findCourse(db, input.slug),
    listContentChecks(db, { limit: 1 }),
    listUnpublished(db),
    findOpenDraft(db, input.slug),
  ]);
  return {
    manifest,
    version: { number, hash: shortHash(contentHash), publishedAt },
    reviewOverdue: manifest.reviewAgainBy < localDay(input.now),
    lessons: manifest.lessons.map((outline) => ({ ...outline, ...activitiesOf(version.lesson(outline.id)!) })),
    topics: bankOverview(manifest, version.questions),
    versions: versions.map((each) => ({
      number: each.number,
      hash: shortHash(each.contentHash),
      publishedAt: each.publishedAt,
      changeNote: each.changeNote,
      current: each.current,
    })),
    unpublished: unpublished.get(input.slug) ?? null,
    draft: draftNotice({ draft }),
    changedInBrowser: course !== null && browserLeads(course),
    problems: check?.problems.filter(({ file }) => file.startsWith(`content/courses/${manifest.slug}/`)) ?? [],
  };
}
