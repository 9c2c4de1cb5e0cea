import type { Db, Prisma } from "~/platform/db.server";
import type { CheckedCourseRow, ContentCheckRow } from "./content-check";
import type { ContentProblem } from "./content-problem";

export async function insertContentCheck(
  db: Db,
  input: { courses: CheckedCourseRow[]; problems: ContentProblem[]; now: Date },
): Promise<void> {
  await db.contentCheck.create({
    data: {
      checkedAt: input.now,
      courses: input.courses as unknown as Prisma.InputJsonArray,
      problems: input.problems as unknown as Prisma.InputJsonArray,
    },
    select: { id: true },
  });
}

/** The last checks, newest first. */
export async function listContentChecks(db: Db, { limit }: { limit: number }): Promise<ContentCheckRow[]> {
  const rows = await db.contentCheck.findMany({ orderBy: [{ checkedAt: "desc" }, { id: "desc" }], take: limit });
  return rows.map((row) => ({
    ...row,
    courses: row.courses as unknown as CheckedCourseRow[],
    problems: row.problems as unknown as ContentProblem[],
  }));
}
