import type { Db } from "~/platform/db.server";

export interface NoticeRead {
  version: number;
  at: Date;
}

/** Which version of the notice an account has read; null: none. */
export async function findNoticeRead(db: Db, accountId: string): Promise<NoticeRead | null> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { noticeVersion: true, noticeAt: true },
  });
  if (!account || account.noticeVersion === null || account.noticeAt === null) return null;
  return { version: account.noticeVersion, at: account.noticeAt };
}

/** False when this version, or a later one, was read before: the first time stands. */
export async function noteNoticeRead(
  tx: Db,
  input: { accountId: string; version: number; now: Date },
): Promise<boolean> {
  const { accountId, version, now } = input;
  const { count } = await tx.account.updateMany({
    where: { id: accountId, OR: [{ noticeVersion: null }, { noticeVersion: { lt: version } }] },
    data: { noticeVersion: version, noticeAt: now },
  });
  return count > 0;
}
