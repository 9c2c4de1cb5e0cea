import { formatDateTime } from "../time";

/** A certificate whose document a ZIP should hold and does not. */
export interface MissingDocument {
  number: string;
  serial: string;
  fullName: string;
  /** `not-made`: a file that it is drawn with, the sign of the agency, is lost or damaged. */
  why: "lost" | "damaged" | "not-made";
  /** Of the file that is missing, by which it is found in a backup; null: it was never made. */
  sha256: string | null;
}

export const MISSING_PAGE_NAME = "tep-bi-thieu.html";

const WHY: Record<MissingDocument["why"], string> = {
  lost: "không còn trong kho lưu trữ",
  damaged: "đã hỏng trong kho lưu trữ",
  "not-made": "chưa lập được: hình biểu trưng của cơ quan cấp bị mất hoặc đã hỏng trong kho lưu trữ",
};

const STYLE = `body{font:17px/1.65 "Be Vietnam Pro","Segoe UI",Arial,sans-serif;color:#12161c;background:#fff;max-width:72rem;margin:0 auto;padding:1.5rem}
h1{line-height:1.3}.wide{overflow-x:auto}table{border-collapse:collapse;font-size:15px}th,td{border:1px solid #b9c0ca;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f2f4f7}`;

/** What is missing in a ZIP of certificates, and what to do: for the officer, who reads it without the platform. */
export function missingPage(missing: readonly MissingDocument[], at: Date): string {
  const rows = missing.map(
    ({ number, serial, fullName, why, sha256 }) =>
      `<tr>${[number, serial, fullName, WHY[why], sha256 ?? "–"].map((each) => `<td>${text(each)}</td>`).join("")}</tr>`,
  );
  const heads = ["Số", "Mã tra cứu", "Họ và tên", "Tình trạng", "Mã băm của tệp (SHA-256)"];
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Tệp giấy chứng nhận bị thiếu</title><style>${STYLE}</style></head><body>
<h1>Tệp giấy chứng nhận bị thiếu</h1>
<p>Lập lúc ${text(formatDateTime(at))} (giờ Việt Nam). Tệp ZIP này thiếu tệp của ${missing.length} giấy dưới đây. Sổ cấp và nội dung đã ghi của các giấy không thay đổi vì việc này.</p>
<p><strong>Việc cần làm:</strong> gửi danh sách này cho quản trị viên để khôi phục tệp từ bản sao lưu theo mã băm, rồi yêu cầu lại tệp ZIP. Giấy nào không khôi phục được thì cấp lại.</p>
<div class="wide"><table><thead><tr>${heads.map((each) => `<th scope="col">${each}</th>`).join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>
</body></html>
`;
}

const text = (value: string) =>
  value.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]!);
