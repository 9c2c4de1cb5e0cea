import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { checkMediaFolder } from "~/domain/courses/check/check-media";
import { describeProblem } from "~/domain/courses/content-problem";
import { courseSource } from "~/domain/courses/course-source";
import { checkCaptions } from "~/domain/courses/media/captions";
import { checkMedium } from "~/domain/courses/media/check-media.server";
import { readDescriptions, writeDescriptions } from "~/domain/courses/media/descriptions";
import { cleanImage } from "~/domain/courses/media/image-work.server";
import { scanPdf } from "~/domain/courses/media/pdf-scan.server";
import { StoredFile } from "~/platform/files/stored-file";
import { bytes, CAPTIONS, hugePng, mp3, mp4, pdf, photoWithPlace, picture } from "../../support/media";

const found = async (content: Uint8Array, path: string) =>
  (await checkMedium(content, path, path)).map(({ rule }) => rule);

async function cleaned(content: Uint8Array) {
  const made = await cleanImage(content, "anh");
  if ("rule" in made) throw new Error(made.rule);
  return made;
}

const refused = async (content: Uint8Array) => {
  const made = await cleanImage(content, "anh");
  return "rule" in made ? made.rule : null;
};

describe("a picture that is handed up", () => {
  test("is turned upright and says nothing of camera and place any more", async () => {
    const photo = await photoWithPlace();
    const before = await sharp(photo).metadata();
    expect(before).toMatchObject({ width: 120, height: 80, orientation: 6 });
    expect(Buffer.from(before.exif!).toString("latin1")).toContain("Dien thoai");
    const made = await cleaned(photo);
    expect(made).toMatchObject({ width: 80, height: 120 });
    const after = await sharp(made.bytes).metadata();
    expect(after).toMatchObject({ format: "webp", width: 80, height: 120 });
    expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(made.bytes).toString("latin1")).not.toContain("Dien thoai");
  });

  test("is at most 1,600 points long, and never made larger", async () => {
    expect(await cleaned(await picture(4000, 1000).png().toBuffer())).toMatchObject({ width: 1600, height: 400 });
    expect(await cleaned(await picture(300, 200).png().toBuffer())).toMatchObject({ width: 300, height: 200 });
  });

  test("that unpacks to billions of points is refused by its head alone", async () => {
    const started = performance.now();
    expect(await refused(await hugePng(60_000, 60_000))).toBe("image-pixels");
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("loses whatever its file held behind the picture", async () => {
    const png = await picture().png().toBuffer();
    const polyglot = Buffer.concat([png, Buffer.from("<script>alert(1)</script>PK\x03\x04MZ")]);
    const made = await cleaned(polyglot);
    expect(Buffer.from(made.bytes).toString("latin1")).not.toMatch(/script|PK\x03\x04|MZ/);
  });

  test("that moves, or is cut off, is refused", async () => {
    const frames = [picture(), picture().negate()].map((each) => each.png().toBuffer());
    const gif = await sharp(await Promise.all(frames), { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await refused(gif)).toBe("image-moving");
    const noise = sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: "red",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    });
    const png = await noise.png().toBuffer();
    expect(await refused(png.subarray(0, png.length / 2))).toBe("media-damaged");
  });
});

