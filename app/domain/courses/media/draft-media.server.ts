import type { Db } from "~/platform/db.server";
import { sizeOf } from "~/platform/files/stored-file";
import { sha256 } from "../content-hash.server";
import type { CourseFiles } from "../course-source";
import { loadDraftFiles } from "../drafts/draft-store.server";
import { DESCRIPTIONS_PATH, readDescriptions } from "./descriptions";
import { captionsOf, type DraftMedium, usesOf } from "./draft-media";
import { imageSize } from "./image-work.server";
import { mediaAddress } from "./media-address";
import { bytesOf } from "./media-files.server";
import { isMedia, mediaRule } from "./media-kind";
import { findImageSizes, type ImageSize, noteImageSize } from "./media-store.server";

/** The media of a draft by name, for the page of media and for whoever picks one for a lesson. */
export async function listDraftMedia(db: Db, draftId: string): Promise<DraftMedium[]> {
  const files = await loadDraftFiles(db, draftId);
  const said = readDescriptions(files.get(DESCRIPTIONS_PATH));
  const sizes = await sizesOf(db, files);
  return [...files]
    .filter(([path]) => isMedia(path))
    .map(([path, bytes]) => {
      const name = path.slice("media/".length);
      const { kind } = mediaRule(path)!;
      const { alt = null, transcript = null } = said[name] ?? {};
      const { width, height } = sizes.get(sha256(bytes)) ?? { width: null, height: null };
      const captions = kind === "video" && files.has(captionsOf(path)) ? captionsOf(path) : null;
      const address = mediaAddress({ path, sha256: sha256(bytes) });
      const usedIn = usesOf(path, files);
      return { path, name, kind, size: sizeOf(bytes), address, width, height, alt, transcript, captions, usedIn };
    });
}

/** Pictures that came from a folder are looked at once, when they are first listed. */
async function sizesOf(db: Db, files: CourseFiles): Promise<Map<string, ImageSize>> {
  const pictures = [...files].filter(([path]) => mediaRule(path)?.kind === "image" && isMedia(path));
  const sizes = await findImageSizes(
    db,
    pictures.map(([, bytes]) => sha256(bytes)),
  );
  for (const [, file] of pictures) {
    const hash = sha256(file);
    const size = sizes.has(hash) ? null : await imageSize(await bytesOf(file));
    if (!size) continue;
    sizes.set(hash, size);
    await noteImageSize(db, { sha256: hash, ...size });
  }
  return sizes;
}
