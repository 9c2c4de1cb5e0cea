import type { Metadata, Sharp } from "sharp";
import type { ContentProblem } from "../content-problem";
import { problemAt } from "../content-problem";

/** A page needs no more; a screen with twice the points shows 800 of them in a column of text. */
const LONGEST_SIDE = 1600;
export const PIXEL_LIMIT = 40_000_000;

export interface CleanImage {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** libvips stands outside of what Node counts: one picture at a time, and nothing of it kept. */
async function openSharp() {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

let last: Promise<unknown> = Promise.resolve();
/** One after the other in this process: decoded, a picture takes up to 160 MB. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

/**
 * Decodes a picture and writes it anew as WebP: upright, at most 1,600 points long, without anything that it said about camera,
 * time and place, and without whatever else its file held.
 */
export function cleanImage(bytes: Uint8Array, file: string): Promise<CleanImage | ContentProblem> {
  return inTurn(async () => {
    const sharp = await openSharp();
    const looked = await look(sharp(bytes, { limitInputPixels: false }), file);
    if ("rule" in looked) return looked;
    try {
      const upright = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: "error" })
        .rotate()
        .toColourspace("srgb")
        .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });
      const { data, info } = await smallest(upright, looked.format !== "jpeg");
      return { bytes: new Uint8Array(data), width: info.width, height: info.height };
    } catch {
      return problemAt(file, null, "media-damaged", { path: file });
    }
  });
}

/** Drawings and screens stay sharp where that is not dearer: lossless when it is hardly larger. */
async function smallest(picture: Sharp, mayBeDrawn: boolean) {
  const photo = await picture.clone().webp({ quality: 82, effort: 4 }).toBuffer({ resolveWithObject: true });
  if (!mayBeDrawn) return photo;
  const drawn = await picture.clone().webp({ lossless: true, effort: 4 }).toBuffer({ resolveWithObject: true });
  return drawn.data.length <= photo.data.length * 1.3 ? drawn : photo;
}

/** A picture from a folder stays byte for byte: what the pipeline would have mended is told. */
export function checkImage(bytes: Uint8Array, file: string): Promise<ContentProblem[]> {
  return inTurn(async () => {
    const sharp = await openSharp();
    const looked = await look(sharp(bytes, { limitInputPixels: false }), file);
    if ("rule" in looked) return [looked];
    const says = looked.exif ?? looked.xmp ?? looked.iptc;
    return says ? [problemAt(file, null, "image-metadata", { path: file })] : [];
  });
}

/** Reads the head of a picture alone, before anything is decoded. */
async function look(picture: Sharp, file: string): Promise<Metadata | ContentProblem> {
  const found = await picture.metadata().catch(() => null);
  if (!found?.width || !found.height) return problemAt(file, null, "media-damaged", { path: file });
  const { width, height, pages = 1 } = found;
  if (pages > 1) return problemAt(file, null, "image-moving", { path: file });
  if (width * height > PIXEL_LIMIT) {
    return problemAt(file, null, "image-pixels", { path: file, width, height, limit: PIXEL_LIMIT / 1_000_000 });
  }
  return found;
}

/** How large a picture is, without decoding it; null for what is none. */
export async function imageSize(bytes: Uint8Array): Promise<{ width: number; height: number } | null> {
  const sharp = await openSharp();
  const found = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return found?.width && found.height ? { width: found.width, height: found.height } : null;
}
