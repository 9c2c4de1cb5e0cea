import type { Node } from "unist";
import type { LessonCheck } from "./lesson-check";

const WEB = /^https?:\/\/[^/?#\\\s@]+([/?#]|$)/i;
const MAIL = /^mailto:[^\s@:]+@[^\s@:?]+(\?.*)?$/i;
const IMAGE = /^media\/[a-z0-9-]+\.(png|jpg|jpeg|webp|avif|gif)$/;

/**
 * A link is a web address, a mail address, a place in the lesson, or another lesson of the course by its id. Whatever
 * else it looks like, after any decoding that a browser or a later reader could do, is refused.
 */
export function checkLink(link: Node & { url: string }, check: LessonCheck): void {
  const { url } = link;
  const shown = url.slice(0, 60);
  if (hides(url)) return check.report(link, "link-address", { url: shown });
  if (WEB.test(url) || MAIL.test(url)) return;
  // Fragments are looked up when all ids are known.
  if (/^#[a-z0-9-]+$/.test(url)) return;
  if (/^[a-z0-9-]+$/.test(url)) {
    if (!check.around.lessonIds.includes(url)) check.report(link, "link-broken", { url: shown });
    return;
  }
  check.report(link, "link-address", { url: shown });
}

/** White space, control characters, or a scheme that shows only after decoding. */
function hides(url: string): boolean {
  if (/[\p{Cc}\p{Cf}\p{Z}\\]/u.test(url)) return true;
  return [url, ...decodings(url)].some((text) => {
    const bare = text.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, "").toLowerCase();
    const scheme = /^([a-z][a-z0-9+.-]*):/.exec(bare)?.[1];
    return scheme !== undefined && !["http", "https", "mailto"].includes(scheme);
  });
}

function decodings(url: string): string[] {
  const wide = url.normalize("NFKC");
  const entities = wide
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_, digits: string) => character(Number(digits)))
    .replace(/&(colon|tab|newline);/gi, (_, name: string) => (name.toLowerCase() === "colon" ? ":" : ""));
  let percent = entities;
  for (let round = 0; round < 3; round++) {
    percent = percent.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)));
  }
  return [wide, entities, percent];
}

const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

export function checkImage(image: Node & { url: string; alt?: string | null }, check: LessonCheck): void {
  if ((image.alt ?? "").trim() === "") check.report(image, "image-no-alt");
  if (!IMAGE.test(image.url)) check.report(image, "image-place", { url: image.url.slice(0, 60) });
  else if (!check.around.media.has(image.url)) check.report(image, "image-missing", { url: image.url });
}
