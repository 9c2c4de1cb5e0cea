import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignBlocks } from "~/domain/courses/compare/align";
import { compareCourses, compareLessons, nothingChanged } from "~/domain/courses/compare/comparison";
import { blocksOf, htmlBlocks, plainText, withoutIds } from "~/domain/courses/compare/lesson-blocks";
import { markWords } from "~/domain/courses/compare/mark-words";
import { questionChanges } from "~/domain/courses/compare/question-changes";
import type { CompiledLesson } from "~/domain/courses/course";
import { manifest, questions, testWith } from "../../support/course";
import { single } from "../../support/questions";

const word = fc.constantFrom("công", "vụ", "phục", "vụ", "nhân", "dân", "&amp;", "đúng", "giờ");
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(" "));
const inline = fc.oneof(
  words,
  words.map((text) => `${text} <strong>${text}</strong> <a href="/x?a=1&amp;b=2">${text}</a>`),
);
const block = fc.oneof(
  inline.map((html) => `<p id="b-${html.length}">${html}</p>`),
  inline.map((html) => `<ul id="u-1">\n<li>${html}</li>\n<li>${html}<br/></li>\n</ul>`),
  words.map(
    (text) =>
      `<section class="tinh-huong" id="th-1" aria-labelledby="th-1-ten"><h3 id="th-1-ten">${text}</h3></section>`,
  ),
  fc.constant('<img src="/media/a/b.png" alt="Ảnh" loading="lazy"/>'),
);
const lessonHtml = fc.array(block, { maxLength: 8 });

const lesson = (html: string, changes: Partial<CompiledLesson> = {}): CompiledLesson => ({
  id: "mot",
  title: "Bài một",
  summary: "Tóm tắt",
  objectives: ["Biết"],
  legalBasis: [],
  reviewedOn: "2026-11-10",
  reviewedBy: "Sở Nội vụ",
  reviewAgainBy: "2027-11-10",
  minutes: 1,
  words: 10,
  headings: [],
  segments: [{ kind: "html", html }],
  ...changes,
});

describe("The blocks of a lesson", () => {
  test("are its elements at the top, and together they are the lesson", () => {
    fc.assert(
      fc.property(lessonHtml, (blocks) => {
        const found = htmlBlocks(blocks.join("\n"));
        expect(found.map(({ html }) => html.trim())).toEqual(blocks);
      }),
    );
  });

  test("carry the id that a remark hangs on, also where the element within has it", () => {
    const [table, paragraph] = htmlBlocks(
      '<div class="bang-cuon"><table id="b-1"><tbody></tbody></table></div><p id="b-2">x</p>',
    );
    expect([table!.id, paragraph!.id]).toEqual(["b-1", "b-2"]);
  });

  test("stand a second time on a page without any id", () => {
    fc.assert(
      fc.property(block, (html) => {
        expect(withoutIds(html)).not.toMatch(/\s(id|name|aria-labelledby)=/);
        expect(plainText(withoutIds(html))).toBe(plainText(html));
      }),
    );
  });
});

