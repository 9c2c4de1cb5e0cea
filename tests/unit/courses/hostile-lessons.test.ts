import { describe, expect, test } from "vitest";
import { check, checkBody, FRONT_MATTER, places, sentences } from "./lesson-under-test";

/** body → where and what; the words of the mend that a writer needs to see (Vietnamese). */
const CASES: [name: string, body: string, found: string, mend: string][] = [
  ["reading the environment", "Giá trị {process.env.SECRET_KEY} ở đây.", "1:9 mdx-expression", "Viết chữ thẳng ra"],
  ["a block expression", "Chữ.\n\n{globalThis.fetch('https://x')}", "3:1 mdx-expression", "Viết chữ thẳng ra"],
  ["an expression in a heading", "## Mục {1 + 1}", "1:8 mdx-expression", "\\{"],
  ["an expression in a table", "| a | b |\n|---|---|\n| {x} | y |", "3:3 mdx-expression", "Viết chữ thẳng ra"],
  ["an expression in link text", "[{x}](https://a.vn)", "1:2 mdx-expression", "Viết chữ thẳng ra"],
  [
    "an expression in a list in a component",
    "<GhiNho>\n\n- a\n- {b}\n\n</GhiNho>",
    "4:3 mdx-expression",
    "Viết chữ thẳng ra",
  ],
  ["an expression that never ends", "a {b\n\nc", "1:3 mdx-expression", "\\{"],
  ["an expression that is no code", "a {b c d} e", "1:3 mdx-expression", "\\{"],
  ["an empty expression", "a {} b", "1:3 mdx-expression", "Viết chữ thẳng ra"],
  // eslint-disable-next-line no-template-curly-in-string
  ["a template string", "{`${1}`}", "1:1 mdx-expression", "Viết chữ thẳng ra"],
  ["a comment", "a {/* ghi chú */} b", "1:3 mdx-comment", "Xóa ghi chú"],
  ["a comment that hides code in a comment", "{/* a */ 1 /* b */}", "1:1 mdx-expression", "Viết chữ thẳng ra"],
  ["a block comment", "{/* @jsxImportSource evil */}", "1:1 mdx-comment", "Xóa ghi chú"],
  ["an HTML comment", "a\n\n<!-- ghi chú -->", "3:1 html-comment", "Xóa ghi chú"],
  ["an import", 'import fs from "node:fs"', "1:1 mdx-import", "Xóa dòng này"],
  ["an import after text", 'Chữ.\n\nimport "x"', "3:1 mdx-import", "Xóa dòng này"],
  ["an import that is no code", "import tất cả", "1:1 mdx-import", "Xóa dòng này"],
  ["an export", "export const a = 1", "1:1 mdx-export", "đầu trang"],
  ["an export of a layout", "export default function Layout() {}", "1:1 mdx-export", "đầu trang"],
  ["an export that is no code", "export const", "1:1 mdx-export", "đầu trang"],
  ["a script", "<script>alert(1)</script>", "1:1 html-tag", "Markdown"],
  ["a style", "a <style>p</style>", "1:3 html-tag", "Markdown"],
  ["an image in HTML with a handler", '<img src="x" onerror="alert(1)" />', "1:1 html-tag", "Markdown"],
  ["an SVG", "<svg><path d='M0 0' /></svg>", "1:1 html-tag", "Markdown"],
  ["an iframe", '<iframe src="https://a.vn"></iframe>', "1:1 html-tag", "Markdown"],
  ["a custom element", "<lesson-check></lesson-check>", "1:1 html-tag", "Markdown"],
  [
    "a handler on our own component",
    '<GhiNho onclick="alert(1)">\n\na\n\n</GhiNho>',
    "1:9 unknown-prop",
    "Xóa thuộc tính",
  ],
  ["a handler as code", "<GhiNho onClick={() => 1}>\n\na\n\n</GhiNho>", "1:9 unknown-prop", "Xóa thuộc tính"],
  ["raw HTML by prop", '<GhiNho dangerouslySetInnerHTML="x">\n\na\n\n</GhiNho>', "1:9 unknown-prop", "Xóa thuộc tính"],
  ["children by prop", '<GhiNho children="x">\n\na\n\n</GhiNho>', "1:9 unknown-prop", "Xóa thuộc tính"],
  [
    "a prop named as in every object",
    '<GhiNho constructor="x">\n\na\n\n</GhiNho>',
    "1:9 unknown-prop",
    "Xóa thuộc tính",
  ],
  ["a class", '<GhiNho className="x">\n\na\n\n</GhiNho>', "1:9 unknown-prop", "Xóa thuộc tính"],
  ["spread props", "<GhiNho {...props}>\n\na\n\n</GhiNho>", "1:9 spread-props", "từng thuộc tính"],
  ["code in a known prop", "a <CanCu so={process.env.HOME} />", "1:10 prop-expression", 'so="…"'],
  ["a string as code", 'a <CanCu so={"1847/QĐ-TTg"} />', "1:10 prop-expression", 'so="…"'],
  ["JSX in a prop", "a <CanCu so={<b/>} />", "1:10 prop-expression", 'so="…"'],
  ["an unknown component", "<GhiNhow>\n\na\n\n</GhiNhow>", "1:1 unknown-component", "Có phải là “GhiNho”?"],
  ["a component named as in every object", "<constructor />", "1:1 html-tag", "Markdown"],
  ["another such component", "<Object />", "1:1 unknown-component", "CanCu, TinhHuong"],
  ["__proto__ as a component", "<__proto__ />", "1:1 unknown-component", "CanCu, TinhHuong"],
  ["a member of a component", "<GhiNho.b />", "1:1 unknown-component", "CanCu, TinhHuong"],
  ["a namespaced name", "<xlink:href />", "1:1 unknown-component", "CanCu, TinhHuong"],
  ["a fragment", "<>a</>", "1:1 unknown-component", "CanCu, TinhHuong"],
  ["our own wrapper by its inner name", "<MDXLayout />", "1:1 unknown-component", "CanCu, TinhHuong"],
  ["an unclosed component", "<GhiNho>\n\na", "1:1 mdx-unclosed", "thẻ đóng"],
  ["a closing tag alone", "a\n\n</GhiNho>", "3:2 mdx-unclosed", "thẻ đóng"],
  ["an address in angle brackets", "Xem <https://a.vn>.", "1:12 autolink", "[chữ hiển thị](https://…)"],
  ["a javascript address in angle brackets", "<javascript:alert(1)>", "1:18 mdx-syntax", "\\<"],
  ["a tag that is none", "Khi x <5 thì", "1:7 sign-less-than", "\\<"],
];

