import { afterAll, describe, expect, test } from "vitest";
import { stop } from "esbuild";
import { compileLesson } from "~/domain/courses/lesson/compile-lesson.server";
import { checkBody, REGISTER } from "./lesson-under-test";

afterAll(() => stop());

async function compile(body: string) {
  const { lesson, problems } = checkBody(body);
  expect(problems).toEqual([]);
  return compileLesson({
    lesson: lesson!,
    register: REGISTER,
    imageAddress: (path) => `/anh/${path}`,
    fileSize: () => 84_000,
  });
}

async function html(body: string): Promise<string> {
  return (await compile(body)).segments
    .map((segment) => (segment.kind === "html" ? segment.html : "[check]"))
    .join("\n");
}

const SITUATION = `<TinhHuong id="th-1" tieude="Hỏi nhầm cửa">

Ông Sáu hỏi.

<PhuongAn muc="tot" nhan="Chỉ đường">

Đúng.

</PhuongAn>

<PhuongAn muc="vi-pham" nhan="Im lặng">

Sai.

</PhuongAn>

</TinhHuong>`;

const CHECK = `<KiemTra id="kt-1" cau="Hỏi “gì” & sao?">

<LuaChon nhan="Một <b>">

Chưa **đúng**.

</LuaChon>

<LuaChon nhan="Hai" dung>

Đúng, theo <CanCu so="1847/QĐ-TTg" />.

</LuaChon>

</KiemTra>`;

