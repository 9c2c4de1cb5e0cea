import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { composeReport, dayInWords, share, whole } from "~/domain/official-reports/compose-report";
import { countFigures } from "~/domain/official-reports/figures";
import { renderReportPdf } from "~/domain/official-reports/pdf/report-pdf.server";
import { renderReportDocx } from "~/domain/official-reports/report-docx.server";
import { unzip } from "~/platform/unzip.server";
import { person, row, source, words } from "./sample-report";

function figuresOf(units: number) {
  const counting = countFigures("AG");
  for (let unit = 0; unit < units; unit++) {
    const code = `U${String(unit).padStart(3, "0")}`;
    counting.add(person(code));
    counting.add(
      person(code, { rows: [row({ status: "overdue", onTime: null, criteria: [], certificateSerial: null })] }),
    );
  }
  return counting.figures();
}
const report = (units = 3) => composeReport({ source, figures: figuresOf(units), words });
const hasPdfTools = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

describe("figures", () => {
  test("are summed by the unit one step below, with what lies under it, and by criterion", () => {
    const counting = countFigures("AG");
    counting.add(person("SNV"));
    counting.add(
      person("SNV", {
        unitPath: "AG/SNV/P1",
        unitName: "Phòng 1",
        unitsAbove: "UBND tỉnh An Giang › Sở Nội vụ",
        rows: [
          row({ onTime: false, criteria: ["I.1"] }),
          row({ key: "b", status: "in-progress", onTime: null, criteria: [] }),
        ],
      }),
    );
    counting.add(
      person("", { unitPath: "AG", unitName: "UBND tỉnh An Giang", unitsAbove: "", rows: [], contested: true }),
    );
    const figures = counting.figures();
    expect(figures.all).toMatchObject({ people: 3, completed: 2, onTime: 1, late: 1, underWay: 1, contested: 1 });
    expect(figures.units.map(({ name, counts }) => [name, counts.people, counts.completed])).toEqual([
      ["UBND tỉnh An Giang", 1, 0],
      ["Đơn vị SNV", 2, 2],
    ]);
    expect(figures.criteria).toEqual([
      { code: "I.1", rows: 2, people: 2 },
      { code: "I.2", rows: 1, people: 1 },
    ]);
    expect(figures.courses).toMatchObject([{ title: "Văn hóa công vụ", counts: { people: 3, completed: 2 } }]);
  });

  test("are written as official documents write them", () => {
    expect([whole(0), whole(999), whole(75_000), whole(1_234_567)]).toEqual(["0", "999", "75.000", "1.234.567"]);
    expect([share(7, 8), share(0, 0)]).toEqual(["87,5%", "–"]);
    expect([dayInWords("2026-12-05"), dayInWords("2027-02-10"), dayInWords("2026-03-02")]).toEqual([
      "ngày 05 tháng 12 năm 2026",
      "ngày 10 tháng 02 năm 2027",
      "ngày 02 tháng 3 năm 2026",
    ]);
  });
});

describe("the document", () => {
  test("names the figures that it was made from, and rates nobody", () => {
    const { source: lines, blocks } = report();
    expect(lines.join(" ")).toContain(source.snapshot!.root);
    expect(lines.join(" ")).toContain(source.snapshot!.id);
    expect(JSON.stringify(blocks)).not.toMatch(/xuất sắc|hoàn thành tốt|điểm số/i);
  });

  test("of an open period says that it is a draft", () => {
    const open = composeReport({ source: { ...source, snapshot: null }, figures: figuresOf(1), words });
    expect(open.draft).toContain("DỰ THẢO");
    expect(report().draft).toBeNull();
  });

  test("as DOCX is set in Times New Roman with the margins of the decree and no page number on the first page", async () => {
    const opened = unzip(await renderReportDocx(report()), { entries: 100, totalMb: 50 });
    if (!opened.ok) throw new Error(opened.fault.reason);
    const part = (name: string) => Buffer.from(opened.files.get(name)!).toString("utf8");
    const document = part("word/document.xml");
    expect(document).toContain('w:ascii="Times New Roman"');
    expect(document).toMatch(/<w:pgMar[^>]*w:top="1247"[^>]*w:right="1021"[^>]*w:bottom="1247"[^>]*w:left="1701"/);
    expect(document).toContain("<w:titlePg/>");
    for (const text of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "ỦY BAN NHÂN DÂN TỈNH AN GIANG",
      "BÁO CÁO",
      "Nơi nhận:",
      "GIÁM ĐỐC",
    ])
      expect(document).toContain(text);
    expect(part("docProps/core.xml")).toContain("2026-12-01T02:30:00Z");
  });

  test.skipIf(!hasPdfTools)(
    "as PDF is tagged, embeds its fonts, reads as text and numbers pages from the second on",
    { timeout: 60_000 },
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), "report-"));
      try {
        const file = path.join(folder, "bao-cao.pdf");
        writeFileSync(file, await renderReportPdf(report(60)));
        const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: "utf8" });
        expect(run("pdfinfo", file)).toMatch(/Tagged:\s+yes[\s\S]*Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
        const fonts = run("pdffonts", file).trim().split("\n").slice(2);
        expect(fonts.every((line) => line.includes("Tinos") && / yes +yes +yes /.test(line))).toBe(true);
        const pages = run("pdftotext", "-layout", file, "-").split("\f");
        expect(pages.length).toBeGreaterThan(3);
        expect(pages[0]).not.toMatch(/^\s+1\s*$/m);
        expect(pages[1]).toMatch(/^\s+2\s*$/m);
        const all = pages.join("\n").replace(/\s+/g, " ");
        for (const text of ["BÁO CÁO", "Độc lập - Tự do - Hạnh phúc", "Đơn vị U059", "Tổng cộng", source.snapshot!.id])
          expect(all).toContain(text);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
