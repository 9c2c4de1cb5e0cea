import fc from "fast-check";
import { toString } from "mdast-util-to-string";
import { describe, expect, test } from "vitest";
import { LessonCheck } from "~/domain/courses/lesson/lesson-check";
import { checkTree } from "~/domain/courses/lesson/lesson-rules";
import { readLesson } from "~/domain/courses/lesson/syntax";
import { htmlToMdx, type PasteOptions } from "~/domain/courses/paste/html-to-mdx";

const body = (html: string, options?: PasteOptions) => htmlToMdx(html, options).body;
const lost = (html: string) => htmlToMdx(html).losses.map(({ kind, near }) => [kind, near]);

/** The body as the lesson's own parser and rules read it. */
function problemsOf(mdx: string, media: string[] = []): string[] {
  const read = readLesson(mdx, "bai.mdx");
  const check = new LessonCheck("bai.mdx", { register: new Map(), lessonIds: [], media: new Set(media) });
  if (read.tree) checkTree(read.tree, check);
  return [...read.problems, ...check.problems].map(({ rule, line }) => `${rule} ${line}`);
}
const wordsIn = (text: string) => text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
const readWords = (mdx: string) => wordsIn(blockWords(readLesson(mdx, "bai.mdx").tree!));
const blockWords = (node: { children?: unknown[]; value?: string; type: string }): string => {
  const leaf = ["paragraph", "heading", "tableCell"].includes(node.type);
  if (leaf || !node.children) return toString(node as never);
  return (node.children as { type: string }[]).map(blockWords).join("\n");
};

describe("a document in HTML becomes a lesson", () => {
  test("its one first heading is the title; the others are sections and their parts", () => {
    const html = "<h1>Tiếp dân</h1><p>Mở đầu.</p><h2>Chuẩn bị</h2><h3>Phòng</h3><h4>Ghế</h4><p>x</p>";
    const made = htmlToMdx(html);
    expect(made.title).toBe("Tiếp dân");
    expect(made.body).toBe("Mở đầu.\n\n## Chuẩn bị\n\n### Phòng\n\n**Ghế**\n\nx\n");
    expect(made.losses).toEqual([{ kind: "deep-heading", near: "Ghế", under: "Ghế" }]);
    expect(htmlToMdx("<h1>Một</h1><p>a</p><h1>Hai</h1><h2>Hai một</h2>")).toMatchObject({
      title: null,
      body: "## Một\n\na\n\n## Hai\n\n### Hai một\n",
    });
    expect(body("<h3>Trước</h3><p>a</p>")).toBe("## Trước\n\na\n");
  });

  test("bold, italic, links and line ends stay; what MDX would read as code is words", () => {
    expect(body("<p><b>Điều 1. </b><i>Phạm vi</i> xem <a href='https://vanban.chinhphu.vn/x'>đây</a></p>")).toBe(
      "**Điều 1.** _Phạm vi_ xem [đây](https://vanban.chinhphu.vn/x)\n",
    );
    expect(body("<p>Kính gửi:<br>UBND xã</p>")).toBe("Kính gửi:\\\nUBND xã\n");
    for (const text of [
      "{1+1}",
      "<script>alert(1)</script>",
      "a < b > c",
      "import x from 'y'",
      "export default 1",
      "# không",
      "- không",
      "1. không",
      "a|b",
      "`mã`",
      "*sao*",
      "&amp;",
      "<!-- x -->",
      "https://a.vn <b@c.vn>",
    ]) {
      const html = `<p>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</p>`;
      const mdx = body(html);
      expect([text, problemsOf(mdx)]).toEqual([text, []]);
      if (!/^- /.test(text)) expect(blockWords(readLesson(mdx, "x").tree!)).toBe(text);
    }
  });

  test("lists, also within lists; tables with a head; frames of one cell are no tables", () => {
    expect(body("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")).toBe("- a\n  - b\n- c\n");
    expect(body("<ol start='3'><li><p>ba</p></li><li><p>bốn</p></li></ol>")).toBe("3. ba\n4. bốn\n");
    const table =
      "<table><tr><td><p>Việc</p></td><td>Hạn | ngày</td></tr><tr><td>Trả lời</td><td><p>5</p><p>ngày</p></td></tr></table>";
    expect(body(table)).toBe("| Việc | Hạn \\| ngày |\n| - | - |\n| Trả lời | 5 ngày |\n");
    expect(lost(table)).toEqual([["cell-blocks", "5 ngày"]]);
    const merged = "<table><tr><td colspan=2>Đầu</td></tr><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>";
    expect(problemsOf(body(merged))).toEqual([]);
    expect(lost(merged)).toEqual([["merged-cells", "Đầu"]]);
    expect(body("<table><tr><td><p>Khung</p><p>Hai</p></td></tr></table>")).toBe("Khung\n\nHai\n");
  });

  test("pictures stand where the course has them, and are told where it has not", () => {
    const html = "<p>Xem <img src='data:1' alt='Bàn tiếp dân'> và <img src='file:///c:/2.png' alt='Ghế'></p>";
    const made = htmlToMdx(html, { image: (src, alt) => (src === "data:1" ? { path: "media/ban.webp", alt } : null) });
    expect(made.body).toBe("Xem ![Bàn tiếp dân](media/ban.webp) và\n");
    expect(made.losses).toEqual([{ kind: "image", near: "Ghế", under: null }]);
    expect(problemsOf(made.body, ["media/ban.webp"])).toEqual([]);
  });

  test("what a lesson cannot have is told with its place in words", () => {
    const html =
      "<h2>Hồ sơ</h2><p><u>Gạch chân</u> <s>bỏ</s> m<sup>2</sup> <a href='file:///c:/x.doc'>tệp</a> <a href='javascript:alert(1)'>bấm</a></p><iframe src=x></iframe><input value='ô'>";
    const made = htmlToMdx(html);
    expect(made.losses.map(({ kind }) => kind)).toEqual([
      "underline",
      "strike",
      "script-position",
      "link",
      "link",
      "embedded",
      "form-field",
    ]);
    expect(made.losses.every(({ under }) => under === "Hồ sơ")).toBe(true);
    expect(made.body).toBe("## Hồ sơ\n\nGạch chân bỏ m2 tệp bấm\n");
  });

  test("footnotes keep their words at the end", () => {
    const html =
      '<p>Theo luật<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>.</p><ol><li id="footnote-1"><p> Luật Cán bộ <a href="#footnote-ref-1">↑</a></p></li></ol>';
    expect(htmlToMdx(html)).toMatchObject({
      body: "Theo luật\\[1].\n\n1. Luật Cán bộ\n",
      losses: [{ kind: "footnote", near: "[1]" }],
    });
  });
});

