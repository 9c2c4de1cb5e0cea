import { BankFiles } from "~/domain/assessment/bank/bank-files";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import { chosenQuestions, type ImportPlan } from "~/domain/assessment/question-import/import-plan";
import type { ImportRefusal } from "~/domain/assessment/question-import/import-view";
import { markApplied, type StoredImport } from "~/domain/assessment/question-import-store.server";
import type { Question } from "~/domain/assessment/question-types";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { addChangeNote } from "~/domain/courses/drafts/shelf-store.server";
import type { SavedInDraft } from "~/domain/courses/drafts/working-course";
import { listDocuments } from "~/domain/documents/document-store.server";
import { conflict } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { changeDraft } from "./change-draft";
import { openImport, readImport } from "./check-import";

export type ApplyAnswer =
  (SavedInDraft & { added: number; replaced: number }) | { kind: "unchanged" } | ({ kind: "refused" } & ImportRefusal);

/** Puts the questions of a checked file into the bank files of the course's draft: all that were chosen, or none. */
export async function applyImport(input: {
  viewer: Viewer;
  slug: string;
  importId: string;
  over: string;
  replace: ReadonlySet<string> | "all";
  leaveOut: boolean;
  /** Of topics that are not there yet. */
  titles: Readonly<Record<string, string>>;
  changeNote: string | null;
  now: Date;
}): Promise<ApplyAnswer> {
  const { viewer, slug, over, changeNote, now } = input;
  const actor = actorOf(viewer);
  const { working, stored } = await openImport(input);
  const { plan } = readImport({ working, stored, documents: await listDocuments(db) });
  if (stored.appliedAt) return { kind: "refused", reason: "applied" };
  const chosen = chosenQuestions(plan, input);
  const refusal = refusalOf(plan, chosen, input.titles);
  if (refusal) return { kind: "refused", ...refusal };
  const questions = chosen.map(({ question }) => question);
  const titles = { ...working.topics, ...input.titles };
  const { content } = await writeQuestions(questions, "yaml", titles);
  const text = new TextDecoder().decode(content);
  const replaced = chosen.filter(({ state }) => state === "changed").length;
  const added = chosen.length - replaced;
  const answer = await changeDraft({
    actor,
    slug,
    over: { part: "bank", stand: over },
    change: (files) => {
      const banks = new BankFiles(files);
      banks.put({ text, titles });
      return banks.changes();
    },
    alongside: async (tx, draft) => {
      if (!(await markApplied(tx, { slug, id: stored.id, draftId: draft.id, now }))) {
        throw conflict(`import ${stored.id} was taken over before`);
      }
      if (changeNote) await addChangeNote(tx, { draftId: draft.id, note: changeNote });
      await recordAudit(tx, {
        actor,
        action: "questions.imported",
        subject: { type: "course", id: draft.courseId ?? draft.id, label: working.title },
        after: { ...told(stored, questions), added, replaced, draft: draft.id },
        at: now,
      });
    },
    now,
  });
  return answer.kind === "saved" ? { ...answer, added, replaced } : answer;
}

function refusalOf(
  plan: ImportPlan,
  chosen: ImportPlan["questions"],
  titles: Readonly<Record<string, string>>,
): ImportRefusal | null {
  if (chosen.length === 0) return { reason: "nothing" };
  const blocked = chosen.filter(({ block }) => block !== null).length;
  if (blocked > 0) return { reason: "blocked", count: blocked };
  const nameless = plan.newTopics.filter(
    (topic) => !titles[topic] && chosen.some(({ question }) => question.topic === topic),
  );
  return nameless.length > 0 ? { reason: "titles", topics: nameless } : null;
}

/** For the audit trail; of very many questions the first. */
const told = ({ fileName, format }: StoredImport, questions: readonly Question[]) => ({
  file: fileName,
  format,
  questions: questions.slice(0, 200).map(({ id }) => id),
});
