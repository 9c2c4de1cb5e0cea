import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";

/** Tinos has the measures of Times New Roman, letter by letter, and may be embedded. */
const FILES = {
  regular: "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  bold: "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
  italic: "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
  "bold-italic": "@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf",
} as const;
export type Face = keyof typeof FILES;

const { resolve } = createRequire(import.meta.url);

/** Read anew for each document: what a font remembers of another one's letters would change the bytes. */
export function registerFaces(document: InstanceType<typeof PDFDocument>): void {
  for (const [face, file] of Object.entries(FILES)) document.registerFont(face, readFileSync(resolve(file)));
}
