/** A document of Word, unpacked within limits and read as HTML. */
import { zip, type ZipEntry } from "~/platform/zip.server";

const MB = 1024 * 1024;
export const DOCX_LIMIT_MB = 25;
const UNPACKED_LIMIT = 120 * MB;
const ENTRY_LIMIT = 2000;
const IMAGE_LIMIT = 60;

export interface DocxImage {
  /** What stands for it in the HTML: "docx:3". */
  src: string;
  bytes: Uint8Array;
  alt: string;
}

export type ReadDocx =
  | { kind: "read"; html: string; images: DocxImage[] }
  | { kind: "refused"; reason: "old-format" | "not-docx" | "damaged" | "too-large" };

export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  if (bytes.length > DOCX_LIMIT_MB * MB) return { kind: "refused", reason: "too-large" };
  // A .doc, and a document with a password, are of another kind of container.
  if (Buffer.from(bytes.subarray(0, 4)).toString("hex") === "d0cf11e0")
    return { kind: "refused", reason: "old-format" };
  if (Buffer.from(bytes.subarray(0, 2)).toString() !== "PK") return { kind: "refused", reason: "not-docx" };
  const parts = await unpack(Buffer.from(bytes));
  if (parts === "too-large" || parts === "damaged") return { kind: "refused", reason: parts };
  if (!parts.some(({ name }) => name === "word/document.xml")) return { kind: "refused", reason: "not-docx" };
  const { default: mammoth } = await import("mammoth");
  const images: DocxImage[] = [];
  try {
    // Packed anew: the reader unpacks what was measured here, and nothing else.
    const buffer = Buffer.from(await zip(parts, new Date(0)));
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        includeEmbeddedStyleMap: false,
        styleMap: ["p[style-name='Title'] => h1:fresh", "u => u", "strike => s"],
        convertImage: mammoth.images.imgElement(async (image) => {
          const src = `docx:${images.length + 1}`;
          if (images.length >= IMAGE_LIMIT) return { src: "" };
          const alt = (image as { altText?: string }).altText ?? "";
          images.push({ src, bytes: new Uint8Array(await image.readAsBuffer()), alt });
          return { src };
        }),
      },
    );
    return { kind: "read", html: value, images };
  } catch {
    return { kind: "refused", reason: "damaged" };
  }
}

/** All parts that a reader may need, none larger than its directory says, all together within the limit. */
async function unpack(file: Buffer): Promise<ZipEntry[] | "too-large" | "damaged"> {
  const { fromBuffer } = await import("yauzl");
  return new Promise((resolve) => {
    fromBuffer(file, { lazyEntries: true }, (fault, archive) => {
      if (fault) return resolve("damaged");
      const parts: ZipEntry[] = [];
      let left = UNPACKED_LIMIT;
      if (archive.entryCount > ENTRY_LIMIT) return resolve("too-large");
      archive.on("error", () => resolve("damaged"));
      archive.on("end", () => resolve(parts));
      archive.on("entry", (entry) => {
        const name = entry.fileName;
        left -= entry.uncompressedSize;
        if (left < 0) return resolve("too-large");
        if (name.endsWith("/") || parts.some((part) => part.name === name)) return archive.readEntry();
        archive.openReadStream(entry, (broken, stream) => {
          if (broken) return resolve("damaged");
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("error", () => resolve("damaged"));
          stream.on("end", () => {
            parts.push({ name, bytes: new Uint8Array(Buffer.concat(chunks)) });
            archive.readEntry();
          });
        });
      });
      archive.readEntry();
    });
  });
}
