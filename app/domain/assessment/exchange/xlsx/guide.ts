/** The second sheet of the template: how each column is filled in. */
import { YES_WORDS, GRADE_WORDS, TYPE_WORDS } from "./columns";

export const GUIDE_LINES: readonly (readonly [string, string])[] = [
  ["Mỗi dòng", "một câu hỏi. Giữ nguyên dòng tiêu đề; cột không dùng thì để trống."],
  ["Mã câu hỏi", "chữ thường không dấu, chữ số và gạch nối, ví dụ gtux-001. Để trống thì hệ thống đặt mã."],
  [
    "Loại câu hỏi",
    `chọn trong danh sách: ${Object.values(TYPE_WORDS).join(", ")}. Để trống thì suy từ cột Đáp án (chỉ với bốn loại đầu).`,
  ],
  ["Một đáp án", "Đáp án ghi chữ cái của phương án đúng: B."],
  ["Nhiều đáp án", "Đáp án ghi các chữ cái: A, C."],
  [
    "Đúng/Sai",
    "Đáp án ghi Đúng hoặc Sai; Phương án để trống. Nhận xét A cho người chọn Đúng, Nhận xét B cho người chọn Sai.",
  ],
  ["Ghép đôi", "mỗi Phương án là một cặp “vế trái -> vế phải”; vế phải thừa viết “-> vế thừa”. Đáp án để trống."],
  ["Thứ tự", "ghi các bước vào Phương án A, B, C, … theo đúng thứ tự; hệ thống tự trộn. Đáp án để trống."],
  [
    "Điền chỗ trống",
    "cột Đoạn có chỗ trống ghi đoạn văn, mỗi chỗ trống viết [[1]], [[2]], … Phương án A là các lựa chọn của chỗ trống 1, Phương án B của chỗ trống 2, …",
  ],
  [
    "",
    "Các lựa chọn cách nhau bằng dấu / có khoảng trắng hai bên, lựa chọn đúng có dấu * ở cuối: “tôn trọng* / né tránh / làm ngơ”. Nhận xét viết cùng thứ tự, ví dụ “Đúng. / Chưa phù hợp. / -”; dấu - là không nhận xét. Đáp án để trống.",
  ],
  [
    "Trả lời ngắn",
    "mỗi Phương án là một cách trả lời được chấp nhận; dấu * thay cho chữ bất kỳ (“*một cửa*”). Cách chỉ được một phần điểm thì ghi ở Đáp án: B 50%. Không phân biệt hoa thường và dấu, trừ khi cột Phân biệt nói khác.",
  ],
  [
    "Số",
    "mỗi Phương án là một số (15; 2,5) hoặc một khoảng (2..5); phần lẻ viết sau dấu phẩy. Phương án chỉ được một phần điểm thì ghi ở Đáp án: B 50%. Cột Đơn vị ghi ngày, đồng, …",
  ],
  [
    "Tự luận",
    "chỉ cần Câu hỏi; có thể ghi Số từ tối thiểu. Không tính điểm; thang chấm của cán bộ chấm soạn trong tệp YAML.",
  ],
  [
    "Tình huống",
    `mỗi Phương án là một cách xử lý, Nhận xét là hệ quả của cách đó. Đáp án ghi mức của từng phương án: A ${GRADE_WORDS.best}, B ${GRADE_WORDS.acceptable}, C ${GRADE_WORDS.risky}, D ${GRADE_WORDS.violation}. Có mức “${GRADE_WORDS.violation}” thì phải ghi Bài học hoặc Bài phải học lại.`,
  ],
  [
    "Nhận xét",
    "nói với người chọn phương án đó. Nhận xét khi sai: với Trả lời ngắn và Số, nói với người trả lời khác mọi phương án.",
  ],
  ["Giải thích", "vì sao đáp án là đúng; hiện sau khi nộp bài."],
  ["Gợi ý", "mỗi gợi ý một dòng trong ô (Alt+Enter), nhiều nhất bốn."],
  ["Điểm", "số điểm của câu, từ 0,25 đến 20. Để trống là 1."],
  ["Câu điểm liệt", `${YES_WORDS.yes} hoặc ${YES_WORDS.no}: sai câu này thì không đạt, dù tổng điểm đủ.`],
  ["Văn bản căn cứ", "số văn bản đã có trong danh mục, ví dụ 1847/QĐ-TTg; Điều và Khoản ghi ở cột riêng."],
  [
    "Văn bản hết hiệu lực",
    `${YES_WORDS.yes}: cố ý trích một văn bản đã hết hiệu lực, ví dụ để hỏi về điều đã thay đổi. Để trống là ${YES_WORDS.no}.`,
  ],
  [
    "Bài phải học lại",
    "với Tình huống: mã bài, hoặc mã bài#mã mục, dành cho người chọn cách vi phạm. Để trống là Bài học của câu.",
  ],
  [
    "Mã tình huống",
    "câu hỏi về một văn bản tình huống chung: ghi mã, tên và nội dung ở câu đầu tiên; các câu sau của tình huống đó chỉ ghi mã.",
  ],
  ["Trạng thái", "Nháp, Sẵn sàng hoặc Ngừng dùng. Câu thiếu căn cứ, giải thích hay nhận xét được nhận làm Nháp."],
  ["Cách chấm", "cho Nhiều đáp án và Thứ tự: Từng phần (mặc định) hoặc Trọn vẹn."],
  ["Phương án giữ chỗ", "chữ cái của phương án không đổi chỗ khi trộn, ví dụ D."],
  ["Công thức", "không dùng công thức trong ô; chép và dán lại dạng giá trị."],
];
