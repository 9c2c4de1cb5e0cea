import { zip } from "~/platform/zip.server";

const text = (words: string) => new TextEncoder().encode(words);
const escape = (words: string) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");

export const run = (words: string, marks = "") =>
  `<w:r>${marks ? `<w:rPr>${marks}</w:rPr>` : ""}<w:t xml:space="preserve">${escape(words)}</w:t></w:r>`;
export const paragraph = (inside: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}${inside}</w:p>`;
export const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
export const drawing = (id: string, alt: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Hình" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** A document of Word as it is saved: parts in a zip. */
export function docx(
  body: string,
  pictures: Record<string, Uint8Array> = {},
  more: { name: string; bytes: Uint8Array }[] = [],
): Promise<Uint8Array> {
  const names = Object.keys(pictures);
  const relations = names
    .map(
      (id) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${id}.png"/>`,
    )
    .join("");
  const styles = [1, 2, 3]
    .map(
      (level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
    )
    .join("");
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const others =
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
  return zip(
    [
      {
        name: "[Content_Types].xml",
        bytes: text(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
        ),
      },
      {
        name: "_rels/.rels",
        bytes: text(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
      },
      {
        name: "word/_rels/document.xml.rels",
        bytes: text(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>${relations}</Relationships>`,
        ),
      },
      { name: "word/styles.xml", bytes: text(`<w:styles ${w}>${styles}</w:styles>`) },
      { name: "word/document.xml", bytes: text(`<w:document ${w} ${others}><w:body>${body}</w:body></w:document>`) },
      ...names.map((id) => ({ name: `word/media/${id}.png`, bytes: pictures[id]! })),
      ...more,
    ],
    new Date("2026-11-25T00:00:00Z"),
  );
}
