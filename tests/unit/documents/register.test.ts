import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRegister } from "~/domain/courses/check/check-register";
import { type CitingCourse, citingParts, coverageMatrix } from "~/domain/documents/coverage";
import type { LegalDocument } from "~/domain/documents/document";
import { documentFileName, documentYaml } from "~/domain/documents/document-file";
import { documentForm, formValues, placeLine, readPlaces } from "~/domain/documents/document-form";
import { saying } from "~/domain/documents/folder-rule";
import { predecessorsOf, successorsOf, wouldCircle } from "~/domain/documents/replacement";

const document = (number: string, more: Partial<LegalDocument> = {}): LegalDocument => ({
  number,
  title: `Tên của ${number}`,
  issuer: "Chính phủ",
  kind: "nghị định",
  issuedOn: null,
  effectiveOn: null,
  expiredOn: null,
  status: "in-force",
  replacedBy: null,
  note: null,
  source: null,
  places: [],
  ...more,
});
const registerOf = (...documents: LegalDocument[]) => new Map(documents.map((each) => [each.number, each]));

describe("what replaced what", () => {
  const chain = registerOf(document("1", { replacedBy: "2" }), document("2", { replacedBy: "3" }), document("3"));

  test("is followed to the last document, and back", () => {
    expect(successorsOf("1", chain).map(({ number }) => number)).toEqual(["2", "3"]);
    expect(predecessorsOf("3", chain).map(({ number }) => number)).toEqual(["2"]);
  });

  test("never runs in a circle", () => {
    expect(wouldCircle("3", "1", chain)).toBe(true);
    expect(wouldCircle("3", "3", chain)).toBe(true);
    expect(wouldCircle("1", "3", chain)).toBe(false);
    const circle = registerOf(document("1", { replacedBy: "2" }), document("2", { replacedBy: "1" }));
    expect(successorsOf("1", circle).map(({ number }) => number)).toEqual(["2"]);
  });
});

describe("the coverage matrix", () => {
  const law = document("80/2025/QH15", { places: [{ article: "14" }, { article: "20", clause: "1" }] });
  const course: CitingCourse = {
    slug: "khoa",
    title: "Khóa",
    lessons: [
      { id: "a", title: "Bài A", citations: [{ document: law.number, article: "14", clause: "khoản 2" }] },
      { id: "b", title: "Bài B", citations: [{ document: law.number }, { document: law.number, article: "9" }] },
      { id: "c", title: "Bài C", citations: [{ document: "khác" }] },
    ],
    questions: [
      { id: "q-1", topic: "t", citation: { document: law.number, article: "Điều 14", clause: "2" } },
      { id: "q-2", topic: "t", citation: { document: "khác" }, citations: [{ document: law.number, article: "9" }] },
    ],
  };

  test("has a row for every place that is cited or asked for, as numbers are counted, and a column for each lesson that cites", () => {
    const { columns, rows } = coverageMatrix(law, [course]);
    expect(columns.map(({ lesson }) => lesson.id)).toEqual(["a", "b"]);
    expect(rows.map(({ place, lessons, questions, listed }) => [placeLine(place), lessons, questions, listed])).toEqual(
      [
        ["", [false, true], 0, false],
        ["Điều 9", [false, true], 1, false],
        ["Điều 14", [false, false], 0, true],
        ["Điều 14, khoản 2", [true, false], 1, false],
        ["Điều 20, khoản 1", [false, false], 0, true],
      ],
    );
  });

  test("and the lessons and questions are told with the places that they name", () => {
    expect(citingParts(law.number, [course])).toMatchObject([
      {
        lessons: [
          { id: "a", places: [{ article: "14", clause: "2" }] },
          { id: "b", places: [{ article: "9" }] },
        ],
        questions: [{ id: "q-1" }, { id: "q-2", places: [{ article: "9" }] }],
      },
    ]);
  });
});

describe("a document by form and by file", () => {
  const words = fc.stringMatching(/^[A-Za-zĐđêơ0-9:#'"-]{1,20}$/).filter((text) => text.trim() === text);
  const day = fc.constantFrom(null, "2025-01-02", "2026-07-01");
  const any = fc.record({
    title: words,
    issuer: words,
    kind: words,
    issuedOn: day,
    note: fc.option(words),
    status: fc.constantFrom("in-force" as const, "expired" as const, "unverified" as const),
    places: fc.constantFrom([], [{ article: "14" }], [{ article: "3", clause: "2" }, { article: "5a" }]),
  });

  test("its file, put into the folder, says the same document", () => {
    fc.assert(
      fc.property(any, (more) => {
        const written = document("27/2026/NĐ-CP", { ...more, expiredOn: "2027-01-01" });
        const file = `content/documents/${documentFileName(written.number)}`;
        const { documents, problems } = checkRegister(
          new Map([[file, new TextEncoder().encode(documentYaml(written))]]),
        );
        expect(problems).toEqual([]);
        expect(saying(documents[0]!)).toBe(saying(written));
      }),
    );
  });

  test("its form, sent back as it came, says the same document", () => {
    fc.assert(
      fc.property(any, (more) => {
        const written = document("27/2026/NĐ-CP", more);
        const { over: _, ...read } = documentForm.parse(formValues(written));
        expect(saying(read)).toBe(saying(written));
      }),
    );
  });

  test("files are named like those that are there", () => {
    expect(documentFileName("1847/QĐ-TTg")).toBe("1847-qd-ttg.yaml");
    expect(documentFileName("Luật Viên chức 2025")).toBe("luat-vien-chuc-2025.yaml");
  });

  test.each([
    ["effectiveOn", { issuedOn: "02/03/2026", effectiveOn: "01/03/2026" }],
    ["expiredOn", { effectiveOn: "01/03/2026", expiredOn: "01/03/2026" }],
    ["replacedBy", { replacedBy: "27/2026/NĐ-CP" }],
    ["places", { places: "Điều 14\nChương hai" }],
    ["source", { source: "http://a.vn" }],
    ["issuedOn", { issuedOn: "31/02/2026" }],
    ["title", { title: "  " }],
  ])("what cannot be is told at %s", (field, more) => {
    const result = documentForm.safeParse({ ...formValues(document("27/2026/NĐ-CP")), ...more });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test("places are read as officials write them", () => {
    expect(readPlaces("Điều 14\n14, khoản 2\n\nđiều 20 khoản 1\n3.2").places).toEqual([
      { article: "14" },
      { article: "14", clause: "2" },
      { article: "20", clause: "1" },
      { article: "3", clause: "2" },
    ]);
  });
});
