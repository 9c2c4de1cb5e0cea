/** Texts with gaps: how they stand in files, where gaps have numbers, and how they stand in our questions, where they have ids. */
import type { InlineChoice } from "../question-types/inline-choice";

/** What is asked where a file has the text alone. */
export const GAP_STEM = "Chọn từ ngữ thích hợp cho mỗi chỗ trống.";

const MARK = /\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]/;

/** The names within [[ ]] in their order. */
export const gapNames = (text: string): string[] => piecesOf(text).filter((_, index) => index % 2 === 1);

/** Words and names in turn, words first. */
const piecesOf = (text: string): string[] => text.split(new RegExp(MARK, "g"));

/** The text with each [[name]] replaced. */
export const replaceGaps = (text: string, by: (name: string, index: number) => string): string =>
  piecesOf(text)
    .map((piece, index) => (index % 2 === 1 ? by(piece, (index - 1) / 2) : piece))
    .join("");

/** The words around the gaps, and the gaps in the order of the text. */
export function gapsInText({ text, gaps }: InlineChoice): { words: string[]; gaps: InlineChoice["gaps"] } {
  const pieces = piecesOf(text);
  return {
    words: pieces.filter((_, index) => index % 2 === 0),
    gaps: gapNames(text).map((name) => gaps.find(({ id }) => id === name)!),
  };
}

/** A whole text as question and text with gaps; `paragraphs` is how many of it are the question, as a tag says. */
export function splitStem(whole: string, paragraphs: string | undefined): { stem: string; text: string } {
  const count = Number(paragraphs ?? 0);
  const parts = whole.split("\n\n");
  const stem = parts.slice(0, count).join("\n\n").trim();
  const text = parts.slice(count).join("\n\n").trim();
  return stem === "" || text === "" ? { stem: GAP_STEM, text: whole } : { stem, text };
}
