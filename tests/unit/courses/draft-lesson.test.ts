import { stop } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { compileDraft, type CompiledDraft } from "~/domain/courses/lesson/compile-draft.server";
import { FIRST_LINE, FRONT_MATTER, REGISTER } from "./lesson-under-test";

afterAll(() => stop());

const compile = (text: string): Promise<CompiledDraft> =>
  compileDraft({
    text,
    file: "bai.mdx",
    id: "thu",
    documents: [...REGISTER.values()],
    lessonIds: ["thu", "bai-khac"],
    media: [{ path: "media/so-do.png", address: "/anh/so-do.png", size: 1 }],
    today: "2026-11-23",
  });
const compileText = (body: string) => compile(FRONT_MATTER + body);

/** The lesson in short: words of the text, "!" for a block that is not shown, "?" for a check. */
const shown = ({ lesson }: CompiledDraft) =>
  lesson.segments
    .map((segment) =>
      segment.kind === "html" ? segment.html.replace(/<[^>]*>/g, " ") : segment.kind === "check" ? "?" : "!",
    )
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
const faultLines = ({ faults }: CompiledDraft) =>
  faults.map(({ line, lastLine, problems }) => [
    line - FIRST_LINE + 1,
    lastLine - FIRST_LINE + 1,
    problems.map(({ rule }) => rule).join(" "),
  ]);

describe("The preview of a lesson that is being written", () => {
  test("is the lesson that learners get when nothing is wrong", async () => {
    const draft = await compileText("## Một\n\nChữ **đậm**.\n\n<GhiNho>\n\nNhớ.\n\n</GhiNho>\n");
    expect(draft).toMatchObject({ faults: [], problems: [], lesson: { title: "Bài thử", minutes: 1 } });
    expect(shown(draft)).toBe("Một Chữ đậm . Ghi nhớ Nhớ.");
    expect(draft.lines.map(({ line }) => line - FIRST_LINE + 1)).toEqual([1, 3, 5]);
  });

  test("shows the rest of the lesson around every kind of fault, each at its place", async () => {
    const draft = await compileText(
      [
        "## Một",
        "",
        "Nhỏ hơn <5 triệu.",
        "",
        "Hai.",
        "",
        "<GhiNho>",
        "",
        "Không đóng.",
        "",
        "Ba {1 + 1}.",
        "",
        "<LuuY>",
        "",
        "Lưu ý.",
        "",
        "</LuuY>",
        "",
        '<TinhHuong id="t" tieude="Một">',
        "",
        "Một cách thôi.",
        "",
        '<PhuongAn muc="tot" nhan="A">',
        "",
        "a",
        "",
        "</PhuongAn>",
        "",
        "</TinhHuong>",
        "",
        '<img src="x" onerror="alert(1)" />',
        "",
        "Cuối.",
      ].join("\n"),
    );
    expect(faultLines(draft)).toEqual([
      [3, 3, "sign-less-than"],
      [7, 7, "mdx-unclosed"],
      [11, 11, "mdx-expression"],
      [19, 29, "option-count"],
      [31, 31, "html-tag"],
    ]);
    expect(shown(draft)).toBe("Một ! Hai. ! Không đóng. ! Lưu ý Lưu ý. ! ! Cuối.");
    expect(draft.problems).toHaveLength(5);
  });

  test("keeps lists apart that stood around a faulty block", async () => {
    const { lesson } = await compileText("- một\n\n{x}\n\n- hai\n");
    const html = lesson.segments.map((segment) => (segment.kind === "html" ? segment.html : "!")).join("");
    expect(html.match(/<ul/g)).toHaveLength(2);
    expect(html).toMatch(/<\/ul>!<ul/);
  });

  test("shows what can be read of a front matter that is wrong", async () => {
    const draft = await compile(
      "---\ntitle: Bài\nsummary: 5\nlegalBasis: [{ document: 1847/QĐ-TTg }, 7]\n---\n\nChữ.\n",
    );
    expect(draft.lesson).toMatchObject({ title: "Bài", summary: "", objectives: [], reviewedOn: "____-__-__" });
    expect(draft.lesson.legalBasis).toMatchObject([{ name: "Quyết định số 1847/QĐ-TTg" }]);
    expect(draft.problems.length).toBeGreaterThan(3);
    expect(shown(draft)).toBe("Chữ.");
  });

  test("shows a text without any front matter", async () => {
    const draft = await compile("Chữ.\n");
    expect(draft.problems.map(({ rule }) => rule)).toEqual(["front-matter-missing"]);
    expect(shown(draft)).toBe("Chữ.");
  });

  test.each([
    ["too long", "a\n\n".repeat(3000)],
    ["too deep", `${">".repeat(50)} a`],
    ["a code bomb", `{${"(".repeat(7000)}`],
    ["thousands of signs", `${"*a* ".repeat(1900)}\n`.repeat(25)],
  ])("answers soon when a lesson is %s", async (_name, body) => {
    const started = performance.now();
    const draft = await compileText(body);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(draft.problems.length).toBeGreaterThan(0);
  });

  test("runs nothing that an author wrote, wherever it stands", async () => {
    const global = globalThis as { stolen?: boolean };
    const draft = await compileText(
      [
        "export const a = (globalThis.stolen = true);",
        "",
        'import fs from "node:fs"',
        "",
        "{(globalThis.stolen = true)}",
        "",
        "<GhiNho x={globalThis.stolen = true}>",
        "",
        "a",
        "",
        "</GhiNho>",
        "",
        "<KhoiLoi so={globalThis.stolen = true} />",
        "",
        "Chữ.",
      ].join("\n"),
    );
    expect(global.stolen).toBeUndefined();
    expect(shown(draft).replaceAll("! ", "")).toBe("Chữ.");
  });
});
