import { BankFiles } from "~/domain/assessment/bank/bank-files";
import type { QuestionStatus } from "~/domain/assessment/bank-overview";
import { actorOf } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { type ChangedFilesAnswer, publishChangedFiles } from "./publish-changed-files";

/** Makes questions ready, drafts or retired, all together, in a new version. */
export async function changeQuestionStatus(input: {
  viewer: Viewer;
  slug: string;
  over: number;
  ids: readonly string[];
  status: QuestionStatus;
  changeNote: string;
  now: Date;
}): Promise<ChangedFilesAnswer> {
  const { viewer, slug, over, ids, status, changeNote, now } = input;
  return publishChangedFiles({
    actor: actorOf(viewer),
    slug,
    over,
    change: (files) => {
      const banks = new BankFiles(files);
      for (const id of ids) banks.setStatus(id, status);
      return banks.changes();
    },
    changeNote,
    now,
  });
}
