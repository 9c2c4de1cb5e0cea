import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { COURSE_FILE, type CourseSettings, readSettings, writeSettings } from "~/domain/courses/drafts/course-yaml";
import type { SettingsView } from "~/domain/courses/drafts/settings-view";
import { findOpenDraft, readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { mergeSettings, type SettingsField } from "~/domain/courses/drafts/merge-settings";
import { listApprovers, listSignoff, setSignoff } from "~/domain/courses/drafts/signoff-store.server";
import type { DraftAnswer } from "~/domain/courses/drafts/working-course";
import { editableYaml } from "~/domain/courses/yaml-text";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { tryChangeDraft } from "./change-draft";
import { fileText } from "./working-course";

export async function viewCourseSettings(input: { slug: string }): Promise<SettingsView> {
  const { slug } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  const [main, approvers, signoff] = await Promise.all([
    readDraftFile(db, { draftId: draft.id, path: COURSE_FILE }),
    listApprovers(db),
    listSignoff(db, slug),
  ]);
  const yaml = new TextDecoder().decode(main?.bytes);
  return {
    slug,
    draft,
    settings: readSettings(yaml),
    readable: editableYaml(yaml) !== null,
    approvers,
    signoff: signoff.map(({ accountId }) => accountId),
    lapsed: signoff.filter(({ mayApprove }) => !mayApprove).map(({ name }) => name),
  };
}

export type SettingsAnswer =
  | DraftAnswer
  | { kind: "declined"; why: "unreadable" }
  /** Others changed the same fields since the form was made. Nothing was written. */
  | { kind: "declined"; why: SettingsField[] };

/** Writes the settings into course.yaml of the draft, and who has to approve the course beside it. */
export async function changeCourseSettings(input: {
  slug: string;
  seen: Partial<CourseSettings>;
  settings: CourseSettings;
  signoff: readonly string[];
  actor: Actor;
  now: Date;
}): Promise<SettingsAnswer> {
  const { slug, seen, settings, signoff, actor, now } = input;
  const answer = await tryChangeDraft<"unreadable" | SettingsField[]>({
    slug,
    actor,
    change: (files) => {
      const yaml = fileText(files, COURSE_FILE);
      const { merged, conflicts } = mergeSettings({ seen, mine: settings, theirs: readSettings(yaml) });
      if (conflicts.length > 0) return conflicts;
      const written = writeSettings(yaml, merged);
      return written === null ? "unreadable" : new Map([[COURSE_FILE, new TextEncoder().encode(written)]]);
    },
    now,
  });
  if (answer.kind === "declined") return answer as SettingsAnswer;
  if (answer.kind === "refused") return answer;
  const changed = await changeSignoff({ slug, title: settings.title, signoff, actor, now });
  return answer.kind === "unchanged" && changed ? { kind: "saved", opened: false, errors: 0 } : answer;
}

async function changeSignoff(input: {
  slug: string;
  title: string;
  signoff: readonly string[];
  actor: Actor;
  now: Date;
}): Promise<boolean> {
  const { slug, title, signoff, actor, now } = input;
  return inTransaction(async (tx) => {
    const before = await listSignoff(tx, slug);
    if (before.map(({ accountId }) => accountId).join() === [...new Set(signoff)].join()) return false;
    await setSignoff(tx, { slug, accountIds: signoff, actor, now });
    const after = await listSignoff(tx, slug);
    const names = (list: typeof before) => list.map(({ name }) => name);
    const ids = (list: typeof before) => list.map(({ accountId }) => accountId).join();
    if (ids(before) === ids(after)) return false;
    await recordAudit(tx, {
      actor,
      action: "course.signoff-changed",
      subject: { type: "course", id: slug, label: title },
      before: { approvers: names(before) },
      after: { approvers: names(after) },
      at: now,
    });
    return true;
  });
}
