/** Lessons by which somebody tries to run code, to look like somebody else, or to stall the platform. */
import { BAD_ADDRESSES } from "./links";

export interface HostileLesson {
  name: string;
  /** Front matter and text, with `FRONT` in the place of a right front matter. */
  text: string;
  /** `text`: it is legal and means nothing but its words; then its HTML is looked at. */
  outcome: "refused" | "text";
}

const lessons: HostileLesson[] = [];
const add = (outcome: HostileLesson["outcome"], group: string, cases: Record<string, string> | readonly string[]) => {
  const entries = Array.isArray(cases)
    ? (cases as readonly string[]).map((body) => [body.slice(0, 60).replaceAll("\n", "⏎"), body] as const)
    : Object.entries(cases);
  for (const [name, body] of entries) lessons.push({ name: `${group}: ${name}`, text: `FRONT${body}\n`, outcome });
};
const front = (name: string, text: string) => lessons.push({ name: `front matter: ${name}`, text, outcome: "refused" });
const note = (inside: string, props = "") => `<GhiNho${props}>\n\n${inside}\n\n</GhiNho>`;

add("refused", "expression", [
  "{process.exit(1)}",
  "{process.env.SECRET_KEY}",
  "a {globalThis} b",
  "{require('child_process').execSync('id')}",
  "{await import('node:fs')}",
  "{(() => { while (true) {} })()}",
  "{[].constructor.constructor('return process')()}",
  "{this.constructor.constructor('return this')()}",
  // eslint-disable-next-line no-template-curly-in-string -- it is the hostile text itself
  "{`${1}`}",
  "{/* */ 1}",
  "{// x\n1}",
  "{props.children}",
  "{new Function('x')()}",
  "{import.meta.url}",
  "{}",
  "{ }",
  "{<script>alert(1)</script>}",
  "{{__html: '<img src=x onerror=alert(1)>'}}",
  "## Mục {1}",
  "- a\n- {b}",
  "> {a}",
  "**{a}**",
  "[{a}](https://a.vn)",
  "| a | b |\n|---|---|\n| {x} | y |",
  "Chữ {a\n\nb}",
  "{a",
  "}{",
  note("{a}"),
  "a {/* ghi chú */} b",
  "{/* @jsxImportSource evil */}",
  "{/* @jsxRuntime classic */}\n{/* @jsx alert */}",
  "{'\\u0041'}",
  "{\u00a01\u00a0}",
]);

add("refused", "module", [
  'import fs from "node:fs"',
  'import "https://evil.vn/x.js"',
  "import {a} from 'b'\n\nChữ.",
  "Chữ.\n\nimport x from 'y'",
  "export const a = 1",
  "export default function L() {}",
  "export const meta = process.exit()",
  "export {a} from 'b'",
  "export * from 'node:fs'",
  "Chữ.\n\nexport const b = (() => 1)()",
  "import tất cả vào đây",
  "export const layout = ({children}) => <script>{children}</script>",
]);

add("refused", "props", [
  note("a", " {...props}"),
  note("a", " {...{dangerouslySetInnerHTML: {__html: '<b>'}}}"),
  note("a", ' onclick="alert(1)"'),
  note("a", " onClick={alert}"),
  note("a", ' ONERROR="alert(1)"'),
  note("a", ' style="background:url(javascript:alert(1))"'),
  note("a", ' className="x"'),
  note("a", ' id="x" id="y"'),
  note("a", ' dangerouslySetInnerHTML="x"'),
  note("a", ' children="<b>x</b>"'),
  note("a", ' ref="x"'),
  note("a", ' key="x"'),
  note("a", ' __proto__="x"'),
  note("a", ' constructor="x"'),
  note("a", ' toString="x"'),
  note("a", ' khoi="x"'),
  note("a", ' nhom="x"'),
  note("a", ' is="x"'),
  note("a", ' xlink:href="javascript:alert(1)"'),
  note("a", ' data-x="y"'),
  note("a", ' aria-label="y"'),
  "a <CanCu so={process.env.HOME} /> b",
  'a <CanCu so={"1847/QĐ-TTg"} /> b',
  "a <CanCu so={<b/>} /> b",
  'a <CanCu so="<script>alert(1)</script>" /> b',
  'a <CanCu so="constructor" /> b',
  'a <CanCu so="__proto__" /> b',
  'a <CanCu so="1847/QĐ-TTg" onmouseover="x" /> b',
  '<TinhHuong id="b-12345678" tieude="t">\n\na\n\n<PhuongAn muc="tot" nhan="a">\n\na\n\n</PhuongAn>\n\n<PhuongAn muc="tot" nhan="b">\n\nb\n\n</PhuongAn>\n\n</TinhHuong>',
  '<TinhHuong id="A\'onclick" tieude="t">\n\na\n\n</TinhHuong>',
  '<TinhHuong id="x" tieude="t">\n\na\n\n<PhuongAn muc="constructor" nhan="a">\n\na\n\n</PhuongAn>\n\n<PhuongAn muc="tot" nhan="b">\n\nb\n\n</PhuongAn>\n\n</TinhHuong>',
]);

