import { BankFiles } from "~/domain/assessment/bank/bank-files";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import { chosenQuestions, type ImportPlan } from "~/domain/assessment/question-import/import-plan";
import type { ImportRefusal } from "~/domain/assessment/question-import/import-view";
import { markApplied, type StoredImport } from "~/domain/assessment/question-import-store.server";
import type { Question } from "~/domain/assessment/question-types";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { listDocuments } from "~/domain/documents/document-store.server";
import { conflict } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { openImport, readImport } from "./check-import";
import { publishChangedFiles } from "./publish-changed-files";

export type ApplyAnswer =
  | { kind: "published"; number: number; added: number; replaced: number }
  | { kind: "unchanged"; number: number }
  | ({ kind: "refused" } & ImportRefusal);

/** Puts the questions of a checked file into the bank files of the course: all that were chosen, or none. */
export async function applyImport(input: {
  viewer: Viewer;
  slug: string;
  importId: string;
  over: number;
  replace: ReadonlySet<string> | "all";
  leaveOut: boolean;
  /** Of topics that are not there yet. */
  titles: Readonly<Record<string, string>>;
  changeNote: string | null;
  now: Date;
}): Promise<ApplyAnswer> {
  const { viewer, slug, over, changeNote, now } = input;
  const actor = actorOf(viewer);
  const { version, stored } = await openImport(input);
  const { plan } = readImport({ version, stored, documents: await listDocuments(db) });
  if (stored.appliedAt) return { kind: "refused", reason: "applied" };
  if (version.number !== over) return { kind: "refused", reason: "overtaken", number: version.number };
  const chosen = chosenQuestions(plan, input);
  const refusal = refusalOf(plan, chosen, input.titles);
  if (refusal) return { kind: "refused", ...refusal };
  const questions = chosen.map(({ question }) => question);
  const titles = { ...version.manifest.topics, ...input.titles };
  const { content } = await writeQuestions(questions, "yaml", titles);
  const text = new TextDecoder().decode(content);
  const replaced = chosen.filter(({ state }) => state === "changed").length;
  const answer = await publishChangedFiles({
    actor,
    slug,
    over,
    change: (files) => {
      const banks = new BankFiles(files);
      banks.put({ text, titles });
      return banks.changes();
    },
    changeNote,
    alongside: async (tx, made) => {
      const first = await markApplied(tx, { courseId: made.courseId, id: stored.id, versionId: made.versionId, now });
      if (!first) throw conflict(`import ${stored.id} was taken over before`);
      await recordAudit(tx, {
        actor,
        action: "questions.imported",
        subject: { type: "course", id: made.courseId, label: version.manifest.title },
        after: { ...told(stored, questions), added: chosen.length - replaced, replaced, version: made.number },
        at: now,
      });
    },
    now,
  });
  if (answer.kind !== "published") return answer;
  return { kind: "published", number: answer.number, added: chosen.length - replaced, replaced };
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
