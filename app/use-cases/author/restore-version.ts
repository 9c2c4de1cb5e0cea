import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { type ContentProblem, isError } from "~/domain/courses/content-problem";
import { findCourse, findVersionId, setUnpublished } from "~/domain/courses/course-store.server";
import { loadFiles } from "~/domain/courses/publish-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { makeVersion } from "../system/make-version";
import { checkDraft } from "./draft-base";

export type RestoreAnswer =
  /** `number`: the version in use now; another one than asked for when its pages had to be made anew. */
  | { kind: "restored"; number: number }
  | { kind: "refused"; reason: "current" | "overtaken" }
  /** It rests on something that no longer holds: a document that has expired since. */
  | { kind: "refused"; reason: "problems"; problems: ContentProblem[] };

/**
 * Brings the files of an earlier version back as the current one, through the same checks as everything else: who is under way stays
 * where they are. A course that was taken out of use is offered again with it.
 */
export async function restoreVersion(input: {
  viewer: Viewer;
  slug: string;
  number: number;
  /** Number of the version that was current on the page. */
  over: number;
  note: string;
  now: Date;
}): Promise<RestoreAnswer> {
  const { viewer, slug, number, over, now } = input;
  const note = input.note.trim();
  const course = await findCourse(db, slug);
  const versionId = course && (await findVersionId(db, { courseId: course.id, number }));
  if (!course?.currentVersionId || !versionId) throw notFound(`version ${number} of ${slug}`);
  if (course.currentNumber !== over) return { kind: "refused", reason: "overtaken" };
  if (versionId === course.currentVersionId) return { kind: "refused", reason: "current" };
  const files = await loadFiles(db, { courseId: course.id, versionId });
  const { check, register } = await checkDraft(db, { slug, files, now });
  if (!check.course) return { kind: "refused", reason: "problems", problems: check.problems.filter(isError) };
  const actor = actorOf(viewer);
  const made = await makeVersion({
    checked: check.course,
    register,
    course,
    door: { kind: "browser", over: course.currentVersionId },
    actor,
    changeNote: note,
    async alongside(tx, { courseId, number: current }) {
      if (!(await setUnpublished(tx, { courseId, unpublished: null }))) return;
      await recordAudit(tx, {
        actor,
        action: "course.offered-again",
        subject: { type: "course", id: courseId, label: course.title },
        after: { version: current, note },
        at: now,
      });
    },
    now,
  });
  if (made.outcome === "overtaken" || made.outcome === "kept") return { kind: "refused", reason: "overtaken" };
  if (made.outcome === "unchanged") return { kind: "refused", reason: "current" };
  return { kind: "restored", number: made.number };
}
