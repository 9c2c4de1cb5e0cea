import type { Node } from "unist";
import { MEDIA_FILES } from "./components";
import type { LessonCheck } from "./lesson-check";

const WEB = /^https?:\/\/[^/?#\\\s@]+([/?#]|$)/i;
const MAIL = /^mailto:[^\s@:]+@[^\s@:?]+(\?.*)?$/i;
// White space, control and format characters, and the backslash that browsers read as a slash.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Z}\\]/u;

/**
 * A link is a web address, a mail address, a place in the lesson, or another lesson of the course by its id. Everything
 * else is refused, however it is written: there is no list of bad schemes that a disguise could slip past.
 */
export function checkLink(link: Node & { url: string }, check: LessonCheck): void {
  const { url } = link;
  const shown = url.slice(0, 60);
  if (!HIDDEN.test(url) && (WEB.test(url) || MAIL.test(url))) return;
  // Fragments are looked up when all ids are known.
  if (/^#[a-z0-9-]+$/.test(url)) return;
  if (/^[a-z0-9-]+$/.test(url)) {
    if (!check.around.lessonIds.includes(url)) check.report(link, "link-broken", { url: shown });
    return;
  }
  check.report(link, "link-address", { url: shown });
}

export function checkImage(image: Node & { url: string; alt?: string | null }, check: LessonCheck): void {
  if ((image.alt ?? "").trim() === "") check.report(image, "image-no-alt");
  if (!MEDIA_FILES.image.test(image.url)) check.report(image, "image-place", { url: image.url.slice(0, 60) });
  else if (!check.around.media.has(image.url)) check.report(image, "image-missing", { url: image.url });
}
