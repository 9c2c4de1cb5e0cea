import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { CertificateFacts } from "~/domain/certificates/facts";
import { certificatePaper } from "~/domain/certificates/paper";
import { renderCertificatePdf } from "~/domain/certificates/pdf/certificate-pdf.server";
import { readPdfParagraphs } from "../../support/pdf-text";
import { longFacts, sampleFacts } from "./sample-facts";

/** Every letter of Vietnamese: twelve vowels in six tones, đ and the consonants, in both cases. */
const VOWELS = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const SMALL = [
  ...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC"))),
  ..."bcdđghklmnpqrstvx",
];
const EVERY_LETTER = [...SMALL, ...SMALL.map((letter) => letter.toLocaleUpperCase("vi"))];

/** All that the paper says, as paragraphs in any order. */
function printed(facts: CertificateFacts): string[] {
  const { details, check, checkLink: _inQrCode, ...rest } = certificatePaper(facts);
  return [
    ...Object.values(rest).filter((text): text is string => typeof text === "string" && text !== ""),
    ...details.flatMap(({ label, value }) => [label, value]),
    ...check.map(({ label, value }) => `${label}: ${value}`),
  ];
}

const readBack = async (facts: CertificateFacts) => readPdfParagraphs(await renderCertificatePdf(facts));
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("the PDF of a certificate", () => {
  test("says what was put in, word for word, once each", async () => {
    const read = await readBack(sampleFacts);
    expect(read.map(({ text }) => text).sort()).toEqual(printed(sampleFacts).sort());
    expect(read.filter(({ tag }) => tag === "H1")).toEqual([{ tag: "H1", text: "GIẤY CHỨNG NHẬN HOÀN THÀNH" }]);
  });

  test("holds every Vietnamese letter in every tone and both cases, in each face", async () => {
    expect(new Set(EVERY_LETTER).size).toBe((12 * 6 + 17) * 2);
    const groups = [0, 60, 120].map((from) => EVERY_LETTER.slice(from, from + 60).join(""));
    const words = groups.map((group) => group.match(/.{1,12}/gu)!.join(" "));
    // Name and course are bold, the post is upright, the legal basis italic.
    for (const text of words) {
      const facts = {
        ...sampleFacts,
        fullName: text,
        positionTitle: text,
        unitName: "",
        legalBasis: text,
        courseName: text,
      };
      const read = (await readBack(facts)).map((paragraph) => paragraph.text);
      expect(read.filter((paragraph) => paragraph === text)).toHaveLength(3);
      expect(read).toContain(`Căn cứ ${text}`);
    }
  });

  test("is the same to the last byte for the same facts, whatever was printed before", async () => {
    const first = await renderCertificatePdf(sampleFacts);
    // The Icelandic letter that some keyboards give for Đ shares its glyph.
    await renderCertificatePdf({ ...longFacts, fullName: "Ðặng Văn Ðức" });
    const second = await renderCertificatePdf(sampleFacts);
    expect(second.equals(first)).toBe(true);
    expect((await renderCertificatePdf({ ...sampleFacts, fullName: "Nguyễn Thị Quỳnh Hường" })).equals(first)).toBe(
      false,
    );
  });

  test("template 1 still prints as it was first printed", async () => {
    // A change here is a new template: raise TEMPLATE_VERSION and keep the old one for papers issued with it.
    expect(sha256(await renderCertificatePdf(sampleFacts))).toMatchInlineSnapshot(
      `"81a4bddf36a9d929bf7eba03355cbb67f9fa49a55fc4927b02f42d6eba6a3a99"`,
    );
  });

  test("keeps very long names, units and titles whole and on one page", async () => {
    const pdf = await renderCertificatePdf(longFacts);
    expect(pdf.toString("latin1").match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(
      readPdfParagraphs(pdf)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(printed(longFacts).sort());
  });

  test("declares itself PDF/A-2a: tagged, with a language, a title and all fonts embedded", async () => {
    const pdf = (await renderCertificatePdf({ ...sampleFacts, courseName: "Giao tiếp & ứng xử <cơ bản>" })).toString(
      "utf8",
    );
    expect(pdf).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(pdf).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(pdf).toContain("/Lang (vi-VN)");
    expect(pdf).toContain("/Marked true");
    expect(pdf).toContain("/DisplayDocTitle true");
    expect(pdf).toContain("/S /GTS_PDFA1");
    expect(pdf).not.toContain("/BaseFont /Helvetica");
    const metadata = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(pdf)![0];
    expect(metadata).toContain("Giấy chứng nhận hoàn thành số 0001/GCN-SNV");
    expect(metadata).not.toMatch(/&(?!amp;|lt;|gt;)/);
    expect(pdf.match(/\/FontFile2 /g)).toHaveLength(3);
  });

  test("another reader finds the same words (pdftotext)", async (context) => {
    try {
      execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    } catch {
      return context.skip("pdftotext is not installed; the test above reads the text without it");
    }
    const folder = mkdtempSync(path.join(tmpdir(), "certificate-"));
    const file = path.join(folder, "paper.pdf");
    writeFileSync(file, await renderCertificatePdf(sampleFacts));
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
    rmSync(folder, { recursive: true });
    for (const words of printed(sampleFacts)) expect(text).toContain(words);
  });
});
