import type { Db } from "~/platform/db.server";

/** Is there anything to learn here at all? */
export async function hasPublishedCourse(db: Db): Promise<boolean> {
  return (await db.courseVersion.findFirst({ select: { id: true } })) !== null;
}
