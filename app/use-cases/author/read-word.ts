import { htmlToMdx } from "~/domain/courses/paste/html-to-mdx";
import type { Loss } from "~/domain/courses/paste/losses";
import type { OldEncoding } from "~/domain/courses/paste/old-text";
import { readDocx } from "~/domain/courses/paste/read-docx.server";
import type { WordImage } from "~/domain/courses/paste/word-lesson";
import { findOpenDraft, listDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { mediaPath } from "~/domain/courses/media/draft-media";
import { cleanImage } from "~/domain/courses/media/image-work.server";
import { storeFile } from "~/domain/courses/media/media-files.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

export interface WordText {
  title: string;
  body: string;
  images: WordImage[];
  losses: Loss[];
  converted: OldEncoding | null;
}

export type WordAnswer =
  | ({ kind: "read" } & WordText)
  | { kind: "refused"; reason: "old-format" | "not-docx" | "damaged" | "too-large" | "empty" | "closed" };

/** Reads a document of Word as the text of a lesson; its pictures wait in the file store until it is saved. */
export async function readWord(input: {
  slug: string;
  file: { name: string; bytes: Uint8Array };
}): Promise<WordAnswer> {
  const { slug, file } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  if (draft.state !== "editing") return { kind: "refused", reason: "closed" };
  const read = await readDocx(file.bytes);
  if (read.kind === "refused") return read;
  const taken = new Set((await listDraftFiles(db, draft.id)).map(({ path }) => path));
  const name = file.name.replace(/\.docx$/i, "");
  const images = new Map<string, WordImage>();
  for (const { src, bytes, alt } of read.images) {
    // Drawings in the formats of Windows, and damaged ones, are told among what could not be kept.
    const clean = await cleanImage(bytes, src);
    if ("rule" in clean) continue;
    const { sha256, size } = await storeFile(clean.bytes);
    const path = mediaPath(`${name}-hinh-${images.size + 1}.webp`, "webp", (each) => taken.has(each));
    taken.add(path);
    images.set(src, { path, sha256, size, width: clean.width, height: clean.height, alt });
  }
  const made = htmlToMdx(read.html, {
    image: (src, alt) => {
      const kept = images.get(src);
      return kept ? { path: kept.path, alt: alt || kept.alt } : null;
    },
  });
  if (made.body === "") return { kind: "refused", reason: "empty" };
  const { body, losses, converted } = made;
  return {
    kind: "read",
    title: made.title ?? name.normalize("NFC"),
    body,
    images: [...images.values()],
    losses,
    converted,
  };
}