describe("what a file of a course really is", () => {
  test("each kind under its own name has no problem", async () => {
    const png = await picture().png().toBuffer();
    expect(await found(png, "media/a.png")).toEqual([]);
    expect(await found(await picture().jpeg().toBuffer(), "media/a.jpeg")).toEqual([]);
    expect(await found(await picture().avif().toBuffer(), "media/a.avif")).toEqual([]);
    expect(await found(mp4(), "media/a.mp4")).toEqual([]);
    expect(await found(mp3(), "media/a.mp3")).toEqual([]);
    expect(await found(new TextEncoder().encode(CAPTIONS), "media/a.vtt")).toEqual([]);
    expect(await found(pdf(), "media/a.pdf")).toEqual([]);
  });

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string, string]>([
    [
      "a program renamed to a picture",
      () => bytes(`MZ\x90\0\x03\0\0\0${"\0".repeat(200)}`),
      "media/a.png",
      "media-type",
    ],
    [
      "a page renamed to a picture",
      () => bytes("<!doctype html><script>alert(1)</script>"),
      "media/a.webp",
      "media-type",
    ],
    ["a PNG renamed to JPEG", async () => picture().png().toBuffer(), "media/a.jpg", "media-type"],
    ["an archive renamed to PDF", () => bytes(`PK\x03\x04${"\0".repeat(100)}`), "media/a.pdf", "media-type"],
    ["a picture renamed to a film", async () => picture().png().toBuffer(), "media/a.mp4", "media-type"],
    ["a film renamed to a recording", () => mp4(), "media/a.mp3", "media-type"],
    ["nothing at all", () => new Uint8Array(0), "media/a.png", "media-type"],
    ["a drawing in SVG", () => bytes('<?xml version="1.0"?><svg onload="alert(1)"/>'), "media/a.png", "image-svg"],
    ["a PDF that is HTML before", () => bytes("<html><script>1</script>%PDF-1.7 %%EOF"), "media/a.pdf", "media-type"],
    ["a photo with its place", photoWithPlace, "media/a.jpg", "image-metadata"],
    ["a picture of billions of points", () => hugePng(50_000, 50_000), "media/a.png", "image-pixels"],
    ["a page renamed to captions", () => bytes("<b>WEBVTT"), "media/a.vtt", "captions-header"],
  ])("%s is told", async (_, make, path, rule) => {
    const problems = await checkMedium(await make(), path, path);
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    for (const language of ["vi", "en"] as const) {
      expect(Object.values(describeProblem(problems[0]!, language)).join(" ")).not.toMatch(/[{}]/);
    }
  });
});

describe("a PDF", () => {
  const action = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
  test.each<[string, Uint8Array]>([
    ["code at opening", pdf({ catalog: `/OpenAction ${action}` })],
    ["code under a name that is spelled otherwise", pdf({ catalog: "/OpenAction << /S /J#61va#53cript /J#53 (x) >>" })],
    ["code in a compressed stream of objects", pdf({ packed: `5 0 ${action}` })],
    [
      "code in an object within another stream",
      pdf({ objects: [`5 0 obj\n<< /Length 60 >>\nstream\n6 0 obj ${action} endobj\nendstream\nendobj`] }),
    ],
    ["a program to be started", pdf({ catalog: "/OpenAction << /S /Launch /F (cmd.exe) >>" })],
    ["an attached file", pdf({ catalog: "/Names << /EmbeddedFiles 7 0 R >>" })],
    ["a form that sends", pdf({ objects: ["5 0 obj\n<< /S /SubmitForm /F (http://x) >>\nendobj"] })],
    ["a form of XML", pdf({ catalog: "/AcroForm << /XFA 5 0 R >>" })],
  ])("with %s is refused", (_, document) => {
    expect(scanPdf(document)).toMatchObject({ kind: "active" });
  });

  test("without any of it is taken, whatever bytes stand in its pictures", () => {
    const noise = Buffer.from(new Uint8Array(200_000).map((_, at) => (at * 7919) % 256)).toString("latin1");
    const image = `5 0 obj\n<< /Subtype /Image /Length 200000 >>\nstream\n${noise}/JS /AA /3D \nendstream\nendobj`;
    expect(scanPdf(pdf({ objects: [image], packed: "5 0 << /Type /Font >>" }))).toBeNull();
    expect(scanPdf(pdf({ catalog: "/OpenAction [3 0 R /Fit]" }))).toBeNull();
  });

  test("that cannot be looked into is refused", () => {
    expect(scanPdf(pdf({ objects: ["6 0 obj << /Encrypt 5 0 R >> endobj"] }))).toEqual({ kind: "locked" });
    expect(scanPdf(bytes("%PDF-1.7 and no end"))).toEqual({ kind: "damaged" });
    const twice = "9 0 obj\n<< /Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n00\nendstream\nendobj";
    expect(scanPdf(pdf({ objects: [twice] }))).toEqual({ kind: "damaged" });
    expect(scanPdf(pdf({ packed: "x".repeat(40 * 1024 * 1024) }))).toEqual({ kind: "damaged" });
  });
});