add("refused", "component", [
  "<constructor />",
  "<__proto__ />",
  "<hasOwnProperty />",
  "<Object />",
  "<GhiNho.constructor />",
  "<GhiNho.x.y />",
  "<xlink:href />",
  "<this.x />",
  "<></>",
  "<>a</>",
  "<MDXLayout />",
  "<MDXContent />",
  "<_components.p />",
  "<Fragment>a</Fragment>",
  "<lesson-check data-id='x'></lesson-check>",
  "<GhiNho>\n\na",
  "a\n\n</GhiNho>",
  "<GhiNho>\n\n<LuuY>\n\na\n\n</LuuY>\n\n</GhiNho>",
  '<PhuongAn muc="tot" nhan="a">\n\na\n\n</PhuongAn>',
  "<GhiNho />",
  "<GhiNhо>\n\nchữ o Kirin\n\n</GhiNhо>",
]);

const TAGS =
  "script style iframe object embed link meta base form input button textarea select svg math img video audio source template noscript frame frameset applet marquee details body html head title isindex xmp plaintext listing portal slot dialog a p div span br center font bgsound layer ilayer animate set foreignObject image use maction annotation-xml mglyph";
add(
  "refused",
  "tag",
  Object.fromEntries(TAGS.split(" ").map((tag) => [tag, `Chữ.\n\n<${tag} src="x" onerror="alert(1)" />`])),
);
add("refused", "html", [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.vn/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<img/src=`x`onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
  "<svg><animate attributeName='href' values='javascript:alert(1)' /></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></mglyph></table></mtext></math>',
  "<math href='javascript:alert(1)'>x</math>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<!-- ghi chú -->",
  "<!-- <!-- --> <script>alert(1)</script> -->",
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<!DOCTYPE html>",
  "<?xml version='1.0'?>",
  "<?php system('id'); ?>",
  "<%= 7*7 %>",
  "<a href='javascript:alert(1)'>x</a>",
  '<a href="https://a.vn" target=_blank onclick=alert(1)>x</a>',
  "<base href='https://evil.vn/'>",
  "<meta http-equiv='refresh' content='0;url=https://evil.vn'>",
  "<style>body{display:none}</style>",
  "<style>@import 'https://evil.vn/x.css';</style>",
  "<p style='position:fixed;inset:0'>x</p>",
  "<object data='data:text/html,x'></object>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "**<b onclick=alert(1)>x</b>**",
  "| <script>a</script> | b |\n|---|---|\n| c | d |",
  "# <img src=x onerror=alert(1)>",
  "- <svg onload=alert(1)>",
  "> <iframe src=x>",
  "a <b>c</b>",
  "<https://a.vn>",
  "<javascript:alert(1)>",
  "<a@b.vn>",
  "x <5 y",
  "<\u0000script>alert(1)</script>",
]);

add("refused", "link", Object.fromEntries(BAD_ADDRESSES.map((url) => [url, `Xem [chỗ này](<${url}>) nhé.`])));
add(
  "refused",
  "definition",
  Object.fromEntries(BAD_ADDRESSES.slice(0, 16).map((url) => [url, `Xem [chỗ này][a].\n\n[a]: <${url}>`])),
);
add("refused", "image", Object.fromEntries(BAD_ADDRESSES.slice(0, 40).map((url) => [url, `![Sơ đồ](<${url}>)`])));
add("refused", "image", [
  "![Sơ đồ](https://evil.vn/dem.png)",
  "![Sơ đồ](media/../course.yaml)",
  "![Sơ đồ](media/so-do.svg)",
  "![Sơ đồ](media/so-do.png?x)",
  "![](media/so-do.png)",
  "![Sơ đồ][a]\n\n[a]: media/so-do.png",
  "![Sơ đồ](media/%2e%2e/x.png)",
  "[![x](javascript:alert(1))](https://a.vn)",
]);

