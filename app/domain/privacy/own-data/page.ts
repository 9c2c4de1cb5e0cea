import { formatDateTime, formatDay } from "../../time";
import { INNER, WORDS } from "./words";
import { OWN_DATA_PART_NAMES, OWN_DATA_PARTS, type OwnData, type OwnDataPartName } from "./parts";

const STYLE = `body{font:17px/1.65 "Be Vietnam Pro","Segoe UI",Arial,sans-serif;color:#12161c;background:#fff;max-width:72rem;margin:0 auto;padding:1.5rem}
h1,h2{line-height:1.3}h2{margin-top:2.5rem;border-top:1px solid #b9c0ca;padding-top:1rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:15px}th,td{border:1px solid #b9c0ca;padding:.35rem .6rem;text-align:left;vertical-align:top}
th{background:#f2f4f7}td ul{margin:0;padding-left:1.1rem}td{overflow-wrap:anywhere;max-width:32rem}.note{color:#4a5360}
@media print{nav{display:none}h2{break-after:avoid}}`;

const INCOMPLETE = `<p><strong>Tệp này không đầy đủ:</strong> có tệp giấy chứng nhận bị thiếu. <a href="#missingFiles">Xem tệp nào bị thiếu và việc cần làm</a></p>
`;

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
${data.missingFiles.length === 0 ? "" : INCOMPLETE}<nav><ul>${OWN_DATA_PART_NAMES.map((name) => `<li><a href="#${name}">${text(OWN_DATA_PARTS[name].title)}</a> (${data[name].length})</li>`).join("")}</ul></nav>
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
  if (isEmpty(value as object)) return "–";
  return Array.isArray(value) ? list(value) : inner(value as Record<string, unknown>);
}

const isEmpty = (value: object) => Object.keys(value).length === 0;
const list = (values: readonly unknown[]) => `<ul>${values.map((value) => `<li>${cell(value)}</li>`).join("")}</ul>`;

/** "đã chọn: Có; nội dung: …", without what is empty. */
function inner(value: Record<string, unknown>): string {
  return Object.entries(value)
    .filter(([name, each]) => name !== "form" && each !== null && each !== "")
    .map(([name, each]) => `<span class="note">${text(INNER[name] ?? name)}:</span> ${cell(each)}`)
    .join("; ");
}

function inWords(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatDateTime(new Date(value));
  return WORDS[value] ?? value;
}

const text = (value: string) =>
  value.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]!);
