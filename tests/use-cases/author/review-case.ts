import type { Viewer } from "~/domain/auth/permissions";
import { actorOf } from "~/domain/audit/audit-event";
import { readReview } from "~/domain/courses/drafts/review-store.server";
import { readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import { db } from "~/platform/db.server";
import { decideOnDraft } from "~/use-cases/author/decide-on-draft";
import { openDraft } from "~/use-cases/author/open-draft";
import { requestPublication } from "~/use-cases/author/publish-draft";
import { saveFileOfDraft } from "~/use-cases/author/save-draft-file";
import { submitDraft } from "~/use-cases/author/submit-draft";
import { runPublishJobs } from "~/use-cases/system/run-publish-jobs";
import type { PublishWish } from "~/domain/courses/drafts/publish-job";
import { buildUnit, buildViewer } from "../../support/build";
import { truncateAll } from "../../support/database";
import { publishRealCourse, REAL_COURSE } from "../../support/published-content";

export const slug = REAL_COURSE;
export const NOW = new Date("2026-11-25T02:00:00Z");
export const LESSON = "lessons/01-tong-quan.mdx";
export const STAY: PublishWish = { underWay: "stay", changedLessons: "keep" };

export interface Studio {
  root: UnitNode;
  writer: Viewer;
  reviewer: Viewer;
  second: Viewer;
  /** Holds no role in the studio. */
  outsider: Viewer;
}

/** A published course and three training officers. */
export async function openStudio(): Promise<Studio> {
  await truncateAll();
  forgetVersions();
  await publishRealCourse(NOW);
  const root = await buildUnit({ code: "AG" });
  const officer = () => buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  return {
    root,
    writer: await officer(),
    reviewer: await officer(),
    second: await officer(),
    outsider: await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] }),
  };
}

export const bytesOf = (text: string) => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array | null | undefined) => new TextDecoder().decode(bytes ?? new Uint8Array());

/** Changes a file of the course's draft, which is opened when it is not. */
export async function edit(
  viewer: Viewer,
  path: string,
  change: (text: string) => string | null,
  now = NOW,
): Promise<void> {
  const actor = actorOf(viewer);
  const draft = await openDraft({ slug, actor, now });
  const there = await readDraftFile(db, { draftId: draft.id, path });
  const text = change(textOf(there?.bytes));
  const bytes = text === null ? null : bytesOf(text);
  const saved = await saveFileOfDraft({ slug, path, bytes, over: there?.revision ?? null, actor, now });
  if (saved.kind !== "saved") throw new Error(saved.kind);
}

export const addSentence = (text: string) => `${text}\nMột câu được thêm vào bài.\n`;

export const submit = (viewer: Viewer, reviewers: Viewer[], changeNote = "Thêm một câu") =>
  submitDraft({ viewer, slug, reviewerIds: reviewers.map(({ accountId }) => accountId), changeNote, now: NOW });

export async function approve(viewer: Viewer, note = "") {
  const { situation } = (await readReview(db, slug))!;
  return decideOnDraft({ viewer, slug, decision: "approved", note, filesHash: situation.filesHash, now: NOW });
}

export const askForChanges = async (viewer: Viewer, note: string) => {
  const { situation } = (await readReview(db, slug))!;
  const { filesHash } = situation;
  return decideOnDraft({ viewer, slug, decision: "changes_wanted", note, filesHash, now: NOW });
};

/** Changes a lesson, sends it, approves it. */
export async function approvedDraft({ writer, reviewer }: Studio, change = addSentence): Promise<void> {
  await edit(writer, LESSON, change);
  const sent = await submit(writer, [reviewer]);
  if (sent.kind !== "sent") throw new Error(JSON.stringify(sent));
  await approve(reviewer);
}

export async function publish(viewer: Viewer, wish: PublishWish = STAY) {
  const answer = await requestPublication({ viewer, slug, wish, now: NOW });
  if (answer.kind === "requested") await runPublishJobs({ clock: () => NOW });
  return answer;
}

export const draftState = async () =>
  (await db.courseDraft.findFirstOrThrow({ where: { slug }, orderBy: { createdAt: "desc" } })).state;
export const currentNumber = async () =>
  (await db.course.findUniqueOrThrow({ where: { slug }, include: { currentVersion: true } })).currentVersion?.number;
