/** What a course may hold beside its texts: kinds of media, the endings of their names, and how large they may be. */

export type MediaKind = "image" | "video" | "audio" | "captions" | "pdf";

export interface MediaRule {
  kind: MediaKind;
  endings: readonly string[];
  /** As it stands in a course. */
  limitKb: number;
  /** As it is handed up: an image is made smaller. */
  uploadKb: number;
}

const MB = 1024;

export const MEDIA_KINDS: readonly MediaRule[] = [
  { kind: "image", endings: ["png", "jpg", "jpeg", "webp", "avif", "gif"], limitKb: 2000, uploadKb: 20 * MB },
  { kind: "video", endings: ["mp4", "webm"], limitKb: 60 * MB, uploadKb: 60 * MB },
  { kind: "audio", endings: ["mp3", "ogg"], limitKb: 30 * MB, uploadKb: 30 * MB },
  { kind: "captions", endings: ["vtt"], limitKb: 500, uploadKb: 500 },
  { kind: "pdf", endings: ["pdf"], limitKb: 10 * MB, uploadKb: 10 * MB },
];

/** All media of one course together. */
export const MEDIA_COUNT_LIMIT = 200;
export const MEDIA_TOTAL_MB = 400;
/** One form: a video with its captions, or several images. */
export const UPLOAD_TOTAL_MB = 64;

const TYPES: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  mp4: "video/mp4",
  webm: "video/webm",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  vtt: "text/vtt; charset=utf-8",
  pdf: "application/pdf",
};

export const MEDIA_NAME = /^[a-z0-9-]{1,80}\.[a-z0-9]+$/;
export const endingOf = (path: string) => /\.([a-z0-9]+)$/.exec(path)?.[1] ?? "";
export const stemOf = (name: string) => name.replace(/^media\//, "").replace(/\.[a-z0-9]+$/, "");
export const isMedia = (path: string) => path.startsWith("media/") && mediaRule(path) !== null;

/** Which kind a file is by its name; null: none that a course may hold. */
export function mediaRule(path: string): MediaRule | null {
  const ending = endingOf(path);
  return MEDIA_KINDS.find(({ endings }) => endings.includes(ending)) ?? null;
}

/** With which type a medium is sent: told by its name, which its content was checked against. */
export const mediaType = (name: string): string | null => TYPES[endingOf(name)] ?? null;
