/**
 * What the studio asks for each component, beside the rules in `components.ts`: a new component gets its rules there, its form here
 * and its example in `insertions.ts`; toolbar, palette and completion follow. Labels stand in both languages.
 */
import type { ComponentValues } from "./component-values";
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
      hethieuluc: {
        label: ["Viện dẫn dù văn bản đã hết hiệu lực", "Cited although it is no longer in force"],
        hint: ["Chỉ đánh dấu khi bài học cố ý nhắc đến quy định cũ.", "Only where the lesson means the old rule."],
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
