import { formatDateTime } from "../../time";
import type { ChainOfEvidence, SampleHead } from "./sample";

const escape = (text: unknown) =>
  (typeof text === "string" ? text : text === null || text === undefined ? "" : JSON.stringify(text)).replace(
    /[&<>"']/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
const when = (at: string | null) => (at === null ? "–" : formatDateTime(new Date(at)));

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>body{font:16px/1.6 "Times New Roman",serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{border:1px solid #555;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#eee}code{overflow-wrap:anywhere}h2{margin-top:2rem}dt{font-weight:bold}dd{margin:0 0 .4rem}</style>
</head><body>
<h1>${escape(title)}</h1>
${body}
</body></html>
`;
}

function table(headers: string[], rows: unknown[][]): string {
  if (rows.length === 0) return "<p>Không có.</p>";
  const cells = (tag: string, row: unknown[]) => row.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("");
  return `<table><thead><tr>${cells("th", headers)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n")}</tbody></table>`;
}

/** The first page of a pack: how it was drawn, and who is in it. */
export function indexPage(head: SampleHead): string {
  const { snapshot, seal } = head;
  const facts: [string, string][] = [
    ["Kỳ", head.period.title],
    ["Đơn vị", `${head.unit.name} (${head.unit.code})`],
    ["Lý do kiểm tra", head.reason],
    ["Người rút mẫu", `${head.drawnBy}, ${when(head.drawnAt)}`],
    ["Danh sách gốc", `${head.population} người`],
    ["Số người trong mẫu", String(head.officials.length)],
    ["Mã rút thăm", head.seed],
    ["Cách rút", head.rule],
    ...(snapshot
      ? ([
          ["Bản số liệu đã chốt", snapshot.id],
          ["Mã băm", snapshot.root],
          ["Chữ ký (Ed25519)", `${snapshot.signature} – khóa ${snapshot.publicKey}`],
        ] as [string, string][])
      : ([["Số liệu", "Kỳ chưa chốt: danh sách gốc còn thay đổi, rút lại có thể ra người khác."]] as [
          string,
          string,
        ][])),
    ...(seal ? ([["Niêm phong hồ sơ", `số ${seal.number}: ${seal.root}`]] as [string, string][]) : []),
  ];
  const list = facts.map(([term, detail]) => `<dt>${escape(term)}</dt><dd>${escape(detail)}</dd>`).join("\n");
  const rows = head.officials
    .map(
      ({ place, folder, fullName, staffNumber, unit }) =>
        `<tr><td>${place}</td><td><a href="${escape(folder)}/ho-so.html">${escape(fullName)}</a></td><td>${escape(staffNumber)}</td><td>${escape(unit)}</td></tr>`,
    )
    .join("\n");
  return page(
    `Mẫu kiểm tra: ${head.period.title} – ${head.unit.name}`,
    `<dl>${list}</dl>
<h2>Những người trong mẫu</h2>
<table><thead><tr><th>STT</th><th>Họ và tên</th><th>Số hiệu</th><th>Đơn vị</th></tr></thead><tbody>${rows}</tbody></table>
${missingIn(head)}<p>Việc rút mẫu đã được ghi vào nhật ký và từng người trong mẫu xem được việc này. Tài liệu có dữ liệu cá nhân: chỉ dùng cho việc kiểm tra.</p>`,
  );
}

function missingIn({ missingFiles }: SampleHead): string {
  if (missingFiles.length === 0) return "";
  return `<h2>Tệp giấy chứng nhận bị thiếu</h2>
<p>Kho lưu trữ của hệ thống không còn giữ được nguyên vẹn những tệp dưới đây, nên chúng không có trong mẫu. Đề nghị cơ quan đã cấp khôi phục tệp từ bản sao lưu theo mã băm; các dữ liệu khác của hồ sơ vẫn đầy đủ.</p>
${table(
  ["Thư mục", "Số", "Mã tra cứu", "Tình trạng", "Mã băm của tệp (SHA-256)"],
  missingFiles.map(({ folder, number, serial, why, sha256 }) => [
    folder,
    number,
    serial,
    why === "lost" ? "không còn trong kho lưu trữ" : "đã hỏng",
    sha256,
  ]),
)}
`;
}

/** One person: the whole chain, in the order in which it came about. */
export function personPage(chain: ChainOfEvidence): string {
  const { official } = chain;
  const get = (row: object, field: string) => (row as Record<string, unknown>)[field];
  const attempts = chain.attempts
    .map(
      (
        attempt,
      ) => `<h3>Lượt ${attempt.number} – ${escape(attempt.courseSlug)}: ${attempt.percent ?? "–"}%${attempt.passed ? ", đạt" : attempt.passed === false ? ", chưa đạt" : ""}</h3>
<p>Bắt đầu ${when(attempt.startedAt)}, nộp ${when(attempt.submittedAt)}.</p>
${table(
  ["Câu", "Nội dung", "Trả lời", "Điểm", "Lưu lúc"],
  attempt.answers.map((answer) => [
    answer.questionId,
    stem(answer.question),
    answer.response,
    String(answer.points ?? "–"),
    when(answer.savedAt),
  ]),
)}
${
  attempt.events.length + attempt.markings.length > 0
    ? table(
        ["Việc", "Nội dung"],
        [...attempt.events, ...attempt.markings].map((one) => [get(one, "kind") ?? "marking", one]),
      )
    : ""
}`,
    )
    .join("\n");
  return page(
    `${official.fullName} (${official.staffNumber})`,
    `<p>${escape(official.unit)} · <a href="../../index.html">Về danh sách mẫu</a> · <a href="ho-so.json">Dữ liệu đầy đủ (JSON)</a></p>
<h2>Quá trình công tác</h2>${table(
      ["Đơn vị", "Chức vụ, chức danh", "Từ", "Đến"],
      chain.employments.map((one) => [get(one, "unit"), get(one, "positionTitle"), get(one, "from"), get(one, "to")]),
    )}
<h2>Giao học</h2>${table(
      ["Khóa học", "Đợt", "Bắt buộc", "Hạn", "Bắt đầu", "Hoàn thành"],
      chain.turns.map((one) => [
        get(one, "course"),
        get(one, "cycle"),
        get(one, "required") ? "Có" : "Không",
        get(one, "due_on"),
        get(one, "started_at"),
        get(one, "completed_at"),
      ]),
    )}
<h2>Bài đã học</h2>${table(
      ["Bài", "Mở lần đầu", "Học xong"],
      chain.lessons.map((one) => [get(one, "lesson_id"), get(one, "opened_at"), get(one, "finished_at")]),
    )}
<h2>Bài làm</h2>${attempts || "<p>Không có.</p>"}
<h2>Hoàn thành</h2>${table(
      ["Khóa học", "Đợt", "Lần ghi", "Ngày hoàn thành", "Kết quả (%)", "Đúng hạn", "Lý do đính chính"],
      chain.completions.map((one) => [
        one.course_title,
        one.cycle,
        String(one.revision),
        when(one.completed_at),
        String(one.score_percent ?? "–"),
        one.on_time === null ? "–" : one.on_time ? "Có" : "Không",
        one.reason,
      ]),
    )}
<h2>Giấy chứng nhận</h2>${table(
      ["Số", "Mã tra cứu", "Cấp lúc", "Lịch sử", "Tệp"],
      chain.certificates.map((one) => [
        one.number,
        one.serial,
        when(one.issuedAt),
        one.events.map(({ kind, at, reason }) => `${kind} ${when(at)}${reason ? ` (${reason})` : ""}`).join("; "),
        one.documents.map(({ sha256 }) => `giay-chung-nhan/${sha256}.pdf`).join("; "),
      ]),
    )}
<h2>Căn cứ pháp lý của bài học</h2>${table(
      ["Khóa học", "Phiên bản", "Bài", "Căn cứ"],
      chain.citations.map((one) => [one.courseSlug, String(one.version), one.lesson, one.citations]),
    )}
<h2>Nhật ký</h2>${table(
      ["Lúc", "Việc", "Người", "Về", "Trước", "Sau"],
      chain.audit.map((one) => [when(one.at), one.action, one.actor, one.label, one.before, one.after]),
    )}`,
  );
}

function stem(question: unknown): string {
  const found = question as { stem?: unknown; text?: unknown; prompt?: unknown } | null;
  const text = found?.stem ?? found?.text ?? found?.prompt;
  return typeof text === "string" ? text : "";
}
