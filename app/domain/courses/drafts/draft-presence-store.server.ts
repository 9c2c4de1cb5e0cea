import type { Db } from "~/platform/db.server";

/** Who has shown no sign of life for longer has gone. */
const GONE_AFTER_MS = 30_000;

interface Here {
  draftId: string;
  accountId: string;
}

/** Notes that somebody has a file of a draft open, and returns who else is there. */
export async function showPresence(
  db: Db,
  input: Here & { name: string; path: string; now: Date },
): Promise<{ name: string; path: string }[]> {
  const { draftId, accountId, name, path, now } = input;
  const seen = { name, path, seenAt: now };
  await db.draftPresence.upsert({
    where: { draftId_accountId: { draftId, accountId } },
    create: { draftId, accountId, ...seen },
    update: seen,
  });
  return db.draftPresence.findMany({
    where: { draftId, NOT: { accountId }, seenAt: { gte: new Date(now.getTime() - GONE_AFTER_MS) } },
    orderBy: { name: "asc" },
    select: { name: true, path: true },
  });
}

export async function endPresence(db: Db, input: Here): Promise<void> {
  await db.draftPresence.deleteMany({ where: input });
}
