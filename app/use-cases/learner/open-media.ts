import type { Readable } from "node:stream";
import { may, type Viewer } from "~/domain/auth/permissions";
import { mediaType } from "~/domain/courses/media/media-kind";
import { findMedia } from "~/domain/courses/media/media-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { type ByteRange, isHash } from "~/platform/files/file-store";
import { files } from "~/platform/files/files.server";
import { isStored, sizeOf } from "~/platform/files/stored-file";

export interface OpenedMedia {
  sha256: string;
  name: string;
  type: string;
  size: number;
  /** The bytes, from and to (both within), or all of them. */
  open(range?: ByteRange): Promise<Uint8Array | Readable>;
}

/**
 * A medium of a lesson, by the hash of its bytes: what stands at such an address never changes. Those of drafts are for the people
 * who write and review them.
 */
export async function openMedia(input: { viewer: Viewer; sha256: string; name: string }): Promise<OpenedMedia> {
  const { viewer, sha256, name } = input;
  const type = mediaType(name);
  const drafts = may(viewer, "content.preview");
  const file = type && isHash(sha256) ? await findMedia(db, { sha256, name, drafts }) : null;
  if (!type || !file) throw notFound(`media ${sha256}/${name}`);
  const open = async (range?: ByteRange) => {
    if (!isStored(file)) return range ? file.subarray(range.from, range.to + 1) : file;
    const stream = await files().open(sha256, range);
    if (!stream) throw new Error(`the file store has lost ${sha256}`);
    return stream;
  };
  return { sha256, name, type, size: sizeOf(file), open };
}
