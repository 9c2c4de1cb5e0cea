export const publicPages = {
  // Khả năng tiếp cận
  accessibilityTitle: "Khả năng tiếp cận",
  accessibilityLead:
    "Trang này được xây dựng để mọi cán bộ, công chức, viên chức và người lao động đều dùng được, kể cả người khiếm thị, người dùng bàn phím và người dùng máy cấu hình thấp.",
  accessibilityGoalTitle: "Mức cần đạt",
  accessibilityGoal: "Mức cần đạt là WCAG 2.2 mức AA. Đến nay chưa có tổ chức độc lập nào đánh giá trang này.",
  accessibilityMeansTitle: "Các công cụ hỗ trợ sẵn có",
  accessibilityMeansDisplay:
    "Mục “Hiển thị” ở đầu mỗi trang cho chọn cỡ chữ, màu nền (sáng, tối, tương phản cao) và ngôn ngữ; lựa chọn được giữ trên thiết bị trong một năm.",
  accessibilityMeansKeyboard:
    "Mọi chức năng dùng được bằng bàn phím. Phím Tab đi lần lượt qua các mục; liên kết “Đến nội dung chính” hiện ra ở lần nhấn đầu tiên.",
  accessibilityMeansScript: "Phần học và làm bài dùng được khi trình duyệt tắt JavaScript.",
  accessibilityMeansColour: "Trạng thái luôn có chữ và biểu tượng đi kèm, không chỉ phân biệt bằng màu.",
  accessibilityMeansZoom: "Nội dung đọc được khi phóng to đến 400% và khi xem trên điện thoại.",
  accessibilityMeansPrint: "Mỗi trang in được trên khổ A4; khi in, địa chỉ của các liên kết hiện ra bên cạnh.",
  accessibilityLimitsTitle: "Hạn chế đã biết",
  accessibilityLimitPdf:
    "Giấy chứng nhận dạng PDF chưa có đầy đủ thẻ đánh dấu cho trình đọc màn hình; trang xem giấy chứng nhận trên web có cùng nội dung và đọc được bằng trình đọc màn hình.",
  accessibilityReportTitle: "Góp ý, báo trở ngại",
  accessibilityReport:
    "Khi gặp trở ngại, xin báo cho đầu mối hỗ trợ ghi ở cuối trang, nêu rõ địa chỉ trang, thiết bị, trình duyệt và việc đang làm.",

  preferencesSaved: "Đã lưu lựa chọn hiển thị.",
} as const;
