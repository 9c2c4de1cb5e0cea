import { describe, expect, test } from "vitest";
import { certificatePaper } from "~/domain/certificates/paper";
import type { PlacedBlock } from "~/domain/certificates/pdf/block";
import { layOut } from "~/domain/certificates/pdf/layout";
import { PAGE } from "~/domain/certificates/pdf/page";
import { longFacts, sampleFacts } from "./sample-facts";

/** About as wide as Times New Roman, a little more to be safe. */
const measure = (_face: string, text: string, size: number) => text.length * size * 0.52;

const FRAME = 29;

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxesOf(blocks: PlacedBlock[]): Box[] {
  return blocks.flatMap((block) =>
    block.lines.map((line) => ({
      text: line.text,
      left: line.x,
      right: line.x + line.width,
      top: line.baseline - line.size * 0.7,
      bottom: line.baseline + line.size * 0.2,
    })),
  );
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const absurd = Object.fromEntries(
  Object.entries(longFacts).map(([name, value]) => [
    name,
    ["fullName", "positionTitle", "unitName", "courseName", "studyForm"].includes(name)
      ? `${String(value)} `.repeat(4).trim()
      : value,
  ]),
) as unknown as typeof longFacts;

describe("the layout of a certificate", () => {
  for (const [what, facts] of [
    ["usual", sampleFacts],
    ["very long", longFacts],
    ["absurdly long", absurd],
  ] as const) {
    test(`with ${what} texts: everything inside the frame, nothing over anything else`, () => {
      const sheet = layOut(certificatePaper(facts), measure);
      const qr = {
        text: "QR",
        left: sheet.qr.x,
        right: sheet.qr.x + sheet.qr.size,
        top: sheet.qr.y,
        bottom: sheet.qr.y + sheet.qr.size,
      };
      const boxes = [...boxesOf(sheet.blocks), qr];
      for (const box of boxes) {
        expect(box.left, box.text).toBeGreaterThan(FRAME);
        expect(box.right, box.text).toBeLessThan(PAGE.width - FRAME);
        expect(box.top, box.text).toBeGreaterThan(FRAME);
        expect(box.bottom, box.text).toBeLessThan(PAGE.height - FRAME);
      }
      const clashes = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter((b) => overlap(a, b))
          .map((b) => `${a.text} | ${b.text}`),
      );
      expect(clashes).toEqual([]);
    });
  }

  test("the usual paper keeps its full sizes", () => {
    const sheet = layOut(certificatePaper(sampleFacts), measure);
    const title = sheet.blocks.find((block) => block.tag === "H1")!.lines[0]!;
    expect(title.size).toBe(29);
    const nation = sheet.blocks.flatMap((block) => block.lines).find((line) => line.text.startsWith("CỘNG HÒA"))!;
    expect([nation.size, nation.face]).toEqual([13, "bold"]);
  });

  test("there is room to sign above the signer's name, also under a long title", () => {
    for (const facts of [sampleFacts, longFacts]) {
      const paper = certificatePaper(facts);
      const lines = layOut(paper, measure).blocks.map((block) => ({
        text: block.lines.map((line) => line.text).join(""),
        lines: block.lines,
      }));
      const title = lines.find(({ text }) => text === paper.signerTitle)!.lines.at(-1)!;
      const name = lines.find(({ text }) => text === paper.signerName)!.lines[0]!;
      expect(name.baseline - name.size - title.baseline).toBeGreaterThan(50);
    }
  });
});