describe("captions", () => {
  const rules = (text: string) => checkCaptions(text, "a.vtt").map(({ rule, line }) => [rule, line]);
  test("with names, notes, settings and hours are read", () => {
    const long =
      "WEBVTT - Quy trình\r\n\r\nNOTE ghi chú\r\n\r\n1\r\n01:00:00.000 --> 01:00:02.500 align:start line:0\r\n<v Lan>Mời bác ngồi</v>\r\n";
    expect(rules(long)).toEqual([]);
    expect(rules(`\ufeff${CAPTIONS}`)).toEqual([]);
  });
  test("say where they are wrong", () => {
    expect(rules("1\n00:00:01,000 --> 00:00:02,000\nSRT")).toEqual([["captions-header", 1]]);
    expect(rules("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nphẩy")).toEqual([["captions-time", 3]]);
    expect(rules("WEBVTT\n\n00:05.000 --> 00:02.000\nlùi")).toEqual([["captions-order", 3]]);
    expect(rules("WEBVTT\n\n00:05.000 --> 00:07.000\na\n\n00:01.000 --> 00:02.000\nb")).toEqual([
      ["captions-order", 6],
    ]);
    expect(rules("WEBVTT\n\n")).toEqual([["captions-empty", 1]]);
  });
});

describe("the media of a course together", () => {
  const rules = (files: [string, Uint8Array][]) =>
    checkMediaFolder(courseSource("khoa", new Map(files))).map(({ rule, severity }) => [rule, severity]);
  const stored = (size: number) => new StoredFile("0".repeat(64), size);

  test("are limited in number and size, without their bytes being there", () => {
    expect(rules([["media/a.mp4", stored(50_000_000)]])).toEqual([]);
    expect(rules(Array.from({ length: 201 }, (_, at) => [`media/a-${at}.webp`, stored(1)]))).toEqual([
      ["media-count", "error"],
    ]);
    expect(rules(Array.from({ length: 9 }, (_, at) => [`media/a-${at}.mp4`, stored(50_000_000)]))).toEqual([
      ["media-total", "error"],
    ]);
  });

  test("are described in one file, the same words being the same bytes", () => {
    const written = writeDescriptions({
      "b.webp": { alt: "Bàn tiếp dân" },
      "a.mp3": { transcript: "Dòng một\n\nDòng hai: xin chào" },
    })!;
    expect(readDescriptions(written)).toEqual({
      "a.mp3": { transcript: "Dòng một\n\nDòng hai: xin chào" },
      "b.webp": { alt: "Bàn tiếp dân" },
    });
    expect(writeDescriptions(readDescriptions(written))).toEqual(written);
    expect(writeDescriptions({})).toBeNull();
    expect(
      rules([
        ["media/descriptions.yaml", written],
        ["media/a.mp3", stored(1)],
        ["media/b.webp", stored(1)],
      ]),
    ).toEqual([]);
    expect(
      rules([
        ["media/descriptions.yaml", written],
        ["media/a.mp3", stored(1)],
      ]),
    ).toEqual([["file-missing", "warning"]]);
    expect(
      rules([
        ["media/descriptions.yaml", bytes("a.webp: {onload: x}")],
        ["media/a.webp", stored(1)],
      ]),
    ).toEqual([["unknown-key", "error"]]);
  });
});
