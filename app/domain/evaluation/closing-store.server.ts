import type { Db } from "~/platform/db.server";

/** The work that makes a snapshot: how far it is. */
export async function findClosingJob(
  db: Db,
  snapshotId: string,
): Promise<{ id: string; state: "waiting" | "running" | "done" | "failed"; requestedBy: string | null } | null> {
  const row = await db.longJob.findFirst({
    where: { kind: "evaluation.close", input: { path: ["snapshotId"], equals: snapshotId } },
    orderBy: { requestedAt: "desc" },
    select: { id: true, state: true, requestedBy: true },
  });
  return row;
}