describe("a paste", () => {
  const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=VI>
<!--StartFragment--><h2><span lang=VI>Việc cần làm<o:p></o:p></span></h2>
<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Chào <st1:place w:st="on">người dân</st1:place><o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Mời ngồi</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>2.</span>Hỏi việc</p>
<p class=MsoListParagraphCxSpLast style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Hẹn ngày</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Lưu ý:</b> giữ <b>số </b><b>hiệu</b></p><!--EndFragment--></body></html>`;

  test("from Word: lists by their levels, nothing of its own notes", () => {
    const made = htmlToMdx(WORD);
    expect(made.body).toBe(
      "## Việc cần làm\n\n- Chào người dân\n  1. Mời ngồi\n  2. Hỏi việc\n- Hẹn ngày\n\n**Lưu ý:** giữ **số hiệu**\n",
    );
    expect(made.losses).toEqual([]);
  });

  test("from Google Docs: the bold around everything is none, lists hang below lists", () => {
    const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;">Đậm</span><span style="font-weight:400;"> thường </span><span style="font-style:italic">nghiêng</span></p><ul><li><p>một</p></li><ul><li><p>hai</p></li></ul><li><p>ba</p></li></ul></b><br class="Apple-interchange-newline">`;
    expect(body(html)).toBe("**Đậm** thường _nghiêng_\n\n- một\n  - hai\n- ba\n");
  });

  test("typed lists with dashes, plus signs and margins are lists", () => {
    const html = "<p>Gồm:</p><p>- Đơn</p><p>+ bản chính</p><p>+ bản sao</p><p>- Phiếu</p><p>Hết - đấy</p>";
    expect(body(html)).toBe("Gồm:\n\n- Đơn\n  - bản chính\n  - bản sao\n- Phiếu\n\nHết - đấy\n");
    expect(body("<p style='margin-left:36pt'>• a</p><p style='margin-left:72pt'>• b</p>")).toBe("- a\n  - b\n");
  });

  test("old fonts are read as what they showed, and it is said", () => {
    // "Cộng hòa xã hội chủ nghĩa Việt Nam" in TCVN3, and "Ủy ban nhân dân" in VNI.
    const tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam";
    expect(htmlToMdx(`<p style="font-family:.VnTime">${tcvn3}</p>`)).toMatchObject({
      body: "Cộng hòa xã hội chủ nghĩa Việt Nam\n",
      converted: "tcvn3",
    });
    expect(htmlToMdx(`<p>${tcvn3}</p><p>Cán bộ phường</p>`)).toMatchObject({
      body: "Cộng hòa xã hội chủ nghĩa Việt Nam\n\nCán bộ phường\n",
      converted: "tcvn3",
    });
    expect(htmlToMdx(`<p><span style="font-family:'.VnTimeH'">céng hßa</span></p>`).body).toBe("CỘNG HÒA\n");
    expect(htmlToMdx(`<font face="VNI-Times">UÛy ban nhaân daân tænh</font>`)).toMatchObject({
      body: "Ủy ban nhân dân tỉnh\n",
      converted: "vni",
    });
    expect(htmlToMdx("<p>Café déjà vu, Việt Nam đã có</p>").converted).toBeNull();
  });

  test("letters typed in pieces are composed, invisible signs are gone", () => {
    expect(body("<p>Tie\u0302\u0301p\u200b d\u00e2n\u00ad\ufeff</p>")).toBe(
      "Tiếp dân\u00ad\n".replace("\u00ad", "\u00ad"),
    );
  });
});

