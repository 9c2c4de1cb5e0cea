import type { ContentProblem } from "~/domain/courses/content-problem";
import type { CompiledCourse } from "~/domain/courses/compile-course.server";
import type { Draft } from "~/domain/courses/drafts/draft";
import { loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { compiledDraft } from "~/domain/courses/drafts/draft-version.server";
import { loadFiles } from "~/domain/courses/publish-store.server";
import { reusableLessons } from "~/domain/courses/reuse-lessons.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";
import { hashOf } from "../system/make-version";
import { checkDraft } from "./draft-base";

export type DraftAsVersion =
  | { kind: "compiled"; title: string; compiled: CompiledCourse; problems: ContentProblem[] }
  /** It has errors, and is no version yet. */
  | { kind: "faulty"; title: string; problems: ContentProblem[] };

/** A draft as learners would see it when it were published now. */
export async function draftAsVersion(input: { draft: Draft; now: Date }): Promise<DraftAsVersion> {
  const { draft, now } = input;
  const files = await loadDraftFiles(db, draft.id);
  const { check, register } = await checkDraft(db, { slug: draft.slug, files, now });
  const { course: checked, title, problems } = check;
  if (!checked) return { kind: "faulty", title, problems };
  const { courseId, baseVersionId } = draft;
  const compiled = await compiledDraft({
    hash: `${draft.slug} ${hashOf(checked, register)}`,
    checked,
    register,
    async ready() {
      if (!courseId || !baseVersionId) return new Map();
      const [version, earlier] = await Promise.all([
        courseVersion(baseVersionId),
        loadFiles(db, { courseId, versionId: baseVersionId }),
      ]);
      return reusableLessons({ checked, register, earlier: { ...version, files: earlier } });
    },
  });
  return { kind: "compiled", title, compiled, problems };
}