describe("a compiled lesson", () => {
  test("names a citation in words, with the title of the document", async () => {
    expect(
      await html(
        'Theo <CanCu so="1847/QĐ-TTg" noidung="Trang phục" />, và <CanCu so="80/2025/QH15" diem="a" khoan="2" dieu="14" />.',
      ),
    ).toContain(
      '<cite class="can-cu" title="Tên của 1847/QĐ-TTg">(Quyết định số 1847/QĐ-TTg, nội dung “Trang phục”)</cite>, và ' +
        '<cite class="can-cu" title="Tên của 80/2025/QH15">(Điểm a khoản 2 Điều 14 Luật số 80/2025/QH15)</cite>',
    );
  });

  test("has situations that open without script, one at a time, with the level in words inside", async () => {
    const text = await html(SITUATION);
    expect(text).toContain('<section class="tinh-huong" id="th-1" aria-labelledby="th-1-ten">');
    expect(text).toContain('<p class="nhan">Tình huống</p><h3 id="th-1-ten">Hỏi nhầm cửa</h3>');
    expect(text).toContain(
      '<details class="phuong-an" data-muc="vi-pham" name="th-1"><summary>Im lặng</summary><div class="hau-qua"><p class="muc">Vi phạm</p>',
    );
  });

  test("cuts out its checks, between the text before and after", async () => {
    const { segments } = await compile(`Trước.\n\n${CHECK}\n\nSau.`);
    expect(segments.map(({ kind }) => kind)).toEqual(["html", "check", "html"]);
    const check = segments[1]!.kind === "check" ? segments[1]!.check : null;
    expect(check).toEqual({
      id: "kt-1",
      question: "Hỏi “gì” &amp; sao?",
      options: [
        { id: "a", label: "Một <b>", correct: false, feedback: "<p>Chưa <strong>đúng</strong>.</p>" },
        {
          id: "b",
          label: "Hai",
          correct: true,
          feedback:
            '<p>Đúng, theo <cite class="can-cu" title="Tên của 1847/QĐ-TTg">(Quyết định số 1847/QĐ-TTg)</cite>.</p>',
        },
      ],
    });
    expect(segments[0]).toMatchObject({ html: expect.stringContaining("Trước.") as string });
    expect(segments[2]).toMatchObject({ html: expect.stringContaining("Sau.") as string });
  });

  test("cannot forge the mark of a check: text is escaped", async () => {
    const { segments } = await compile(`Viết \\<lesson-check data-id="kt-1">\\</lesson-check>.\n\n${CHECK}`);
    expect(segments.map(({ kind }) => kind)).toEqual(["html", "check"]);
  });

  test("has tables in a region that scrolls by keyboard, with column headers and alignment by class", async () => {
    const text = await html("| Nhóm | Số |\n|---|--:|\n| a \\| b | `c \\| d` |");
    expect(text).toContain(
      '<div class="bang-cuon" role="region" aria-label="Bảng: Nhóm, Số" tabindex="0"><table id="b-',
    );
    expect(text).toContain('<th scope="col">Nhóm</th><th scope="col" class="can-phai">Số</th>');
    expect(text).toContain('<td>a | b</td><td class="can-phai"><code>c | d</code></td>');
    expect(text).not.toContain("style=");
  });

  test("has headings with ids of their own words, also when they repeat, and an outline of the second level", async () => {
    const lesson = await compile("## Bốn nội dung\n\n### Đạo đức, lối sống\n\na\n\n## Bốn nội dung\n\nb");
    expect(lesson.headings).toEqual([
      { id: "muc-bon-noi-dung", text: "Bốn nội dung" },
      { id: "muc-bon-noi-dung-2", text: "Bốn nội dung" },
    ]);
    const text = lesson.segments.map((segment) => (segment.kind === "html" ? segment.html : "")).join("");
    expect(text).toContain('<h3 id="muc-dao-duc-loi-song">');
  });

  test("a block keeps its id while others around it change", async () => {
    const idOf = (text: string, words: string) =>
      new RegExp(`<p id="(b-[0-9a-f]{8}(?:-\\d+)?)">${words}`).exec(text)?.[1];
    const before = await html("Một.\n\nHai.\n\n- ba\n");
    const after = await html("## Mới\n\nKhông.\n\nMột.\n\nHai.\n\nHai.\n");
    expect(idOf(before, "Hai")).toMatch(/^b-/);
    expect(idOf(after, "Một")).toBe(idOf(before, "Một"));
    expect(idOf(after, "Hai")).toBe(idOf(before, "Hai"));
    const ids = [...after.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("links outside say so, images have their published address", async () => {
    const text = await html("[a](https://a.vn) [b](bai-khac) [c](mailto:a@b.vn) ![Sơ đồ](media/so-do.png)");
    expect(text).toContain(
      '<a href="https://a.vn" rel="external noopener noreferrer">a</a> <a href="bai-khac">b</a> <a href="mailto:a@b.vn">c</a>',
    );
    expect(text).toContain('<img src="/anh/media/so-do.png" alt="Sơ đồ" loading="lazy"/>');
  });

  test("shows notes with their kind in words", async () => {
    const note = (name: string) => `<${name}>\n\nChữ.\n\n</${name}>\n\n`;
    const text = await html(
      `${note("GhiNho")}${note("LuuY")}${note("ViDu")}<NenTranh>\n\n${note("Nen")}${note("Tranh")}</NenTranh>\n\n<CacBuoc>\n\n1. a\n\n</CacBuoc>\n\n<ThuatNgu tu="Văn hóa">Là thế.</ThuatNgu>`,
    );
    for (const [className, label] of [
      ["ghi-nho", "Ghi nhớ"],
      ["luu-y", "Lưu ý"],
      ["vi-du", "Ví dụ"],
    ] as const) {
      expect(text).toMatch(
        new RegExp(
          `<div class="${className}" id="b-[0-9a-f-]+" role="note" aria-label="${label}"><p class="nhan">${label}</p><p>Chữ.</p></div>`,
        ),
      );
    }
    expect(text).toContain('<div class="nen"><p class="nhan">Nên</p><p>Chữ.</p></div>');
    expect(text).toContain('<div class="tranh"><p class="nhan">Tránh</p><p>Chữ.</p></div>');
    expect(text).toMatch(/<div class="cac-buoc" id="b-[0-9a-f]+"><ol>/);
    expect(text).toMatch(
      /<div class="thuat-ngu" id="b-[0-9a-f]+" role="note"><p class="nhan"><dfn>Văn hóa<\/dfn><\/p>Là thế\.<\/div>/,
    );
  });

  test("counts the words that are read, not the names of cited documents", async () => {
    const lesson = await compile(`${"chữ ".repeat(201).trim()} <CanCu so="1847/QĐ-TTg" />.`);
    expect(lesson).toMatchObject({ words: 201, minutes: 2 });
    expect(lesson.legalBasis).toEqual([
      { document: "1847/QĐ-TTg", name: "Quyết định số 1847/QĐ-TTg", title: "Tên của 1847/QĐ-TTg" },
    ]);
  });

  test("the same text compiles to the same lesson", async () => {
    const body = `## A\n\n${SITUATION}\n\n${CHECK}`;
    expect(await compile(body)).toEqual(await compile(body));
  });
});
