import { deflateSync } from "node:zlib";
import sharp from "sharp";

export const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 140 } } });

/** A photo as a telephone makes it: lying on its side, with the place where it was taken. */
export async function photoWithPlace(): Promise<Uint8Array> {
  const exif = {
    IFD0: { Make: "Dien thoai", Orientation: "6" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "10/1 22/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "105/1 26/1 0/1" },
  };
  return new Uint8Array(await picture(120, 80).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer());
}

/** The head of a PNG that says it is very large, and little more. */
export async function hugePng(width: number, height: number): Promise<Uint8Array> {
  const png = Buffer.from(await picture(1, 1).png().toBuffer());
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  const { crc32 } = await import("node:zlib");
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return new Uint8Array(png);
}

export const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

/** A small document; `catalog` and `objects` are what a hostile one adds. */
export function pdf(input: { catalog?: string; objects?: string[]; packed?: string } = {}): Uint8Array {
  const { catalog = "", objects = [], packed } = input;
  const parts = [
    "%PDF-1.7",
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj`,
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj",
    ...objects,
  ];
  if (packed !== undefined) {
    const body = deflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    parts.push(
      `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj`,
    );
  }
  return bytes(`${parts.join("\n")}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`);
}

/** Enough of each container for its kind to be told. */
export const mp4 = () =>
  new Uint8Array(
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\x02\0isommp42"), Buffer.alloc(2000)]),
  );
export const mp3 = () =>
  new Uint8Array(
    Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 0]), ...Array.from({ length: 8 }, frame)]),
  );
const frame = () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);

export const CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nXin chào, mời bác ngồi.\n";