describe("Two lessons side by side", () => {
  test("show every block of both, each once and in its order", () => {
    fc.assert(
      fc.property(lessonHtml, lessonHtml, (before, after) => {
        const [was, is] = [htmlBlocks(before.join("")), htmlBlocks(after.join(""))];
        const rows = alignBlocks(was, is);
        expect(rows.flatMap((row) => row.before ?? [])).toEqual(was);
        expect(rows.flatMap((row) => row.after ?? [])).toEqual(is);
        for (const row of rows) if (row.kind === "same") expect(row.before.html).toBe(row.after.html);
      }),
    );
  });

  test("of the same text show no change", () => {
    fc.assert(
      fc.property(lessonHtml, (blocks) => {
        const rows = compareLessons(lesson(blocks.join("")), lesson(blocks.join(""))).rows;
        expect(rows.every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  test("a paragraph with one word changed is one changed paragraph, between an added and a removed one", () => {
    const before = "<p>Đeo thẻ khi làm việc.</p><p>Đến đúng giờ làm việc mỗi ngày.</p><p>Câu này bỏ hẳn đi.</p>";
    const after =
      "<p>Đoạn hoàn toàn mới, chưa từng có.</p><p>Đeo thẻ khi làm việc.</p><p>Đến đúng giờ họp mỗi ngày.</p>";
    const { rows } = compareLessons(lesson(before), lesson(after));
    expect(rows.map(({ kind }) => kind)).toEqual(["added", "same", "changed", "removed"]);
    expect(rows[2]!.html).toEqual({
      before: "<p>Đến đúng giờ <del>làm việc</del> mỗi ngày.</p>",
      after: "<p>Đến đúng giờ <ins>họp</ins> mỗi ngày.</p>",
    });
  });

  test("a check whose key was changed is a changed check", () => {
    const check = (correct: boolean) => ({
      kind: "check" as const,
      check: { id: "kt-1", question: "?", options: [{ id: "a", label: "A", correct, feedback: "" }] },
    });
    const [was, is] = [lesson("", { segments: [check(true)] }), lesson("", { segments: [check(false)] })];
    expect(compareLessons(was, is).rows.map(({ kind }) => kind)).toEqual(["changed"]);
    expect(blocksOf(was)[0]!.id).toBe("kt-1");
  });
});

describe("Marked words", () => {
  test("without the marks are the two texts, and every mark lies between two tags", () => {
    fc.assert(
      fc.property(block, block, (before, after) => {
        const marked = markWords(before, after);
        expect(marked.before.replace(/<\/?del>/g, "")).toBe(before);
        expect(marked.after.replace(/<\/?ins>/g, "")).toBe(after);
        for (const [, inside] of `${marked.before}${marked.after}`.matchAll(/<(?:ins|del)>(.*?)<\/(?:ins|del)>/gs)) {
          expect(inside).not.toMatch(/[<>]/);
        }
      }),
    );
  });
});

describe("Two banks", () => {
  test("tell what was added, removed, and which part of a question changed", () => {
    const [first, ...others] = questions;
    const changed = { ...first!, stem: "Câu hỏi viết lại?", marks: 2 };
    const found = questionChanges(questions, [changed, ...others.slice(1), single("q-moi", "chu-de", "a")]);
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ["q-1", "changed"],
      ["q-moi", "added"],
      ["q-2", "removed"],
    ]);
    expect(found[0]!.changes.map(({ part, of }) => [part, of])).toEqual([
      ["marks", null],
      ["stem", null],
    ]);
  });

  test("a key that moved to another option is told at both", () => {
    const found = questionChanges([single("q-1", "chu-de", "a")], [single("q-1", "chu-de", "b")]);
    expect(found[0]!.changes.filter(({ part }) => part === "options.correct")).toEqual([
      { part: "options.correct", of: "b", before: null, after: "yes" },
      { part: "options.correct", of: "a", before: "yes", after: null },
    ]);
  });

  test("with a default said and left out are the same", () => {
    const [question] = questions;
    expect(questionChanges([question!], [{ ...question!, critical: false, marks: 1 }])).toEqual([]);
  });
});

describe("Two versions of a course", () => {
  const lessons = [lesson("<p>Một</p>"), lesson("<p>Hai</p>", { id: "hai", title: "Bài hai" })];
  const course = { manifest, lessons, questions };

  test("that are the same differ in nothing, whatever the order of their keys", () => {
    const reordered = Object.fromEntries(Object.entries(manifest.test!).reverse()) as typeof manifest.test;
    const other = { ...course, manifest: { ...manifest, test: reordered } };
    expect(nothingChanged(compareCourses(course, other))).toBe(true);
  });

  test("tell lessons that are new, gone, changed or only required from now on, and another order", () => {
    const [one, two] = manifest.lessons;
    const after = {
      ...course,
      manifest: {
        ...manifest,
        ...testWith({ passPercent: 90 }),
        summary: "Khác",
        lessons: [{ ...two!, required: false }, one!],
      },
      lessons: [lessons[1]!, lesson("<p>Một</p><p>Thêm</p>")],
    };
    const found = compareCourses(course, after);
    expect(found.facts).toEqual([{ fact: "summary", before: manifest.summary, after: "Khác" }]);
    expect(found.lessons).toMatchObject([
      { id: "hai", kind: "same", required: { before: true, after: false } },
      { id: "mot", kind: "changed", blocks: 1, required: null },
    ]);
    expect(found.order).toEqual({ before: ["Bài một", "Bài hai"], after: ["Bài hai", "Bài một"] });
    expect(found.test.changed).toBe(true);
  });

  test("where there was none before, everything is new", () => {
    const found = compareCourses(null, course);
    expect(found.lessons.map(({ kind }) => kind)).toEqual(["added", "added"]);
    expect(found.questions.every(({ kind }) => kind === "added")).toBe(true);
  });
});
