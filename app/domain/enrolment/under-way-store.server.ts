import { type Db } from "~/platform/db.server";

/** Who has begun a course and not finished it: they keep the version that they began with. */
export async function countUnderWay(db: Db, input: { courseId: string }): Promise<{ people: number; inTest: number }> {
  const { courseId } = input;
  const begun = { courseId, startedAt: { not: null }, completedAt: null };
  const [people, inTest] = await Promise.all([
    db.enrolment.count({ where: begun }),
    db.attempt.count({ where: { status: "open", enrolment: { courseId } } }),
  ]);
  return { people, inTest };
}
