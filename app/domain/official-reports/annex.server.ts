import excel from "exceljs";
import { settleZipTimes } from "~/platform/zip-times.server";
import type { EvidencePerson, EvidenceStatus } from "../evaluation/evidence";
import type { Figures } from "./figures";
import type { ReportDocument } from "./report";

const STATUS: Record<EvidenceStatus, string> = {
  completed: "Hoàn thành",
  overdue: "Quá hạn, chưa hoàn thành",
  "in-progress": "Đang học",
  "not-started": "Chưa học",
};

const DETAIL: { header: string; width: number; day?: boolean }[] = [
  { header: "STT", width: 7 },
  { header: "Số hiệu", width: 13 },
  { header: "Họ và tên", width: 28 },
  { header: "Chức vụ, chức danh", width: 26 },
  { header: "Đơn vị công tác", width: 34 },
  { header: "Đơn vị cấp trên", width: 40 },
  { header: "Khóa học", width: 36 },
  { header: "Đợt", width: 9 },
  { header: "Căn cứ pháp lý", width: 30 },
  { header: "Ngày giao", width: 12, day: true },
  { header: "Hạn", width: 12, day: true },
  { header: "Trạng thái", width: 22 },
  { header: "Ngày hoàn thành", width: 14, day: true },
  { header: "Đúng hạn", width: 10 },
  { header: "Kết quả bài kiểm tra (%)", width: 12 },
  { header: "Số lần làm bài", width: 10 },
  { header: "Số giấy chứng nhận", width: 20 },
  { header: "Mã tra cứu", width: 16 },
  { header: "Tiêu chí gợi ý", width: 14 },
  { header: "Đang đề nghị xem lại", width: 12 },
  { header: "Nhận xét của người đánh giá", width: 30 },
];

/** Writes the annex while the lines are read, into a file: a sheet of sums, one of every line, one that says what they come from. */
export function beginAnnex(file: string, report: Pick<ReportDocument, "madeAt">) {
  const book = new excel.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false });
  book.created = report.madeAt;
  book.modified = report.madeAt;
  const sheet = book.addWorksheet("Chi tiết", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = DETAIL.map(({ width, day }) => ({ width, style: { numFmt: day ? "dd/mm/yyyy" : "@" } }));
  headRow(
    sheet,
    DETAIL.map(({ header }) => header),
  );
  let index = 0;

  function add(person: EvidencePerson): void {
    const own = [person.staffNumber, person.fullName];
    const unit = [person.unitName, person.unitsAbove];
    if (person.rows.length === 0) {
      const position = person.parts.at(-1)?.positionTitle ?? "";
      sheet.addRow([++index, ...own, position, ...unit, "(không có minh chứng trong kỳ)"]).commit();
    }
    for (const row of person.rows) {
      sheet
        .addRow([
          ++index,
          ...own,
          row.positionTitle,
          ...unit,
          row.courseTitle,
          row.cycle,
          row.legalBasis,
          day(row.assignedOn),
          day(row.dueOn),
          STATUS[row.status],
          day(row.completedOn),
          row.onTime === null ? null : row.onTime ? "Có" : "Không",
          row.bestScore,
          row.attempts,
          row.certificateNumber,
          row.certificateSerial,
          row.criteria.join(", "),
          row.contested || person.contested ? "Có" : null,
          null,
        ])
        .commit();
    }
  }

  async function finish(made: { figures: Figures; source: string[]; title: string }): Promise<void> {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: DETAIL.length } };
    sheet.commit();
    const sums = book.addWorksheet("Theo đơn vị", { views: [{ state: "frozen", ySplit: 1 }] });
    const headers = [
      "Đơn vị",
      "Lượt người",
      "Bắt buộc",
      "Hoàn thành",
      "Đúng hạn",
      "Trễ hạn",
      "Quá hạn, chưa xong",
      "Đang học, chưa đến hạn",
      "Giấy chứng nhận",
      "Đang đề nghị xem lại",
    ];
    sums.columns = headers.map((_, column) => ({ width: column === 0 ? 44 : 14 }));
    headRow(sums, headers);
    const lines = [...made.figures.units, { name: "Tổng cộng", counts: made.figures.all }];
    for (const { name, counts: c } of lines) {
      const cells = [
        c.people,
        c.required,
        c.completed,
        c.onTime,
        c.late,
        c.overdue,
        c.underWay,
        c.certificates,
        c.contested,
      ];
      sums.addRow([name, ...cells]).commit();
    }
    sums.commit();
    const notes = book.addWorksheet("Nguồn số liệu");
    notes.columns = [{ width: 120, style: { alignment: { wrapText: true } } }];
    for (const line of [made.title, ...made.source]) notes.addRow([line]).commit();
    notes.commit();
    await book.commit();
    await settleZipTimes(file, report.madeAt);
  }

  return { add, finish };
}

const day = (value: string | null) => value && new Date(`${value}T00:00:00Z`);

function headRow(sheet: excel.Worksheet, headers: string[]): void {
  const head = sheet.addRow(headers);
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.numFmt = "@";
    cell.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
  });
  head.commit();
}
