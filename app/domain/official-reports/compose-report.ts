import type { StaffCategory } from "../organization/staff-category";
import { formatDateTime, formatDay } from "../time";
import type { Counts, Figures } from "./figures";
import type { ReportBlock, ReportDocument, ReportSource, ReportWords } from "./report";

const CATEGORY: Record<StaffCategory, string> = {
  cadre: "Cán bộ",
  civil_servant: "Công chức",
  public_employee: "Viên chức",
  contract_worker: "Người lao động",
};

/** "12.345" as official documents write numbers. */
export const whole = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
/** "87,5%"; "–" of nothing. */
export const share = (part: number, of: number) =>
  of === 0 ? "–" : `${((100 * part) / of).toFixed(1).replace(".", ",")}%`;

/** The report on a period in the words and the order of Decree 30/2020. It holds evidence of learning and no rating of anybody. */
export function composeReport(input: { source: ReportSource; figures: Figures; words: ReportWords }): ReportDocument {
  const { source, figures, words } = input;
  const { agency, period, snapshot } = source;
  return {
    agency: agency.name,
    parent: agency.parentName,
    number: `Số:          /BC-${words.symbol}`,
    placeAndDay: `${words.place}, ${dayInWords(words.signedOn)}`,
    title: "BÁO CÁO",
    subject: `Kết quả bồi dưỡng văn hóa công vụ và quy tắc ứng xử, ${lowerFirst(period.title)}${source.wholeAgency ? "" : ` của ${source.unitName}`}`,
    draft: snapshot ? null : "DỰ THẢO – SỐ LIỆU CHƯA CHỐT",
    blocks: blocksOf(source, figures),
    signer: { title: words.signerTitle.toLocaleUpperCase("vi"), name: words.signerName },
    recipients: words.recipients
      .split("\n")
      .map((line) =>
        line
          .trim()
          .replace(/^[-–]\s*/, "")
          .replace(/[;.]$/, ""),
      )
      .filter((line) => line !== ""),
    source: sourceLines(source),
    madeAt: snapshot?.madeAt ?? source.asOf,
  };
}

function blocksOf(
  { period, asOf, snapshot, criteria, templates, wholeAgency, unitName }: ReportSource,
  figures: Figures,
): ReportBlock[] {
  const { all } = figures;
  const bases = templates.filter(({ legalBasis }) => legalBasis !== "");
  return [
    paragraph(
      `Thực hiện Đề án Văn hóa công vụ ban hành kèm theo Quyết định số 1847/QĐ-TTg ngày 27/12/2018 của Thủ tướng Chính phủ, ${wholeAgency ? "cơ quan" : unitName} báo cáo kết quả bồi dưỡng văn hóa công vụ và quy tắc ứng xử trong ${lowerFirst(period.title)} (từ ngày ${formatDay(period.fromOn)} đến ngày ${formatDay(period.toOn)}) như sau:`,
    ),
    heading("I. PHẠM VI VÀ NGUỒN SỐ LIỆU"),
    paragraph(
      snapshot
        ? `Số liệu tính đến hết ngày ${formatDay(period.cutOffOn)}, đã chốt; những thay đổi sau khi chốt không nằm trong báo cáo này.`
        : `Số liệu tính đến ${formatDateTime(asOf)}, kỳ chưa chốt nên số liệu còn thay đổi. Bản này chỉ để tham khảo.`,
    ),
    paragraph(
      "Số liệu là minh chứng về việc học tập, không phải điểm đánh giá, xếp loại. Người công tác ở hai đơn vị trong kỳ được tính ở mỗi đơn vị phần thời gian tại đơn vị đó.",
    ),
    ...bases.map(({ title, legalBasis }) => paragraph(`Tiêu chí gợi ý theo ${title} – ${legalBasis}.`)),
    heading("II. KẾT QUẢ CHUNG"),
    paragraph(
      `Tổng số cán bộ, công chức, viên chức và người lao động trong phạm vi báo cáo: ${whole(all.people)} lượt người. Số lượt học bắt buộc: ${whole(all.required)}. Đã hoàn thành ${whole(all.completed)} lượt, trong đó đúng hạn ${whole(all.onTime)} lượt (${share(all.onTime, all.onTime + all.late)} số lượt hoàn thành có thời hạn), quá hạn mới hoàn thành ${whole(all.late)} lượt. Chưa hoàn thành và đã quá hạn: ${whole(all.overdue)} lượt; đang học hoặc chưa đến hạn: ${whole(all.underWay)} lượt. Số giấy chứng nhận hoàn thành đã cấp: ${whole(all.certificates)}.`,
    ),
    paragraph(
      all.contested === 0
        ? "Không có cá nhân nào đang đề nghị xem lại minh chứng."
        : `Có ${whole(all.contested)} lượt người đang đề nghị xem lại minh chứng, chưa được trả lời tại thời điểm lấy số liệu.`,
    ),
    table(
      "Kết quả theo đối tượng",
      "Đối tượng",
      figures.categories.map(({ category, counts }) => [CATEGORY[category], counts]),
    ),
    heading("III. KẾT QUẢ THEO KHÓA HỌC"),
    figures.courses.length === 0
      ? paragraph("Trong kỳ không có khóa học nào được giao hoặc hoàn thành.")
      : table(
          "Kết quả theo khóa học",
          "Khóa học",
          figures.courses.map(({ title, cycle, counts }) => [`${title} (đợt ${cycle})`, counts]),
        ),
    heading("IV. KẾT QUẢ THEO ĐƠN VỊ"),
    table(
      "Kết quả theo đơn vị",
      "Đơn vị",
      figures.units.map(({ name, counts }) => [name, counts]),
      all,
    ),
    heading("V. MINH CHỨNG THEO TIÊU CHÍ"),
    ...criteriaBlocks(figures, criteria),
    paragraph("Chi tiết từng cá nhân tại Phụ lục kèm theo (tệp bảng tính)."),
  ];
}

