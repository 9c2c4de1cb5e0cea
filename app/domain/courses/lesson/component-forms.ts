/**
 * What the studio asks for each component, beside the rules in `components.ts`: a new component gets its rules there and its form and
 * example here; toolbar, palette and completion follow. Labels stand in both languages.
 */
import { type ComponentValues, emptyValues } from "./component-values";
import { COMPONENTS, isMediaKind } from "./components";

export type Pair = readonly [vi: string, en: string];

export interface FieldForm {
  label: Pair;
  hint?: Pair;
}

export interface ComponentForm {
  label: Pair;
  /** One line for the palette: when it is used. */
  purpose: Pair;
  fields: Record<string, FieldForm>;
  /** What stands inside: prose, or one step after another. */
  text?: FieldForm;
  /** How an id is begun, for components that need one: "th-3". */
  idPrefix?: string;
}

export const COMPONENT_FORMS: Record<string, ComponentForm> = {
  GhiNho: {
    label: ["Ghi nhớ", "Remember"],
    purpose: ["Điều người học cần mang theo sau bài.", "What learners should take away."],
    fields: {},
    text: { label: ["Nội dung", "Text"] },
  },
  LuuY: {
    label: ["Lưu ý", "Caution"],
    purpose: ["Điều dễ nhầm hoặc có hậu quả.", "What is easily got wrong, or has consequences."],
    fields: {},
    text: { label: ["Nội dung", "Text"] },
  },
  ViDu: {
    label: ["Ví dụ", "Example"],
    purpose: ["Một trường hợp cụ thể, một câu nói mẫu.", "A real case, words that can be used."],
    fields: {},
    text: { label: ["Nội dung", "Text"] },
  },
  CanCu: {
    label: ["Căn cứ pháp lý", "Legal citation"],
    purpose: ["Viện dẫn văn bản ngay sau điều được viện dẫn.", "Cites a document right after what it supports."],
    fields: {
      so: { label: ["Văn bản", "Document"] },
      dieu: { label: ["Điều", "Article"] },
      khoan: { label: ["Khoản", "Clause"] },
      diem: { label: ["Điểm", "Point"] },
      noidung: {
        label: ["Nội dung", "Content"],
        hint: ["Khi văn bản không chia điều, khoản.", "When the document has no articles."],
      },
    },
  },
  TinhHuong: {
    label: ["Tình huống", "Situation"],
    purpose: [
      "Một việc xảy ra, các cách xử lý và hệ quả của mỗi cách.",
      "A case, ways to act, and what follows from each.",
    ],
    idPrefix: "th",
    fields: { tieude: { label: ["Tên tình huống", "Name of the situation"] } },
    text: { label: ["Diễn biến", "What happens"] },
  },
  PhuongAn: {
    label: ["Cách xử lý", "Way to act"],
    purpose: ["", ""],
    fields: {
      nhan: { label: ["Cách xử lý", "Way to act"] },
      muc: { label: ["Mức độ", "Degree"] },
    },
    text: { label: ["Hệ quả", "What follows"] },
  },
  KiemTra: {
    label: ["Câu hỏi ôn tập", "In-lesson check"],
    purpose: ["Hỏi lại ngay tại chỗ; không tính điểm.", "Asks back on the spot; never scored."],
    idPrefix: "kt",
    fields: { cau: { label: ["Câu hỏi", "Question"] } },
  },
  LuaChon: {
    label: ["Lựa chọn", "Choice"],
    purpose: ["", ""],
    fields: {
      nhan: { label: ["Lựa chọn", "Choice"] },
      dung: { label: ["Đây là lựa chọn đúng", "This is the right one"] },
    },
    text: { label: ["Lời giải thích khi chọn", "What is said when it is chosen"] },
  },
  CacBuoc: {
    label: ["Các bước", "Steps"],
    purpose: ["Việc làm theo thứ tự.", "What is done in order."],
    fields: {},
    text: { label: ["Bước", "Step"] },
  },
  NenTranh: {
    label: ["Nên và tránh", "Do and avoid"],
    purpose: ["Hai cột: việc nên làm, việc cần tránh.", "Two columns: what to do, what to avoid."],
    fields: {},
  },
  Nen: { label: ["Nên", "Do"], purpose: ["", ""], fields: {}, text: { label: ["Nên", "Do"] } },
  Tranh: { label: ["Tránh", "Avoid"], purpose: ["", ""], fields: {}, text: { label: ["Tránh", "Avoid"] } },
  SoSanh: {
    label: ["So sánh", "Comparison"],
    purpose: ["Hai điều đặt cạnh nhau.", "Two things side by side."],
    fields: {},
  },
  Cot: {
    label: ["Cột", "Column"],
    purpose: ["", ""],
    fields: { tieude: { label: ["Tên cột", "Name of the column"] } },
    text: { label: ["Nội dung", "Text"] },
  },
  TheGhiNho: {
    label: ["Thẻ ghi nhớ", "Flash cards"],
    purpose: ["Người học tự trả lời rồi mở thẻ.", "Learners answer for themselves, then turn the card."],
    fields: {},
  },
  The: {
    label: ["Thẻ", "Card"],
    purpose: ["", ""],
    fields: { truoc: { label: ["Mặt trước: câu hỏi", "Front: the question"] } },
    text: { label: ["Mặt sau: câu trả lời", "Back: the answer"] },
  },
  ThuatNgu: {
    label: ["Thuật ngữ", "Glossary term"],
    purpose: ["Một từ và nghĩa của nó.", "A word and what it means."],
    fields: { tu: { label: ["Thuật ngữ", "Term"] } },
    text: { label: ["Giải thích", "Meaning"] },
  },
  Video: {
    label: ["Video có phụ đề", "Video with captions"],
    purpose: ["Phim ngắn; phải có phụ đề.", "A short film; captions are required."],
    fields: {
      tep: { label: ["Tệp video", "Video file"] },
      phude: { label: ["Tệp phụ đề", "File of captions"] },
      tieude: { label: ["Tên video", "Name of the video"] },
      hinh: { label: ["Hình chờ", "Picture before it plays"] },
    },
  },
  AmThanh: {
    label: ["Âm thanh", "Audio"],
    purpose: ["Đoạn ghi âm; phải có lời thoại bằng chữ.", "A recording; a transcript is required."],
    fields: {
      tep: { label: ["Tệp âm thanh", "Audio file"] },
      tieude: { label: ["Tên đoạn ghi âm", "Name of the recording"] },
    },
    text: { label: ["Lời thoại", "Transcript"] },
  },
  TaiVe: {
    label: ["Tệp tải về", "Download"],
    purpose: ["Biểu mẫu hoặc tài liệu PDF.", "A form or a document as PDF."],
    fields: {
      tep: { label: ["Tệp PDF", "PDF file"] },
      nhan: { label: ["Chữ hiển thị", "Words shown"] },
    },
  },
};

