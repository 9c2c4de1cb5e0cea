import { listContentChecks } from "~/domain/courses/content-check-store.server";
import { isError } from "~/domain/courses/content-problem";
import { listUnpublished } from "~/domain/courses/course-store.server";
import { type LibraryEntry, shortHash } from "~/domain/courses/library";
import { currentVersions } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";

/** Every published course with what the last check says of its files; then folders that could not be published at all. */
export async function listLibrary(): Promise<LibraryEntry[]> {
  const [versions, [check], unpublished] = await Promise.all([
    currentVersions(),
    listContentChecks(db, { limit: 1 }),
    listUnpublished(db),
  ]);
  const problemsOf = (slug: string) =>
    check?.problems.filter(({ file }) => file.startsWith(`content/courses/${slug}/`)) ?? [];
  const published = versions.map((version): LibraryEntry => {
    const problems = problemsOf(version.slug);
    return {
      slug: version.slug,
      title: version.manifest.title,
      summary: version.manifest.summary,
      version: { number: version.number, hash: shortHash(version.contentHash), publishedAt: version.publishedAt },
      lessons: version.lessons.length,
      questions: {
        ready: version.questions.filter(({ status }) => status === "ready").length,
        total: version.questions.length,
      },
      problems: problems.length,
      refused: problems.some(isError),
      unpublished: unpublished.has(version.slug),
    };
  });
  const slugs = new Set(published.map(({ slug }) => slug));
  const never = (check?.courses ?? []).filter(({ folder, outcome }) => outcome === "refused" && !slugs.has(folder));
  return [
    ...published,
    ...never.map(({ folder, title }): LibraryEntry => {
      const problems = problemsOf(folder).length;
      return {
        slug: folder,
        title,
        summary: "",
        version: null,
        lessons: 0,
        questions: { ready: 0, total: 0 },
        problems,
        refused: true,
        unpublished: false,
      };
    }),
  ];
}
