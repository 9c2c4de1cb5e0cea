import { hasPublishedCourse } from "~/domain/courses/published-course-store.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { pendingMigrations } from "~/platform/migrations.server";

/** May readers be sent here? Not before the database answers, is migrated, and has a course to show. */
export async function checkReadiness(): Promise<{ ready: boolean; reasons: string[] }> {
  try {
    const pending = await pendingMigrations({ directory: env().migrationsDir });
    if (pending.length > 0)
      return { ready: false, reasons: pending.map((name) => `migration "${name}" has not been applied`) };
    if (!(await hasPublishedCourse(db))) return { ready: false, reasons: ["no course has been published"] };
    return { ready: true, reasons: [] };
  } catch {
    return { ready: false, reasons: ["the database does not answer"] };
  }
}
