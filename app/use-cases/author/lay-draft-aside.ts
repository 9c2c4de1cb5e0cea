import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { COURSE_FILE, readSettings } from "~/domain/courses/drafts/course-yaml";
import { findOpenDraft, readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { discardDraft as discard, findDraft, reopenDraft as reopen } from "~/domain/courses/drafts/shelf-store.server";
import { conflict, notFound } from "~/domain/problem";
import { days } from "~/domain/time";
import { type Db, db, inTransaction } from "~/platform/db.server";

/** For how long a discarded draft can be taken up again. */
export const REOPEN_DAYS = 30;
export const discardedSince = (now: Date) => new Date(now.getTime() - days(REOPEN_DAYS));

/** Lays the open draft of a course aside. What was written in it is kept. */
export async function discardDraft(input: { slug: string; actor: Actor; now: Date }): Promise<{ title: string }> {
  const { slug, actor, now } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  return inTransaction(async (tx) => {
    const title = await titleOf(tx, draft);
    if (!(await discard(tx, { draftId: draft.id, now }))) throw conflict(`draft ${draft.id} is not open any more`);
    await recordAudit(tx, {
      actor,
      action: "draft.discarded",
      subject: { type: "course", id: draft.courseId ?? draft.id, label: title },
      before: { state: draft.state },
      after: { draft: draft.id },
      at: now,
    });
    return { title };
  });
}

export type ReopenAnswer =
  | { kind: "reopened"; slug: string; title: string }
  /** It was discarded too long ago, or the course has another open draft by now. */
  | { kind: "refused"; title: string };

/** Takes a discarded draft up again, as it was. */
export async function reopenDraft(input: { draftId: string; actor: Actor; now: Date }): Promise<ReopenAnswer> {
  const { draftId, actor, now } = input;
  const draft = await findDraft(db, draftId);
  if (!draft) throw notFound(`draft ${draftId}`);
  return inTransaction(async (tx) => {
    const title = await titleOf(tx, draft);
    const done = await reopen(tx, { draftId, discardedSince: discardedSince(now) });
    if (!done) return { kind: "refused", title };
    await recordAudit(tx, {
      actor,
      action: "draft.reopened",
      subject: { type: "course", id: draftId, label: title },
      after: { draft: draftId },
      at: now,
    });
    return { kind: "reopened", slug: draft.slug, title };
  });
}

async function titleOf(tx: Db, { id, slug }: { id: string; slug: string }): Promise<string> {
  const main = await readDraftFile(tx, { draftId: id, path: COURSE_FILE });
  return (main && readSettings(new TextDecoder().decode(main.bytes)).title) || slug;
}
