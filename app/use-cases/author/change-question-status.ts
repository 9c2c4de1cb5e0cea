import { BankFiles } from "~/domain/assessment/bank/bank-files";
import type { QuestionStatus } from "~/domain/assessment/bank-overview";
import { actorOf } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { addChangeNote } from "~/domain/courses/drafts/shelf-store.server";
import type { DraftAnswer } from "~/domain/courses/drafts/working-course";
import { changeDraft } from "./change-draft";

/** Makes questions ready, drafts or retired, all together, in the draft of the course. */
export async function changeQuestionStatus(input: {
  viewer: Viewer;
  slug: string;
  over: string;
  ids: readonly string[];
  status: QuestionStatus;
  changeNote: string;
  now: Date;
}): Promise<DraftAnswer> {
  const { viewer, slug, over, ids, status, changeNote, now } = input;
  return changeDraft({
    actor: actorOf(viewer),
    slug,
    over: { part: "bank", stand: over },
    change: (files) => {
      const banks = new BankFiles(files);
      for (const id of ids) banks.setStatus(id, status);
      return banks.changes();
    },
    alongside: (tx, draft) => addChangeNote(tx, { draftId: draft.id, note: changeNote }),
    now,
  });
}
