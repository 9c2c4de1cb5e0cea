import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";
import type { Face } from "./block";

/** Whole TTF files from the package, found from here as well as from build/server. */
const FILES: Record<Face, string> = {
  regular: "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  bold: "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
  italic: "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
};

const { resolve } = createRequire(import.meta.url);

/** The part of a parsed font (fontkit, inside PDFKit) that is touched here. */
interface ParsedFont {
  createSubset(): unknown;
  /** Glyphs remember the letter that first asked for them. */
  _glyphs: object;
}

interface EmbeddedFont {
  font: ParsedFont;
  subset: unknown;
}

interface OpenFont {
  file: Buffer;
  parsed: ParsedFont | null;
}

const open = new Map<Face, OpenFont>();

/**
 * Makes the faces known to a document under their names. PDFKit parses a font anew for each document, which costs a
 * hundred milliseconds of a process that others wait for; the tables that were read once are handed on. What a font
 * remembers of the last document's letters is forgotten first: the same facts must give the same bytes, whoever came before.
 */
export function registerFaces(document: InstanceType<typeof PDFDocument>): void {
  for (const face of Object.keys(FILES) as Face[]) {
    let font = open.get(face);
    if (!font) open.set(face, (font = { file: readFileSync(resolve(FILES[face])), parsed: null }));
    document.registerFont(face, font.file);
    document.font(face);
    const embedded = (document as unknown as { _font: EmbeddedFont })._font;
    if (font.parsed === null) {
      font.parsed = embedded.font;
    } else {
      font.parsed._glyphs = {};
      embedded.font = font.parsed;
      embedded.subset = font.parsed.createSubset();
    }
  }
}
