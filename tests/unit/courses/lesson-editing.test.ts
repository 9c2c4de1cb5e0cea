import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPONENT_FORMS, controlOf, freshId, missingIn } from "~/domain/courses/lesson/component-forms";
import { INSERTIONS } from "~/domain/courses/lesson/insertions";
import { emptyValues, tidyLine, writeComponent } from "~/domain/courses/lesson/component-values";
import { COMPONENTS } from "~/domain/courses/lesson/components";
import { cutLesson, joinLesson, readHead, writeHead } from "~/domain/courses/lesson/front-matter-form";
import {
  insertBlock,
  insertInSentence,
  markLines,
  markWords,
  type TextChange,
  writeImage,
  writeLink,
  writeTable,
} from "~/domain/courses/lesson/insertion";
import { blocksOf } from "~/domain/courses/lesson/text-blocks";
import { checkBody, FRONT_MATTER } from "./lesson-under-test";

const LESSONS = readdirSync("content/courses").flatMap((course) =>
  readdirSync(`content/courses/${course}/lessons`).map((file) =>
    readFileSync(`content/courses/${course}/lessons/${file}`, "utf8"),
  ),
);
const apply = (text: string, { from, to, insert }: TextChange) => text.slice(0, from) + insert + text.slice(to);
const BODY = [
  "## Một",
  "",
  "Đoạn đầu có **chữ đậm**",
  "và hai dòng.",
  "",
  "<GhiNho>",
  "",
  "Nhớ điều này.",
  "",
  "</GhiNho>",
  "",
  "- một",
  "- hai",
  "",
  "| a | b |",
  "|---|---|",
  "| c | d |",
  "",
  "Đoạn cuối.",
].join("\n");

describe("A lesson's text is cut into its blocks", () => {
  test("paragraphs, headings, lists, tables, code and whole components", () => {
    const text = `${BODY}\n\n\`\`\`\n\n## không phải tiêu đề\n\n\`\`\`\n\n<CanCu so="1" /> mở đầu câu.\n`;
    expect(blocksOf(text).map(({ line, lastLine, kind }) => `${line}-${lastLine} ${kind}`)).toEqual([
      "1-1 heading",
      "3-4 text",
      "6-10 component",
      "12-13 text",
      "15-17 text",
      "19-19 text",
      "21-25 code",
      "27-27 text",
    ]);
  });

  test("every line that is not empty belongs to one block, whatever the text", () => {
    const piece = fc.constantFrom(
      "<GhiNho>",
      "</GhiNho>",
      "<LuuY/>",
      "## a",
      "a",
      "",
      "",
      "```",
      "- b",
      "{x",
      '<The a=">',
      "<X",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (lines) => {
        const blocks = blocksOf(lines.join("\n"));
        const owners = lines.map(
          (_, index) => blocks.filter(({ line, lastLine }) => line <= index + 1 && index + 1 <= lastLine).length,
        );
        lines.forEach((line, index) => expect(owners[index]).toBeLessThanOrEqual(1));
        lines.forEach((line, index) => line !== "" && expect(owners[index]).toBe(1));
      }),
    );
  });
});

describe("What the toolbar puts in leaves a valid lesson", () => {
  test("a component at any place of a lesson", () => {
    expect(checkBody(BODY).problems).toEqual([]);
    for (const { example } of INSERTIONS) {
      if (!example || example.name === "CanCu") continue;
      for (let offset = 0; offset <= BODY.length; offset += 11) {
        const { problems } = checkBody(apply(BODY, insertBlock(BODY, offset, writeComponent(example))));
        expect(problems, `${example.name} at ${offset}`).toEqual([]);
      }
    }
  });

  test("a citation in a sentence, and nowhere else", () => {
    const citation = '<CanCu so="1847/QĐ-TTg" dieu="2" />';
    let taken = 0;
    for (let offset = 0; offset <= BODY.length; offset++) {
      const change = insertInSentence(BODY, offset, offset, citation);
      if (!change) continue;
      taken++;
      // Within a bold word the signs may be parted from their word; the lesson stays valid.
      expect(checkBody(apply(BODY, change)).problems, `at ${offset}`).toEqual([]);
    }
    expect(taken).toBeGreaterThan(50);
    expect(insertInSentence(BODY, 3, 3, citation)).toBeNull();
    expect(insertInSentence(BODY, BODY.indexOf("<GhiNho>") + 2, BODY.indexOf("<GhiNho>") + 2, citation)).toBeNull();
  });

  test("lists and headings of the lines that are chosen, and back again", () => {
    const at = BODY.indexOf("Đoạn cuối");
    for (const mark of ["h2", "h3", "bullets", "numbers"] as const) {
      const there = apply(BODY, markLines(BODY, at, at, mark));
      expect(checkBody(there).problems).toEqual([]);
      const again = markLines(there, there.length - 1, there.length - 1, mark);
      expect(apply(there, again)).toBe(BODY);
    }
    expect(apply("a\nb\nc", markLines("a\nb\nc", 0, 4, "numbers"))).toBe("1. a\n2. b\n3. c");
    expect(apply("- a\n- b", markLines("- a\n- b", 0, 7, "numbers"))).toBe("1. a\n2. b");
    expect(apply("chữ\nhai", markLines("chữ\nhai", 4, 7, "bullets"))).toBe("chữ\n\n- hai");
  });

  test("bold and italic around words, and back again", () => {
    const text = "Đạo đức công vụ";
    const bold = apply(text, markWords(text, 4, 4, "**"));
    expect(bold).toBe("Đạo **đức** công vụ");
    expect(apply(bold, markWords(bold, 7, 7, "**"))).toBe(text);
    expect(apply(text, markWords(text, 3, 8, "*"))).toBe("Đạo *đức* công vụ");
    expect(apply(bold, markWords(bold, 7, 7, "*"))).toBe("Đạo ***đức*** công vụ");
  });

  test("tables, links and images with whatever is typed", () => {
    const table = writeTable([
      ["Việc", "Ai | khi nào"],
      ["a\nb", "c"],
    ]);
    expect(checkBody(table).problems).toEqual([]);
    expect(table).toBe("| Việc | Ai \\| khi nào |\n|---|---|\n| a b | c |");
    expect(checkBody(writeLink("Xem [1]", "https://a.vn/x (1)")).problems).toEqual([]);
    expect(checkBody(writeImage("Sơ đồ [a]", "media/so-do.png")).problems).toEqual([]);
  });
});

