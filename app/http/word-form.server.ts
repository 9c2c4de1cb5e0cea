import type { WordImage } from "~/domain/courses/paste/word-lesson";
import { cleanText } from "~/domain/courses/media/clean-words";
import type { Translate } from "~/ui/words/translate";
import { textOf } from "./media-form.server";

const MOST_IMAGES = 60;

export interface WordForm {
  title: string;
  body: string;
  images: WordImage[];
  inPlaceOf: string | null;
}

/** The text as it was looked through, with the pictures that wait and what is said about each. */
export function readWordForm(form: FormData): WordForm {
  const images: WordImage[] = [];
  for (let index = 0; index < MOST_IMAGES; index++) {
    const at = (name: string) => textOf(form, `images[${index}].${name}`);
    if (at("path") === "") break;
    const [size, width, height] = ["size", "width", "height"].map((name) => Math.floor(Number(at(name))) || 0);
    images.push({
      path: at("path"),
      sha256: at("sha256"),
      size: size!,
      width: width!,
      height: height!,
      alt: at("alt"),
    });
  }
  const body = textOf(form, "body");
  const inPlaceOf = textOf(form, "inPlaceOf");
  const title = cleanText(textOf(form, "title")).replace(/\s+/g, " ").slice(0, 200);
  return { title, body: body && `${body}\n`, images, inPlaceOf: inPlaceOf || null };
}

/** What is missing before it can be saved, field by field. */
export function wordFaults({ title, body, images, inPlaceOf }: WordForm, t: Translate): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  if (title === "" && inPlaceOf === null) faults["title"] = [t("word.needsTitle")];
  if (body === "") faults["body"] = [t("word.needsBody")];
  images.forEach(({ path, alt }, index) => {
    if (alt === "" && body.includes(`](${path})`)) faults[`images[${index}].alt`] = [t("word.needsAlt")];
  });
  return faults;
}
