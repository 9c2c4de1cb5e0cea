import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeFault, codeSections, compareCodes } from "~/domain/documents/local-code/code-text";
import { type Overlay, overlaysFor } from "~/domain/documents/local-code/overlay";
import { overlayLesson } from "~/domain/enrolment/lesson-overlays";

const overlay = (unitPath: string, more: Partial<Overlay> = {}): Overlay => ({
  id: `${unitPath} ${JSON.stringify(more)}`,
  unitPath,
  unitName: unitPath,
  courseSlug: "khoa",
  lessonId: "mot",
  blockId: "b-1",
  document: null,
  article: null,
  text: "Không nhận quà.",
  ...more,
});

describe("what holds for somebody of a unit", () => {
  test("is what their own unit and those above ask; at one place the nearest wins", () => {
    const all = [overlay("AG"), overlay("AG/SNV"), overlay("AG/SNVX"), overlay("AG", { blockId: "b-2" })];
    expect(overlaysFor("AG/SNV/VP", all).map(({ unitPath, blockId }) => [unitPath, blockId])).toEqual([
      ["AG/SNV", "b-1"],
      ["AG", "b-2"],
    ]);
    expect(overlaysFor("AG/SYT", all).map(({ unitPath }) => unitPath)).toEqual(["AG", "AG"]);
    expect(overlaysFor("BG", all)).toEqual([]);
  });

  test("nobody is told of another unit's, and nothing of the units above is lost but what a nearer one says", () => {
    const path = fc.constantFrom("A", "A/B", "A/B/C", "A/BB", "D");
    const any = fc.array(fc.record({ path, block: fc.constantFrom("b-1", "b-2") }), { maxLength: 10 });
    fc.assert(
      fc.property(path, any, (reader, list) => {
        const all = list.map(({ path: unit, block }, index) => overlay(unit, { blockId: block, id: String(index) }));
        const held = overlaysFor(reader, all);
        for (const each of held) expect(reader === each.unitPath || reader.startsWith(`${each.unitPath}/`)).toBe(true);
        for (const each of all) {
          const reaches = reader === each.unitPath || reader.startsWith(`${each.unitPath}/`);
          if (!reaches || held.includes(each)) continue;
          expect(
            held.some((other) => other.blockId === each.blockId && other.unitPath.length > each.unitPath.length),
          ).toBe(true);
        }
      }),
    );
  });
});

describe("beside a lesson", () => {
  const html =
    '<p id="b-1">Một <cite class="can-cu" title="x">(Điều 14 Luật số 80/2025/QH15)</cite></p><ul id="b-2"><li>a<br/>b</li></ul>' +
    '<div class="bang-cuon" role="region"><table id="b-3"><tbody><tr><td>x</td></tr></tbody></table></div>';
  const lesson = { id: "mot", segments: [{ kind: "html" as const, html }], legalBasis: [{ document: "1847/QĐ-TTg" }] };
  const shape = (...overlays: Overlay[]) => {
    const overlaid = overlayLesson(lesson, "khoa", overlays);
    return (
      overlaid && [
        ...overlaid.before.map(() => "before"),
        ...overlaid.segments.map((segment) =>
          segment.kind === "html" ? segment.html.match(/b-\d/g)!.join() : segment.kind,
        ),
      ]
    );
  };

  test("it stands after its block, and the rest of the lesson is as it was", () => {
    expect(shape(overlay("AG", { blockId: "b-2" }))).toEqual(["b-1,b-2", "overlay", "b-3"]);
    expect(shape(overlay("AG", { blockId: "b-3" }))).toEqual(["b-1,b-2,b-3", "overlay"]);
    const whole = overlayLesson(lesson, "khoa", [overlay("AG", { blockId: "b-2" })])!;
    expect(whole.segments.map((segment) => (segment.kind === "html" ? segment.html : "")).join("")).toBe(html);
  });

  test("a citation is found by document and article, and article 1 is not article 14", () => {
    const cited = (article: string | null) =>
      overlay("AG", { blockId: null, lessonId: null, document: "80/2025/QH15", article });
    expect(shape(cited("14"))).toEqual(["b-1", "overlay", "b-2,b-3"]);
    expect(shape(cited(null))).toEqual(["b-1", "overlay", "b-2,b-3"]);
    expect(shape(cited("1"))).toBeNull();
    expect(shape({ ...cited(null), document: "1847/QĐ-TTg" })).toEqual(["before", "b-1,b-2,b-3"]);
  });

  test("one whose block is gone stays in sight above the lesson; other lessons and courses are not touched", () => {
    expect(shape(overlay("AG", { blockId: "b-9" }))).toEqual(["before", "b-1,b-2,b-3"]);
    expect(shape(overlay("AG", { lessonId: "hai" }), overlay("AG", { courseSlug: "khac" }))).toBeNull();
  });
});

describe("a code of conduct", () => {
  const text = "## Điều 1\nMột câu\nnối tiếp.\n\nCâu khác.\n- a\n- b\n\n## Điều 2\nHai.";

  test("is read in sections of paragraphs and points", () => {
    expect(codeSections(text)).toEqual([
      {
        title: "Điều 1",
        parts: [
          { kind: "paragraph", text: "Một câu nối tiếp." },
          { kind: "paragraph", text: "Câu khác." },
          { kind: "points", points: ["a", "b"] },
        ],
      },
      { title: "Điều 2", parts: [{ kind: "paragraph", text: "Hai." }] },
    ]);
    expect(codeFault(text)).toBeNull();
  });

  test.each([
    ["no-section", "Chỉ một câu."],
    ["text-before-section", "Một câu.\n## Điều 1\nHai."],
    ["empty-section", "## Điều 1\n## Điều 2\nHai."],
    ["section-twice", "## Điều 1\nMột.\n## Điều 1\nHai."],
  ])("%s keeps it from being published", (fault, wrong) => expect(codeFault(wrong)).toBe(fault));

  test("two versions are compared section by section", () => {
    const later = "## Điều 0\nMới.\n## Điều 2\nHai, sửa.";
    expect(compareCodes(text, later).map(({ title, kind }) => [title, kind])).toEqual([
      ["Điều 0", "added"],
      ["Điều 1", "removed"],
      ["Điều 2", "changed"],
    ]);
    expect(compareCodes(text, text).every(({ kind }) => kind === "same")).toBe(true);
  });
});