describe("The forms of components", () => {
  test("know every component, every value and every text that the rules know", () => {
    expect(Object.keys(COMPONENT_FORMS).sort()).toEqual(Object.keys(COMPONENTS).sort());
    for (const [name, rule] of Object.entries(COMPONENTS)) {
      const asked = Object.keys(rule.props).filter((prop) => controlOf(name, prop) !== "hidden");
      expect(Object.keys(COMPONENT_FORMS[name]!.fields).sort(), name).toEqual(asked.sort());
      expect(COMPONENT_FORMS[name]!.text !== undefined, name).toBe(["prose", "oneList"].includes(rule.content));
      expect(COMPONENT_FORMS[name]!.idPrefix !== undefined, name).toBe("id" in rule.props);
    }
  });

  test("every component that stands by itself can be put in", () => {
    const outer = Object.keys(COMPONENTS).filter((name) =>
      ["topLevel", "inSentence"].includes(COMPONENTS[name]!.place),
    );
    expect([...new Set(INSERTIONS.map(({ start }) => start.name))].sort()).toEqual(outer.sort());
    for (const { example } of INSERTIONS)
      if (example && example.name !== "CanCu") expect(missingIn(example)).toEqual([]);
  });

  test("say what is missing, and find an id that is free", () => {
    const values = emptyValues("KiemTra", { parts: [emptyValues("LuaChon", { props: { nhan: "a" } })] });
    expect(missingIn(values)).toEqual(["cau", "0.text"]);
    expect(freshId("th", '<TinhHuong id="th-1">')).toBe("th-2");
  });
});

describe("The front matter as a form", () => {
  test.each(LESSONS.map((text) => [readHead(cutLesson(text).head)!.title, text]))(
    "%s: nothing changed, nothing written anew",
    (_title, text) => {
      const { head, body } = cutLesson(text);
      expect(joinLesson({ head, body })).toBe(text);
      const values = readHead(head)!;
      expect(readHead(writeHead(head, values))).toEqual(values);
    },
  );

  test("keeps comments, order and what the form does not know", () => {
    const head =
      "---\n# Rà soát hằng năm\nid: a # không đổi\ntitle: Cũ\nobjectives:\n  - một # đầu\n  - hai\nlegalBasis:\n  - { document: 1/QĐ, clause: 'x' }\nreviewedOn: 2026-01-01\n---\n";
    const changed = writeHead(head, {
      title: "Mới: có dấu hai chấm",
      objectives: ["một", "hai rưỡi", "ba"],
      legalBasis: [
        { document: "1/QĐ", article: "", clause: "x" },
        { document: "2/QĐ", article: "3", clause: "" },
      ],
      reviewAgainBy: "2027-01-01",
    });
    expect(changed).toBe(
      '---\n# Rà soát hằng năm\nid: a # không đổi\ntitle: "Mới: có dấu hai chấm"\nobjectives:\n  - một # đầu\n  - hai rưỡi\n  - ba\nlegalBasis:\n  - { document: 1/QĐ, clause: \'x\' }\n  - { document: 2/QĐ, article: "3" }\nreviewedOn: 2026-01-01\nreviewAgainBy: 2027-01-01\n---\n',
    );
  });

  test("whatever is typed into the fields comes back from the file", () => {
    const typed = fc.string({
      unit: fc.constantFrom(
        "a",
        "ở",
        " ",
        ":",
        "#",
        '"',
        "'",
        "-",
        "{",
        "[",
        "\n",
        "1",
        "2026-01-01",
        "%",
        "&",
        "*",
        "!",
        "|",
        ">",
      ),
    });
    fc.assert(
      fc.property(typed, fc.array(typed, { maxLength: 4 }), (title, objectives) => {
        const legalBasis = objectives.map((document) => ({ document, article: "", clause: document }));
        const head = writeHead(cutLesson(FRONT_MATTER).head, { title, objectives, legalBasis });
        expect(readHead(head)).toMatchObject({
          title: tidyLine(title),
          objectives: objectives.map(tidyLine),
          legalBasis: legalBasis.map(({ document }) => ({
            document: tidyLine(document),
            article: "",
            clause: tidyLine(document),
          })),
        });
        expect(cutLesson(`${head}Chữ.\n`)).toEqual({ head, body: "Chữ.\n" });
      }),
    );
  });
});
