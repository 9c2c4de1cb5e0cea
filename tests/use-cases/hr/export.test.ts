import excel from "exceljs";
import { beforeAll, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { staffSheetResponse } from "~/http/staff-sheet.server";
import { wordsFor } from "~/http/words.server";
import { db } from "~/platform/db.server";
import { csvText } from "~/platform/spreadsheet/csv.server";
import { exportStaff } from "~/use-cases/hr/export-staff";
import { viewOverview } from "~/use-cases/hr/view-overview";
import { useDatabase } from "../../support/database";
import { ACTOR, letSomeLearn, NOW, provinceWithCourse } from "./province";

useDatabase();
const t = wordsFor({ request: new Request("http://localhost/") });

beforeAll(async () => {
  forgetVersions();
  await provinceWithCourse(1_300);
  await letSomeLearn({ everyBegins: 5, everyCompletes: 3, at: new Date("2026-11-12T02:00:00Z") });
  const [one] = await db.official.findMany({ take: 1, orderBy: { staffNumber: "asc" } });
  await db.official.update({
    where: { id: one!.id },
    data: { positionTitle: '=HYPERLINK("http://x","Chuyên viên, \n bậc 3")' },
  });
}, 120_000);

async function exported(
  format: "csv" | "xlsx",
  more: Partial<Parameters<typeof exportStaff>[0]> = {},
): Promise<Response> {
  const sheet = await exportStaff({
    actor: ACTOR,
    scope: ["AG"],
    unitCode: null,
    course: null,
    status: null,
    text: "",
    format,
    now: NOW,
    ...more,
  });
  return staffSheetResponse({ sheet, format, by: "Người thử", t });
}

/** RFC 4180, written anew so that the writer is not read by itself. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  for (let at = 0, quoted = false; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)]!;
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "," || sign === "\n") {
      rows.at(-1)!.push(cell);
      cell = "";
      if (sign === "\n") rows.push([]);
    } else if (sign !== "\r") cell += sign;
  }
  return rows.slice(0, -1);
}

async function readCsv(response: Response): Promise<string[][]> {
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  expect(text.replaceAll("\r\n", "").includes("\r")).toBe(false);
  return parseCsv(text);
}

test("CSV has every person once, accents intact, unit after unit", async () => {
  const response = await exported("csv");
  expect(response.headers.get("content-disposition")).toBe(
    'attachment; filename="danh-sach-hoc-tap_AG_2026-11-23.csv"',
  );
  const [head, ...rows] = await readCsv(response);
  expect(head!.slice(0, 7)).toEqual([
    "STT",
    "Số hiệu",
    "Họ và tên",
    "Chức vụ, chức danh",
    "Đơn vị",
    "Đơn vị cấp trên",
    "Đối tượng",
  ]);
  const officials = await db.official.findMany({ include: { unit: true, account: true } });
  expect(rows.length).toBe(1_300);
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => head!.length));
  expect(rows.map((row) => row[0])).toEqual(rows.map((_, index) => String(index + 1)));
  const byNumber = new Map(rows.map((row) => [row[1]!, row]));
  expect(byNumber.size).toBe(1_300);
  for (const official of officials) {
    const row = byNumber.get(official.staffNumber)!;
    expect([row[2], row[4]]).toEqual([official.fullName, official.unit.name]);
    expect(row.at(-1) === "chưa từng").toBe(official.account!.lastSignInAt === null);
  }
  const units = rows.map((row) => `${row[5]} › ${row[4]}`);
  expect(new Set(units).size).toBe(units.filter((unit, index) => unit !== units[index - 1]).length);
});

test("a cell that begins like a formula is text in both files", async () => {
  const [, row] = (await readCsv(await exported("csv", { text: "AG000001" }))) as [string[], string[]];
  expect(row[3]).toBe('\'=HYPERLINK("http://x","Chuyên viên, \n bậc 3")');
  for (const text of ["=1+1", "+1", "-1", "@x", "\tx"])
    expect(csvText(text).replace(/^"/, "").startsWith("'")).toBe(true);
  const book = new excel.Workbook();
  await book.xlsx.load(await (await exported("xlsx", { text: "AG000001" })).arrayBuffer());
  const cell = book.getWorksheet("Danh sách")!.getCell("D2");
  expect(cell.type).toBe(excel.ValueType.String);
  expect(cell.value).toContain("=HYPERLINK");
});

test("the workbook says the same as the CSV, with dates as dates and numbers as numbers", async () => {
  const [head, ...rows] = await readCsv(await exported("csv"));
  const book = new excel.Workbook();
  await book.xlsx.load(await (await exported("xlsx")).arrayBuffer());
  const sheet = book.getWorksheet("Danh sách")!;
  expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect(sheet.rowCount).toBe(rows.length + 1);
  const pad = (value: number) => String(value).padStart(2, "0");
  const written = (value: excel.CellValue, instant: boolean): string => {
    if (value === null || value === undefined) return "";
    if (!(value instanceof Date)) return String(value as string | number);
    const day = `${pad(value.getUTCDate())}/${pad(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`;
    return instant ? `${day} ${pad(value.getUTCHours())}:${pad(value.getUTCMinutes())}` : day;
  };
  for (const [index, row] of [head!, ...rows].entries()) {
    const cells = head!.map((_, column) =>
      written(sheet.getRow(index + 1).getCell(column + 1).value, column === head!.length - 1),
    );
    // Minutes are rounded where seconds are cut.
    expect(cells.slice(0, -1)).toEqual(row.slice(0, -1).map((cell) => cell.replace(/^'=/, "=")));
  }
  const done = rows.findIndex((row) => row[11] === "Đã hoàn thành");
  const line = sheet.getRow(done + 2);
  expect(line.getCell(14).value).toBeInstanceOf(Date);
  expect(line.getCell(14).numFmt).toBe("dd/mm/yyyy");
  expect(line.getCell(13).value).toBe(100);
  expect(String(line.getCell(19).value)).toMatch(/^https?:\/\/.+\/verify\//);
  const notes = JSON.stringify(book.getWorksheet("Ghi chú")!.getSheetValues());
  for (const fact of ["23/11/2026 10:05", "Người thử", "1.300", "(AG)"]) expect(notes).toContain(fact);
});

test("the filter of the page is the filter of the file, and it is on record", async () => {
  const { totals } = await viewOverview({ scope: ["AG"], course: null, now: NOW });
  const [, ...late] = await readCsv(await exported("csv", { status: "overdue", unitCode: "P-RACH-GIA" }));
  expect(late.length).toBe(totals.overdue);
  expect(new Set(late.map((row) => row[11]))).toEqual(new Set(["Quá hạn"]));
  const event = await db.auditEvent.findFirst({ where: { action: "staff.exported" }, orderBy: { id: "desc" } });
  expect(event).toMatchObject({
    unitPath: "AG/P-RACH-GIA",
    after: { format: "csv", status: "overdue", rows: late.length },
  });
});

test("numbers of the file and of the overview are the same", async () => {
  const { totals } = await viewOverview({ scope: ["AG"], course: null, now: NOW });
  const [, ...rows] = await readCsv(await exported("csv"));
  const count = (status: string) => rows.filter((row) => row[11] === status).length;
  expect({ people: rows.length, completed: count("Đã hoàn thành"), overdue: count("Quá hạn") }).toEqual({
    people: totals.people,
    completed: totals.completed,
    overdue: totals.overdue,
  });
});