describe("whatever is written in a document", () => {
  const sign = fc.constantFrom(
    ..."abc Điều{}<>[]()!*_`~#|\\&-+=.:/\"'$^@0129\n\t\u00a0\u200b",
    "import ",
    "export ",
    "<!--",
    "-->",
    "---",
    "```",
    "](x)",
    "&lt;",
    "http://a.b",
    "**",
    "1. ",
    "> ",
    "{/*",
  );
  const text = fc
    .array(fc.oneof(sign, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 25 })
    .map((parts) => parts.join(""));
  const inline = fc.tuple(fc.constantFrom("span", "b", "i", "u", "a", "sup", "br", "st1:x"), text);
  const paragraph = fc.array(inline, { minLength: 1, maxLength: 4 });
  const blocks = fc.array(
    fc.tuple(fc.constantFrom("p", "h1", "h2", "h3", "h5", "ul", "ol", "table", "blockquote", "div", "pre"), paragraph),
    { minLength: 1, maxLength: 5 },
  );
  const escape = (words: string) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const inlineHtml = (parts: [string, string][]) =>
    parts
      .map(([tag, words]) =>
        tag === "br"
          ? `${escape(words)}<br>`
          : `<${tag}${tag === "a" ? " href='https://a.vn/(x)'" : ""}>${escape(words)}</${tag}>`,
      )
      .join("");
  const html = (all: [string, [string, string][]][]) =>
    all
      .map(([tag, parts]) => {
        const inside = inlineHtml(parts);
        if (tag === "ul" || tag === "ol")
          return `<${tag}><li>${inside}</li><li><p>${inside}</p><ul><li>x</li></ul></li></${tag}>`;
        if (tag === "table")
          return `<table><tr><td>${inside}</td><td>y</td></tr><tr><td colspan=2>${inside}</td></tr></table>`;
        return `<${tag}>${inside}</${tag}>`;
      })
      .join("");

  test("becomes a lesson that its parser and rules take, with the same words", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const source = html(all);
        const made = htmlToMdx(source);
        expect(problemsOf(made.body)).toEqual([]);
        const expected = htmlToMdx(source.replace(/<(\/?)(b|i|u|a|sup|st1:x)\b[^>]*>/g, "<$1span>"));
        // The same words with or without bold and links, and those are what the parser reads.
        expect(readWords(made.body)).toEqual(readWords(expected.body));
      }),
      { numRuns: 120 },
    );
  });

  test("loses no word of plain paragraphs", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (all) => {
        const source = all.map((words) => `<p>x${escape(words)}</p>`).join("");
        const { body: made } = htmlToMdx(source);
        expect(problemsOf(made)).toEqual([]);
        const shown = (words: string) =>
          `x${words}`
            .replace(/\r\n?/g, "\n")
            .replace(
              /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff\ufff0-\uffff]/g,
              "",
            );
        const seen = all.flatMap((words) => wordsIn(shown(words)));
        expect(readWords(made).join("")).toBe(seen.join(""));
      }),
      { numRuns: 120 },
    );
  });
});
