import excel from "exceljs";

/** A workbook of one sheet with these rows. */
export async function workbook(
  rows: excel.CellValue[][],
  change?: (sheet: excel.Worksheet) => void,
): Promise<Uint8Array> {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet("Bảng của tôi");
  for (const row of rows) sheet.addRow(row);
  change?.(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
