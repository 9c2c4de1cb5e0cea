import type { Db, Prisma } from "~/platform/db.server";
import type { ContentProblem } from "./content-problem";

export interface CheckedCourseRow {
  folder: string;
  title: string;
  outcome: "published" | "restored" | "unchanged" | "refused";
  /** Number of the version that learners have; null when the course was never published. */
  version: number | null;
  hash: string | null;
}

export interface ContentCheckRow {
  id: string;
  checkedAt: Date;
  courses: CheckedCourseRow[];
  problems: ContentProblem[];
}

export async function insertContentCheck(db: Db, input: { courses: CheckedCourseRow[]; problems: ContentProblem[]; now: Date }): Promise<void> {
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
