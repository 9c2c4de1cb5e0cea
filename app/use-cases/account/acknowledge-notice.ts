import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { hasReadNotice, NOTICE_VERSION } from "~/domain/privacy/notice";
import { findNoticeRead, noteNoticeRead, type NoticeRead } from "~/domain/privacy/notice-store.server";
import { db, inTransaction } from "~/platform/db.server";

/** When the viewer has read the notice as it stands today; null: not yet. */
export async function viewNoticeRead(viewer: Viewer): Promise<NoticeRead | null> {
  const read = await findNoticeRead(db, viewer.accountId);
  return read && hasReadNotice(read.version) ? read : null;
}

/** The viewer says that the notice was read. It is a notice: nothing is agreed to, and nothing depends on it. */
export async function acknowledgeNotice(input: { viewer: Viewer; now: Date }): Promise<void> {
  const { viewer, now } = input;
  const { accountId } = viewer;
  await inTransaction(async (tx) => {
    if (!(await noteNoticeRead(tx, { accountId, version: NOTICE_VERSION, now }))) return;
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "notice.read",
      subject: { type: "account", id: accountId, label: viewer.displayName },
      unitPath: viewer.official?.unitPath ?? null,
      after: { version: NOTICE_VERSION },
      at: now,
    });
  });
}
