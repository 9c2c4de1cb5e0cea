/** What toolbar and palette put into a lesson, each with what its form begins with and an example. */
import { COMPONENT_FORMS, type Pair } from "./component-forms";
import { type ComponentValues, emptyValues } from "./component-values";

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