/** Something that can be put into a lesson: a component, begun in one way. */
export interface Insertion {
  key: string;
  label: Pair;
  purpose: Pair;
  /** What the form begins with. */
  start: ComponentValues;
  /** What the palette shows; null when it depends on files of the course. */
  example: ComponentValues | null;
}

const part = (name: string, props: Record<string, string> = {}, text = "") => emptyValues(name, { props, text });
const own = (
  name: string,
  example: Partial<ComponentValues> | null,
  start: Partial<ComponentValues> = {},
): Insertion => ({
  key: name,
  label: COMPONENT_FORMS[name]!.label,
  purpose: COMPONENT_FORMS[name]!.purpose,
  start: emptyValues(name, start),
  example: example && emptyValues(name, example),
});

export const INSERTIONS: Insertion[] = [
  own("GhiNho", { text: "Công dân không phải chứng minh rằng mình lịch sự thì mới được phục vụ lịch sự." }),
  own("LuuY", { text: "Không hứa thời hạn mà mình không có thẩm quyền quyết định." }),
  own("ViDu", { text: "“Hồ sơ của bác còn thiếu bản sao giấy khai sinh. Bác bổ sung trong tuần này là kịp.”" }),
  own("CanCu", { props: {} }),
  own(
    "TinhHuong",
    {
      props: { id: "th-mau", tieude: "Hết giờ tiếp dân" },
      text: "Còn năm phút hết giờ, một người dân từ xã xa đến nộp hồ sơ.",
      parts: [
        part("PhuongAn", { muc: "tot", nhan: "Nhận và kiểm tra ngay" }, "Người dân không phải đi lại lần nữa."),
        part("PhuongAn", { muc: "rui-ro", nhan: "Hẹn sáng mai" }, "Đúng giờ, nhưng người dân phải quay lại."),
      ],
    },
    { parts: [part("PhuongAn", { muc: "tot" }), part("PhuongAn", { muc: "rui-ro" })] },
  ),
  {
    key: "dilemma",
    label: ["Tình huống khó xử", "Dilemma"],
    purpose: ["Bốn cách xử lý, từ phù hợp nhất đến vi phạm.", "Four ways to act, from best to a violation."],
    start: emptyValues("TinhHuong", {
      parts: ["tot", "chap-nhan", "rui-ro", "vi-pham"].map((muc) => part("PhuongAn", { muc })),
    }),
    example: emptyValues("TinhHuong", {
      props: { id: "th-kho", tieude: "Món quà sau khi xong việc" },
      text: "Hồ sơ đã trả, người dân gửi lại một giỏ trái cây rồi đi ngay.",
      parts: [
        part("PhuongAn", { muc: "tot", nhan: "Gọi lại để trả, báo người phụ trách" }, "Rõ ràng với cả hai phía."),
        part("PhuongAn", { muc: "chap-nhan", nhan: "Báo người phụ trách rồi chờ ý kiến" }, "Minh bạch, nhưng chậm."),
        part("PhuongAn", { muc: "rui-ro", nhan: "Chia cho cả phòng" }, "Chia ra không làm món quà khác đi."),
        part("PhuongAn", { muc: "vi-pham", nhan: "Mang về nhà" }, "Nhận quà liên quan đến công việc."),
      ],
    }),
  },
  own(
    "KiemTra",
    {
      props: { id: "kt-mau", cau: "Ai phải giải thích khi hồ sơ trả muộn?" },
      parts: [
        part("LuaChon", { nhan: "Người nhận hồ sơ" }, "Chưa đúng: trách nhiệm thuộc cơ quan giải quyết."),
        part("LuaChon", { nhan: "Cơ quan giải quyết hồ sơ", dung: "" }, "Đúng."),
      ],
    },
    { parts: [part("LuaChon", { dung: "" }), part("LuaChon"), part("LuaChon")] },
  ),
  own(
    "CacBuoc",
    { items: ["Chào và hỏi việc.", "Kiểm tra hồ sơ.", "Nói rõ kết quả và ngày hẹn."] },
    { items: ["", ""] },
  ),
  own(
    "NenTranh",
    {
      parts: [
        part("Nen", {}, "Nhìn vào người nói, ghi lại ý chính."),
        part("Tranh", {}, "Vừa nghe vừa xem điện thoại."),
      ],
    },
    { parts: [part("Nen"), part("Tranh")] },
  ),
  own(
    "SoSanh",
    {
      parts: [
        part("Cot", { tieude: "Góp ý" }, "Nói về việc, nói riêng, nói cách làm khác."),
        part("Cot", { tieude: "Chê trách" }, "Nói về người, nói trước đông người."),
      ],
    },
    { parts: [part("Cot"), part("Cot")] },
  ),
  own(
    "TheGhiNho",
    {
      parts: [
        part("The", { truoc: "4 xin là gì?" }, "Xin chào, xin lỗi, xin cảm ơn, xin phép."),
        part("The", { truoc: "4 luôn là gì?" }, "Luôn mỉm cười, nhẹ nhàng, lắng nghe, giúp đỡ."),
      ],
    },
    { parts: [part("The"), part("The")] },
  ),
  own("ThuatNgu", {
    props: { tu: "Đạo đức công vụ" },
    text: "Chuẩn mực về nhận thức và hành vi khi thi hành công vụ.",
  }),
  own("Video", null),
  own("AmThanh", null),
  own("TaiVe", null),
];