function criteriaBlocks(figures: Figures, criteria: ReportSource["criteria"]): ReportBlock[] {
  if (figures.criteria.length === 0)
    return [paragraph("Không có minh chứng nào được gợi ý cho tiêu chí trong phạm vi báo cáo.")];
  return [
    paragraph("Số minh chứng được gợi ý cho từng tiêu chí; người có thẩm quyền đánh giá quyết định việc sử dụng."),
    {
      kind: "table",
      caption: "Minh chứng theo tiêu chí",
      columns: [
        { header: "Tiêu chí", width: 12, numeric: false },
        { header: "Nội dung", width: 52, numeric: false },
        { header: "Số minh chứng", width: 18, numeric: true },
        { header: "Số lượt người", width: 18, numeric: true },
      ],
      rows: figures.criteria.map(({ code, rows, people }) => [
        code,
        criteria.find((one) => one.code === code)?.name ?? "",
        whole(rows),
        whole(people),
      ]),
      total: false,
    },
  ];
}

function table(caption: string, first: string, lines: [name: string, counts: Counts][], total?: Counts): ReportBlock {
  const numeric = (header: string) => ({ header, width: 11, numeric: true });
  const cells = (name: string, counts: Counts) => [
    name,
    whole(counts.people),
    whole(counts.completed),
    whole(counts.onTime),
    whole(counts.late),
    whole(counts.overdue),
    share(counts.onTime, counts.onTime + counts.late),
  ];
  return {
    kind: "table",
    caption,
    columns: [
      { header: first, width: 34, numeric: false },
      ...["Lượt người", "Hoàn thành", "Đúng hạn", "Trễ hạn", "Quá hạn, chưa xong", "Tỷ lệ đúng hạn"].map(numeric),
    ],
    rows: [...lines.map(([name, counts]) => cells(name, counts)), ...(total ? [cells("Tổng cộng", total)] : [])],
    total: total !== undefined,
  };
}

function sourceLines({ snapshot, asOf }: ReportSource): string[] {
  if (!snapshot) return [`Số liệu lấy lúc ${formatDateTime(asOf)} từ kỳ chưa chốt; không có giá trị báo cáo.`];
  return [
    `Bản số liệu đã chốt: ${snapshot.id}, lập lúc ${formatDateTime(snapshot.madeAt)}.`,
    `Mã băm (SHA-256): ${snapshot.root}.`,
    `Chữ ký của hệ thống (Ed25519, khóa ${snapshot.publicKey}): ${snapshot.signature}.`,
    ...(snapshot.seal ? [`Niêm phong hồ sơ số ${snapshot.seal.number}: ${snapshot.seal.root}.`] : []),
  ];
}

/** "ngày 05 tháng 12 năm 2026": days below ten and the first two months bear a nought. Without a day there is room to write one. */
export function dayInWords(day: string | null): string {
  if (day === null) return "ngày      tháng      năm";
  const [year = "", month = "", date = ""] = day.split("-");
  return `ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

const heading = (text: string): ReportBlock => ({ kind: "heading", text });
const paragraph = (text: string): ReportBlock => ({ kind: "paragraph", text });
const lowerFirst = (text: string) => text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
