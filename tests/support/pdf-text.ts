/**
 * Reads the text back out of an uncompressed PDF of one page, as a reader's "copy" does: from the glyphs that are drawn,
 * through the ToUnicode table of the embedded font. Enough for the files that this platform makes, and no other.
 */
export interface PdfParagraph {
  /** The structure element: "H1", "P". */
  tag: string;
  text: string;
}

export function readPdfParagraphs(file: Buffer): PdfParagraph[] {
  const pdf = file.toString("latin1");
  const page = objectsOf(pdf).find((body) => /\/Type \/Page\n/.test(body))!;
  const content = streamOf(objectOf(pdf, reference(page, "Contents")));
  const fonts = fontTables(pdf, objectOf(pdf, reference(page, "Resources")));

  const paragraphs: PdfParagraph[] = [];
  let table = new Map<number, string>();
  const tokens = /\/(\w+) <<\s*\/MCID \d+\s*>> BDC|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(EMC)/g;
  let open: PdfParagraph | null = null;
  for (const [, tag, font, glyphs, end] of content.matchAll(tokens)) {
    if (tag) paragraphs.push((open = { tag, text: "" }));
    else if (font) table = fonts.get(font)!;
    else if (end) open = null;
    else if (glyphs !== undefined && open) open.text += decode(glyphs, table);
  }
  return paragraphs.filter((paragraph) => paragraph.tag !== "Figure");
}

function decode(glyphs: string, table: Map<number, string>): string {
  return [...glyphs.matchAll(/<([0-9a-f]+)>/g)]
    .flatMap(([, hex]) => hex!.match(/.{4}/g)!)
    .map((code) => table.get(parseInt(code, 16)) ?? "\ufffd")
    .join("");
}

function fontTables(pdf: string, resources: string): Map<string, Map<number, string>> {
  const fonts = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? "";
  return new Map(
    [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
      const cmap = streamOf(objectOf(pdf, reference(objectOf(pdf, Number(id)), "ToUnicode")));
      const table = new Map<number, string>();
      for (const [, first, values] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
        [...values!.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, units], index) => {
          const codes = units!.split(" ").map((unit) => parseInt(unit, 16));
          table.set(parseInt(first!, 16) + index, String.fromCharCode(...codes));
        });
      }
      return [name!, table];
    }),
  );
}

function objectsOf(pdf: string): string[] {
  return [...pdf.matchAll(/(?:^|\n)\d+ 0 obj\n([\s\S]*?)\nendobj/g)].map(([, body]) => body!);
}

function objectOf(pdf: string, id: number): string {
  const start = pdf.indexOf(`\n${id} 0 obj\n`);
  return pdf.slice(start, pdf.indexOf("\nendobj", start));
}

function streamOf(object: string): string {
  return object.slice(object.indexOf("stream\n") + 7, object.lastIndexOf("\nendstream"));
}

function reference(object: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(object)![1]);
}