describe("a lesson is data, never code", () => {
  test.each(CASES)("refuses %s", (_name, body, found, mend) => {
    const { lesson, problems } = checkBody(body);
    expect(lesson).toBeNull();
    expect(places(problems)).toContain(found);
    const problem = problems.find(({ rule }) => rule === found.split(" ")[1])!;
    expect(problem).toMatchObject({ file: "bai.mdx", severity: "error" });
    const [vi, en] = sentences(problem);
    expect(vi!.mend).toContain(mend);
    for (const { what, mend: advice } of [vi!, en!]) {
      expect(`${what} ${advice}`).not.toMatch(/\{\w+\}|phrase:|undefined/);
    }
  });

  test("says every fault at once, each in its place", () => {
    const { problems } = checkBody("# Một\n\n{a}\n\n<script />\n\n[b](javascript:c)\n");
    expect(places(problems)).toEqual([
      "1:1 heading-level-one",
      "3:1 mdx-expression",
      "5:1 html-tag",
      "7:1 link-address",
    ]);
  });

  test("signs that are escaped, in code or in entities are text", () => {
    const { lesson, problems } = checkBody("Viết \\{a\\} và \\<b> và `{c} <d>` và &lt;e&gt; và &#123;f&#125;.");
    expect(problems).toEqual([]);
    expect(lesson).not.toBeNull();
  });

  test("front matter in a language that runs is refused before anything reads it", () => {
    const evil = FRONT_MATTER.replace("---\n", "---js\n{ get id() { process.exit(1) } }\n");
    const { problems } = check(evil);
    expect(problems).toMatchObject([{ line: 1, column: 4, rule: "front-matter-language", values: { language: "js" } }]);
  });

  test("a second front matter behind the first stays text", async () => {
    const { lesson, problems } = checkBody("---js\n{ process.exit(1) }\n---\n");
    expect(lesson).toBeNull();
    expect(places(problems)).toContain("2:1 mdx-expression");
  });

  test.each([
    ["no front matter", "Chữ.", "front-matter-missing"],
    ["front matter that does not end", "---\nid: a\n", "front-matter-unclosed"],
    ["nothing at all", "", "front-matter-missing"],
  ])("%s", (_name, text, rule) => {
    expect(check(text).problems).toMatchObject([{ line: 1, column: 1, rule }]);
  });
});
