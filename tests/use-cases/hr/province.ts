import type { Standing } from "~/domain/completion/evaluate";
import { findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { days } from "~/domain/time";
import { db, inTransaction } from "~/platform/db.server";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { recordCompletion } from "~/use-cases/learner/record-completion";
import { createDemoProvince } from "~/use-cases/system/create-demo-province";
import { publishSmallCourse } from "../../support/course";

export const NOW = new Date("2026-11-23T03:05:00Z");
export const ACTOR = SYSTEM_ACTOR;

/** A generated province with the small course assigned to all of it, and to one ward with a day that is over. */
export async function provinceWithCourse(people: number): Promise<{ slug: string; courseId: string }> {
  await createDemoProvince({ password: "Thu-nghiem-2026", now: NOW, size: "province", people });
  const { slug, courseId } = await publishSmallCourse();
  const wish = { actor: ACTOR, scope: ["AG"], courseSlug: slug, note: null, now: new Date(NOW.getTime() - days(30)) };
  await assignCourse({ ...wish, unitCode: "AG", dueOn: "2026-12-15" });
  await assignCourse({ ...wish, unitCode: "P-RACH-GIA", dueOn: "2026-11-10" });
  return { slug, courseId };
}

/** Every nth person begins; every mth of those completes, with record, counts and certificate as in real life. */
export async function letSomeLearn(input: { everyBegins: number; everyCompletes: number; at: Date }): Promise<void> {
  const enrolments = await db.enrolment.findMany({
    where: { completedAt: null },
    select: { id: true },
    orderBy: { officialId: "asc" },
  });
  const begun = enrolments.filter((_, index) => index % input.everyBegins === 0);
  await db.enrolment.updateMany({ where: { id: { in: begun.map(({ id }) => id) } }, data: { startedAt: input.at } });
  for (const { id } of begun.filter((_, index) => index % input.everyCompletes === 0)) {
    await inTransaction(async (tx) => {
      const { attempts } = await findLearningRecordIn(tx, id);
      const standing: Standing = {
        status: "completed",
        completedAt: input.at,
        overdue: false,
        onTime: true,
        missing: [],
        because: [],
        progressPercent: 100,
      };
      await recordCompletion(tx, { viewer: null, enrolmentId: id, standing, attempts, now: input.at });
    });
  }
}