/** How a value of a component is asked for. */
export type Control = "line" | "document" | "level" | "flag" | "file" | "hidden";

export function controlOf(component: string, prop: string): Control {
  const { kind } = COMPONENTS[component]!.props[prop]!;
  if (kind === "identifier") return "hidden";
  if (isMediaKind(kind)) return "file";
  if (kind === "text") return component === "CanCu" && prop === "so" ? "document" : "line";
  return kind;
}

/** The next id of a kind that a text does not use yet: "th-3". */
export function freshId(prefix: string, text: string): string {
  const taken = new Set([...text.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id));
  let number = 1;
  while (taken.has(`${prefix}-${number}`)) number++;
  return `${prefix}-${number}`;
}

/** What is still missing before the component may be put in: names of fields, by part ("1.nhan"). */
export function missingIn(values: ComponentValues, at = ""): string[] {
  const rule = COMPONENTS[values.name]!;
  const form = COMPONENT_FORMS[values.name]!;
  const missing = Object.entries(rule.props)
    .filter(([prop, { required, kind }]) => required && kind !== "identifier" && !values.props[prop]?.trim())
    .map(([prop]) => at + prop);
  if (form.text && rule.content === "prose" && values.text.trim() === "") missing.push(`${at}text`);
  if (rule.content === "oneList") {
    if (values.items.every((item) => item.trim() === "")) missing.push(`${at}item.0`);
  }
  return [...missing, ...values.parts.flatMap((each, index) => missingIn(each, `${at}${index}.`))];
}
