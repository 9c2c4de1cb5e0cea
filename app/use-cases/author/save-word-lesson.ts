import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { checkMedium } from "~/domain/courses/media/check-media.server";
import { findOpenDraft, loadDraftFiles, lockDraft, saveDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { mediaPath } from "~/domain/courses/media/draft-media";
import { bytesOf } from "~/domain/courses/media/media-files.server";
import { isMedia } from "~/domain/courses/media/media-kind";
import { noteImageSize } from "~/domain/courses/media/media-store.server";
import { newLesson, withBody, withImages, withLesson, type WordImage } from "~/domain/courses/paste/word-lesson";
import { badRequest, notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { isHash } from "~/platform/files/file-store";
import { StoredFile } from "~/platform/files/stored-file";
import { describe } from "./add-draft-media";

export type SavedWord = { kind: "saved"; file: string } | { kind: "refused"; reason: "closed" };

/** Makes a lesson of the draft out of the text of a document: a new one, or in place of the text of one that is there. */
export async function saveWordLesson(input: {
  slug: string;
  title: string;
  body: string;
  images: readonly WordImage[];
  /** "03-tiep-dan"; null: a new lesson. */
  inPlaceOf: string | null;
  actor: Actor;
  now: Date;
}): Promise<SavedWord> {
  const { slug, title, body, inPlaceOf, actor, now } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  const used = input.images.filter(({ path }) => body.includes(`](${path})`));
  for (const image of used) await proveImage(image);
  return inTransaction(async (tx) => {
    if ((await lockDraft(tx, draft.id)) !== "editing") return { kind: "refused", reason: "closed" };
    const files = await loadDraftFiles(tx, draft.id);
    const step = { draftId: draft.id, over: "whatever", actor, now } as const;
    const placed: (WordImage & { to: string })[] = [];
    for (const image of used) {
      const isTaken = (path: string) => files.has(path) || placed.some(({ to }) => to === path);
      const to = mediaPath(image.path.slice("media/".length), "webp", isTaken);
      const { sha256, size, width, height, alt } = image;
      await saveDraftFile(tx, { ...step, path: to, bytes: new StoredFile(sha256, size) });
      await describe(tx, { ...step, path: to, said: { alt } });
      await noteImageSize(tx, { sha256, width, height });
      placed.push({ ...image, to });
    }
    const text = withImages(body, placed);
    const courseYaml = new TextDecoder().decode(files.get("course.yaml"));
    const save = (path: string, words: string) =>
      saveDraftFile(tx, { ...step, path, bytes: new TextEncoder().encode(words) });
    const file = inPlaceOf ?? (await addLesson());
    if (inPlaceOf !== null) {
      const there = files.get(`lessons/${inPlaceOf}.mdx`);
      if (!there) throw notFound(`lesson ${inPlaceOf} in the draft of ${slug}`);
      await save(`lessons/${inPlaceOf}.mdx`, withBody(new TextDecoder().decode(there), text));
    }
    await recordAudit(tx, {
      actor,
      action: "draft.word-imported",
      subject: { type: "draft", id: draft.id, label: slug },
      after: { lesson: file, inPlaceOf, images: placed.map(({ to }) => to) },
      at: now,
    });
    return { kind: "saved", file };

    async function addLesson(): Promise<string> {
      const taken = [...files.keys()].filter((path) => path.startsWith("lessons/"));
      const lesson = newLesson({ title, body: text, courseYaml, taken });
      await save(`lessons/${lesson.file}.mdx`, lesson.text);
      await save("course.yaml", withLesson(courseYaml, lesson.file));
      return lesson.file;
    }
  });
}

/** The form names the picture that waits in the file store: it must be there, and be a picture that the platform made. */
async function proveImage({ path, sha256, size }: WordImage): Promise<void> {
  if (!isHash(sha256) || !isMedia(path)) throw badRequest(`image ${path}`);
  const bytes = await bytesOf(new StoredFile(sha256, size));
  if (bytes.length !== size || (await checkMedium(bytes, path, path)).length > 0) throw badRequest(`image ${path}`);
}