const zeroWidth = [
  "\u200b",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u0007",
  "\u0000",
  "\u2028",
  "\ue000",
];
add(
  "refused",
  "hidden sign",
  Object.fromEntries(zeroWidth.map((sign) => [`U+${sign.codePointAt(0)!.toString(16)}`, `Tiền${sign}thưởng.`])),
);

const many = (count: number, text: string) => Array.from({ length: count }, () => text).join("");
add("refused", "size", {
  "a very long line": many(9000, "a"),
  "quotes in quotes": `${many(200, ">")} a`,
  "lists in lists": Array.from({ length: 60 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n"),
  "components in components": `${many(200, "<GhiNho>\n\n")}a${many(200, "\n\n</GhiNho>")}`,
  "tags that stay open": many(3000, "<a>"),
  "brackets that stay open": many(5000, "["),
  stars: many(5000, "*a _"),
  "back ticks": Array.from({ length: 600 }, (_, index) => "`".repeat(index % 40)).join("a"),
  "a table of many columns": `|${many(3000, "a|")}\n|${many(3000, "-|")}\n`,
  "a table of many rows": `| a | b |\n|---|---|\n${many(3000, "| a | b |\n")}`,
  "braces in braces": many(3000, "{"),
  "many lines": many(2500, "a\n\n"),
  entities: many(4500, "&amp;"),
  "references to nothing": many(1500, "[a][b]"),
  "an endless import": `import ${many(4000, "a, ")}`,
  "an endless expression": `{${many(4000, "a+")}1}`,
  "a file of 300 KB": many(3000, `${many(100, "a")}\n`),
});

add("refused", "structure", [
  '<TinhHuong id="x" tieude="t">\n\na\n\n<PhuongAn muc="tot" nhan="a">\n\na\n\n</PhuongAn>\n\n<PhuongAn muc="tot" nhan="b">\n\nb\n\n</PhuongAn>\n\n</TinhHuong>\n\n<TinhHuong id="x" tieude="t">\n\na\n\n<PhuongAn muc="tot" nhan="a">\n\na\n\n</PhuongAn>\n\n<PhuongAn muc="tot" nhan="b">\n\nb\n\n</PhuongAn>\n\n</TinhHuong>',
  "# Một\n\na",
  "#### Sâu",
  "[a](#khong-co)",
  "[a](bai-khong-co)",
  "---js\n{process.exit()}\n---",
]);

const RIGHT =
  "id: thu\ntitle: Bài thử\nsummary: Thử.\nobjectives:\n  - Thử\nlegalBasis:\n  - { document: 1847/QĐ-TTg }\nreviewedOn: 2026-11-10\nreviewedBy: Người rà soát\nreviewAgainBy: 2027-11-10\n";
const withFront = (yaml: string) => `---\n${yaml}---\n\nChữ.\n`;
front("in JavaScript", `---js\n{ get id() { process.exit(1) } }\n---\n\nChữ.\n`);
front("in CoffeeScript", `---coffee\nid: process.exit()\n---\n\nChữ.\n`);
front("in JSON", `---json\n{"id":"thu"}\n---\n\nChữ.\n`);
front("in TOML", `+++\nid = "thu"\n+++\n\nChữ.\n`);
front("that does not end", `---\n${RIGHT}\nChữ.\n`);
front("left out", "Chữ.\n");
front(
  "a thousand million laughs",
  withFront(
    `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
      .split("")
      .map((name, index) => `${name}: &${name} [${many(8, `*${"abcdefghi"[index]},`)}*${"abcdefghi"[index]}]`)
      .join("\n")}\n${RIGHT}`,
  ),
);
front(
  "an alias",
  withFront(RIGHT.replace("title: Bài thử", "title: &t Bài thử").replace("summary: Thử.", "summary: *t")),
);
front("a merge key", withFront(`x: &x { id: thu }\n<<: *x\n${RIGHT}`));
front("!!js/function", withFront(RIGHT.replace("Bài thử", '!!js/function "function () { process.exit() }"')));
front("!!js/undefined", withFront(RIGHT.replace("Bài thử", "!!js/undefined ''")));
front("!!python/object", withFront(RIGHT.replace("Bài thử", "!!python/object/apply:os.system ['id']")));
front("!!binary", withFront(RIGHT.replace("Bài thử", "!!binary aGFj")));
front("!!set", withFront(RIGHT.replace("Bài thử", "!!set {a}")));
front("__proto__", withFront(`__proto__: { polluted: true }\n${RIGHT}`));
front("constructor", withFront(`constructor: { prototype: { polluted: true } }\n${RIGHT}`));
front("a key twice", withFront(`${RIGHT}id: khac\n`));
front("two documents", withFront(`${RIGHT}...\nid: hai\n`));
front("a huge key", withFront(`${many(20_000, "a")}: 1\n${RIGHT}`));
front("brackets in brackets", withFront(`x: ${many(20_000, "[")}\n${RIGHT}`));
front(
  "deep keys",
  withFront(`${Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")}\n${RIGHT}`),
);
front("many keys", withFront(`${Array.from({ length: 8000 }, (_, index) => `k${index}: 1`).join("\n")}\n${RIGHT}`));
front("a number for a title", withFront(RIGHT.replace("Bài thử", "12")));
front("another id", withFront(RIGHT.replace("id: thu", "id: ../../thu")));
front("a document that is none", withFront(RIGHT.replace("1847/QĐ-TTg", "constructor")));
front("hidden signs", withFront(RIGHT.replace("Bài thử", "Bài\u202ethử")));

add("text", "words", [
  "![{a}](media/so-do.png)",
  "import('x')",
  "export",
  "Viết \\{process.exit()\\} và \\<script>alert(1)\\</script>.",
  "`<script>alert(1)</script>` và `{1}`",
  "```\n<script>alert(1)</script>\n{process.exit()}\n```",
  "```html\n<img src=x onerror=alert(1)>\n```",
  '```js onload="alert(1)"\na\n```',
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;img src=x onerror=alert(1)&#62;",
  "&amp;lt;script&amp;gt;",
  "&#123;process.exit()&#125;",
  '[chữ](https://a.vn "x\\" onmouseover=\\"alert(1)")',
  "[chữ](https://a.vn '<script>alert(1)</script>')",
  "[&lt;img src=x onerror=alert(1)&gt;](https://a.vn)",
  '![x" onerror="alert(1)](media/so-do.png)',
  "![&lt;script&gt;](media/so-do.png)",
  '## Mục &lt;script&gt; " onclick=alert(1)',
  '<TinhHuong id="x" tieude="&lt;/h3&gt;&lt;script&gt;alert(1)&lt;/script&gt;">\n\na\n\n<PhuongAn muc="tot" nhan="&quot; onclick=&quot;alert(1)">\n\na\n\n</PhuongAn>\n\n<PhuongAn muc="vi-pham" nhan="&lt;b&gt;">\n\nb\n\n</PhuongAn>\n\n</TinhHuong>',
  '<KiemTra id="kt" cau="&lt;img src=x onerror=alert(1)&gt;?">\n\n<LuaChon nhan="&lt;script&gt;" dung>\n\nĐúng.\n\n</LuaChon>\n\n<LuaChon nhan="b">\n\nSai.\n\n</LuaChon>\n\n</KiemTra>',
  '<ThuatNgu tu="&lt;svg onload=alert(1)&gt;">\n\na\n\n</ThuatNgu>',
  'a <CanCu so="1847/QĐ-TTg" dieu="&lt;script&gt;" noidung="&quot;&gt;&lt;img src=x&gt;" /> b',
  "[^1] và [^1]: chú thích <https\\://a.vn>",
  "~~gạch~~ www.evil.vn http://evil.vn/x",
  '| &lt;script&gt; | b |\n|:-:|--:|\n| `<svg>` | " onclick=x |',
  "javascript:alert(1) đứng giữa câu",
  "{{'\\{\\{'}}".replace("{{", "\\{\\{").replace("}}", "\\}\\}"),
  '<lesson-check data-id="kt">'.replace("<", "&lt;"),
  "\\<!-- ghi chú -->",
  "- [ ] <b>".replace("<b>", "&lt;b&gt;"),
  "---\n\nid: khác\n\n---",
]);

export const HOSTILE_LESSONS: readonly HostileLesson[] = lessons;
