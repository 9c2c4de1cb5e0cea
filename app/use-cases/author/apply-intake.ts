import { type Actor, actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import type { CourseFiles } from "~/domain/courses/course-source";
import type { Draft, DraftState } from "~/domain/courses/drafts/draft";
import { createDraft, findOpenDraft, saveDraftFile } from "~/domain/courses/drafts/draft-store.server";
import type { ArchiveFault } from "~/domain/courses/intake/archive.server";
import type { IntakePlan, PackageFacts } from "~/domain/courses/intake/intake-plan";
import { holdDraft, markArchiveApplied } from "~/domain/courses/intake/intake-store.server";
import { type Db, inTransaction, LONG_WORK } from "~/platform/db.server";
import { openArchive, planIntake } from "./view-intake";

export type IntakeAnswer =
  | { kind: "taken"; slug: string; added: number; changed: number; removed: number }
  | { kind: "refused"; reason: "archive"; fault: ArchiveFault }
  | { kind: "refused"; reason: "applied" | "nothing-new" | "files" | "needs-facts" }
  /** There is a draft, and the officer has not said that its files are to be replaced. */
  | { kind: "refused"; reason: "draft-there" }
  /** It is under review or approved. */
  | { kind: "refused"; reason: "draft-closed"; state: DraftState }
  /** The draft or the course is not what the trial run was made for. */
  | { kind: "refused"; reason: "overtaken" };

class Undo extends Error {
  constructor(readonly answer: IntakeAnswer) {
    super("undone");
  }
}

/**
 * Takes a zip file into a draft: a new one, or over the one that is open, where every replaced file stays in its history. Never
 * published from here.
 */
export async function applyIntake(input: {
  viewer: Viewer;
  id: string;
  /** Of the trial run that the officer has seen. */
  seen: string;
  /** The files of an open draft may be replaced. */
  overDraft: boolean;
  /** For a SCORM package. */
  facts: PackageFacts | null;
  now: Date;
}): Promise<IntakeAnswer> {
  const { viewer, id, seen, overDraft, facts, now } = input;
  const actor: Actor = actorOf(viewer);
  const { stored, archive, mediaProblems } = await openArchive(id);
  if (stored.appliedAt) return { kind: "refused", reason: "applied" };
  if (archive.kind === "refused") return { kind: "refused", reason: "archive", fault: archive.fault };
  if (archive.kind === "package" && !facts) return { kind: "refused", reason: "needs-facts" };
  const about =
    archive.kind === "course"
      ? { ...archive, facts: null }
      : { files: archive.files, slug: facts!.slug, title: facts!.title, facts };
  // What the package's officer typed decides over which course it goes: the trial run was for the proposed one.
  const mustMatch = archive.kind === "course";

  const work = async (tx: Db): Promise<IntakeAnswer> => {
    const open = await findOpenDraft(tx, about.slug);
    if (open) await holdDraft(tx, open.id);
    const { plan, files, course, draft } = await planIntake(tx, { ...about, mediaProblems, now });
    if (draft && draft.state !== "editing") return { kind: "refused", reason: "draft-closed", state: draft.state };
    if (draft && !overDraft) return { kind: "refused", reason: "draft-there" };
    if (mustMatch && plan.seen !== seen) return { kind: "refused", reason: "overtaken" };
    if (plan.blocked) return { kind: "refused", reason: "files" };
    if (plan.changes.length === 0) return { kind: "refused", reason: "nothing-new" };
    const { currentVersionId: baseVersionId = null, id: courseId = null } = course ?? {};
    const begun = { slug: about.slug, courseId, baseVersionId, files, actor, now };
    const into = draft ? await writeOver(tx, { draft, plan, files, actor, now }) : await createDraft(tx, begun);
    if (!into) throw new Undo({ kind: "refused", reason: "overtaken" });
    if (!(await markArchiveApplied(tx, { id, now }))) throw new Undo({ kind: "refused", reason: "applied" });
    const count = (change: string) => plan.changes.filter((each) => each.change === change).length;
    const counts = { added: count("added"), changed: count("changed"), removed: count("removed") };
    await recordAudit(tx, {
      actor,
      action: "draft.imported",
      subject: { type: "course", id: courseId ?? into.id, label: plan.title },
      after: { draft: into.id, file: stored.fileName, over: plan.over.kind, ...counts },
      at: now,
    });
    return { kind: "taken", slug: about.slug, ...counts };
  };
  return inTransaction(work, LONG_WORK).catch((error: unknown) => {
    if (error instanceof Undo) return error.answer;
    throw error;
  });
}

async function writeOver(
  tx: Db,
  input: { draft: Draft; plan: IntakePlan; files: CourseFiles; actor: Actor; now: Date },
): Promise<Draft> {
  const { draft, plan, files, actor, now } = input;
  for (const { path } of plan.changes) {
    const bytes = files.get(path) ?? null;
    const saved = await saveDraftFile(tx, { draftId: draft.id, path, bytes, over: "whatever", actor, now });
    if (saved.kind !== "saved") throw new Undo({ kind: "refused", reason: "overtaken" });
  }
  return draft;
}
