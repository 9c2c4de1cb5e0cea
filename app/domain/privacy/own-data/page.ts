import { formatDateTime, formatDay } from "../../time";
import { OWN_DATA_PART_NAMES, OWN_DATA_PARTS, type OwnData, type OwnDataPartName } from "./parts";

const STYLE = `body{font:17px/1.65 "Be Vietnam Pro","Segoe UI",Arial,sans-serif;color:#12161c;background:#fff;max-width:72rem;margin:0 auto;padding:1.5rem}
h1,h2{line-height:1.3}h2{margin-top:2.5rem;border-top:1px solid #b9c0ca;padding-top:1rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:15px}th,td{border:1px solid #b9c0ca;padding:.35rem .6rem;text-align:left;vertical-align:top}
th{background:#f2f4f7}code{font-size:13px;white-space:pre-wrap;overflow-wrap:anywhere}.note{color:#4a5360}
@media print{nav{display:none}h2{break-after:avoid}}`;

/** index.html: everything in one page that any browser shows without a network, and without a script. */
export function ownDataPage(input: { data: OwnData; person: string; agency: string; at: Date }): string {
  const { data, person, agency, at } = input;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(`Dữ liệu của ${person}`)}</title><style>${STYLE}</style></head><body>
<h1>${text(`Dữ liệu của ${person}`)}</h1>
<p>${text(`${agency} · xuất lúc ${formatDateTime(at)} (giờ Việt Nam)`)}</p>
<p class="note">Tệp này chứa dữ liệu cá nhân, cần được cất giữ cẩn thận. Cùng dữ liệu ở dạng máy đọc được nằm trong tệp data.json.</p>
<nav><ul>${OWN_DATA_PART_NAMES.map((name) => `<li><a href="#${name}">${text(OWN_DATA_PARTS[name].title)}</a> (${data[name].length})</li>`).join("")}</ul></nav>
${OWN_DATA_PART_NAMES.map((name) => section(name, data)).join("\n")}
</body></html>
`;
}

function section(name: OwnDataPartName, data: OwnData): string {
  const { title, says, columns } = OWN_DATA_PARTS[name];
  const fields = Object.keys(columns);
  const rows = data[name];
  const table =
    rows.length === 0
      ? "<p>Không có dữ liệu.</p>"
      : `<div class="wide"><table><thead><tr>${fields.map((field) => `<th scope="col">${text(columns[field]!)}</th>`).join("")}</tr></thead><tbody>
${rows.map((row) => `<tr>${fields.map((field) => `<td>${cell(row[field])}</td>`).join("")}</tr>`).join("\n")}
</tbody></table></div>`;
  return `<section id="${name}"><h2>${text(title)}</h2><p class="note">${text(says)}</p>${table}</section>`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (value instanceof Date) return text(formatDateTime(value));
  if (typeof value === "boolean") return value ? "Có" : "Không";
  if (typeof value === "number") return text(String(value).replace(".", ","));
  if (typeof value === "string") return text(inWords(value));
  if (isEmpty(value)) return "–";
  return `<code>${text(JSON.stringify(value))}</code>`;
}

const isEmpty = (value: object) => Object.keys(value).length === 0;

/** Codes that a reader meets often; whatever else there is stands as it is stored. */
const WORDS: Record<string, string> = {
  cadre: "cán bộ",
  civil_servant: "công chức",
  public_employee: "viên chức",
  contract_worker: "người lao động",
  training_officer: "cán bộ phụ trách đào tạo",
  hr: "nhân sự",
  head: "người đứng đầu",
  administrator: "quản trị hệ thống",
  open: "đang mở",
  submitted: "đã nộp",
  voided: "đã hủy",
  right: "đúng",
  partly: "đúng một phần",
  wrong: "chưa đúng",
  unanswered: "chưa trả lời",
  awaiting: "chờ chấm",
  "not-scored": "không tính điểm",
  void: "đã hủy",
  accepted: "đã chấp nhận",
  rejected: "không chấp nhận",
  issued: "cấp",
  revoked: "thu hồi",
  expired: "hết hạn",
  reissued: "cấp lại",
  self: "chính chủ tài khoản",
  system: "hệ thống",
  officer: "cán bộ",
  unknown: "chưa rõ",
};

function inWords(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatDateTime(new Date(value));
  return WORDS[value] ?? value;
}

const text = (value: string) =>
  value.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]!);
