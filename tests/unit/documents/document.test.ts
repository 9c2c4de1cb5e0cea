import { describe, expect, test } from "vitest";
import { coverageOf } from "~/domain/documents/coverage";
import { citationText, documentName, type LegalDocument } from "~/domain/documents/document";

describe("how a document is called", () => {
  test.each([
    [{ number: "1847/QĐ-TTg", kind: "quyết định" }, "Quyết định số 1847/QĐ-TTg"],
    [{ number: "335/2025/NĐ-CP", kind: "nghị định" }, "Nghị định số 335/2025/NĐ-CP"],
    [{ number: "Luật Viên chức 2025", kind: "luật" }, "Luật Viên chức 2025"],
  ])("%j", (document, name) => expect(documentName(document)).toBe(name));

  test("a place in it is named from the small to the large", () => {
    const law = { number: "80/2025/QH15", kind: "luật" };
    expect(citationText(law, { article: "14" })).toBe("Điều 14 Luật số 80/2025/QH15");
    expect(citationText(law, { article: "14", clause: "2", point: "a", content: "X" })).toBe(
      "Điểm a khoản 2 Điều 14 Luật số 80/2025/QH15, nội dung “X”",
    );
    expect(citationText(law, {})).toBe("Luật số 80/2025/QH15");
  });
});

describe("coverage of the register", () => {
  const document = (number: string) => ({ number }) as LegalDocument;

  test("lists lessons and questions by document; a document that nothing cites is seen as such", () => {
    const coverage = coverageOf(
      [document("1/QĐ"), document("2/QĐ")],
      [
        {
          slug: "khoa",
          title: "Khóa",
          lessons: [
            { id: "a", title: "Bài A", citations: [{ document: "1/QĐ" }, { document: "1/QĐ" }] },
            { id: "b", title: "Bài B", citations: [] },
          ],
          questions: [{ id: "q1", topic: "t", citation: { document: "1/QĐ" } }],
        },
      ],
    );
    expect(coverage[0]!.citedBy).toEqual([
      {
        course: { slug: "khoa", title: "Khóa" },
        lessons: [{ id: "a", title: "Bài A" }],
        questions: [{ id: "q1", topic: "t" }],
      },
    ]);
    expect(coverage[1]!.citedBy).toEqual([]);
  });
});
