/** Media of a draft: what each is, what is said about it, and which texts use it. */
import { parse } from "yaml";
import { foldName } from "../../organization/names";
import type { CourseFiles } from "../course-source";
import { DESCRIPTIONS_PATH } from "./descriptions";
import { endingOf, isMedia, type MediaKind, stemOf } from "./media-kind";

export interface DraftMedium {
  path: string;
  /** "ban-tiep-dan.webp" */
  name: string;
  kind: MediaKind;
  size: number;
  /** Where it is shown from. */
  address: string;
  width: number | null;
  height: number | null;
  /** Of a picture what it shows, of others their name. */
  alt: string | null;
  transcript: string | null;
  /** Of a video: its captions, when a file of the same name is there. */
  captions: string | null;
  usedIn: MediaUse[];
}

export interface MediaUse {
  path: string;
  /** Of a lesson its title, else the path. */
  title: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const mention = (path: string) => new RegExp(`(?<![a-z0-9/-])${escaped(path)}(?![a-z0-9-]|\\.[a-z0-9])`, "g");

/** The texts of a course that name this medium, lessons first. */
export function usesOf(path: string, files: CourseFiles): MediaUse[] {
  return [...files]
    .filter(([text]) => !isMedia(text) && text !== DESCRIPTIONS_PATH)
    .map(([text, bytes]) => ({ path: text, words: new TextDecoder().decode(bytes) }))
    .filter(({ words }) => mention(path).test(words))
    .sort((a, b) => Number(b.path.startsWith("lessons/")) - Number(a.path.startsWith("lessons/")))
    .map(({ path: text, words }) => ({ path: text, title: lessonTitle(words) ?? text }));
}

/** A text with one medium in the place of another. */
export const withOtherMedium = (text: string, from: string, to: string) => text.replace(mention(from), to);

/** The title in the front matter of a lesson, also while it is being written. */
export function lessonTitle(words: string): string | null {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(words)?.[1];
  try {
    const { title } = (front ? parse(front, { maxAliasCount: 0 }) : null) as { title?: unknown };
    return typeof title === "string" ? title : null;
  } catch {
    return null;
  }
}

/** "Giao tiếp, ứng xử" → "giao-tiep-ung-xu"; "" when nothing is left. */
export function slugOf(text: string): string {
  const plain = foldName(text).replace(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 60).replace(/^-+|-+$/g, "");
}

/** "Ảnh chụp (1).JPG" → "media/anh-chup-1.webp", with a number when that name is taken. */
export function mediaPath(fileName: string, ending: string, taken: (path: string) => boolean): string {
  const stem = slugOf(fileName.replace(/\.[^.]+$/, "").normalize("NFC")) || "tu-lieu";
  let path = `media/${stem}.${ending}`;
  for (let number = 2; taken(path); number++) path = `media/${stem}-${number}.${ending}`;
  return path;
}

/** The same medium under another name; null when nothing is left of the name. */
export function renamedPath(path: string, wanted: string): string | null {
  const stem = slugOf(wanted.replace(new RegExp(`\\.${endingOf(path)}$`, "i"), ""));
  return stem === "" ? null : `media/${stem}.${endingOf(path)}`;
}

export const captionsOf = (video: string) => `media/${stemOf(video)}.vtt`;
