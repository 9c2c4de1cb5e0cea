export const errors = {
  fieldRequired: "Mục này còn để trống.",
  fieldInvalid: "Nội dung chưa hợp lệ.",
  fieldTooShort: "Cần ít nhất {limit} ký tự.",
  fieldTooLong: "Chỉ được tối đa {limit} ký tự.",
  fieldTooSmall: "Giá trị nhỏ nhất là {limit}.",
  fieldTooBig: "Giá trị lớn nhất là {limit}.",

  notFoundTitle: "Không tìm thấy trang",
  notFoundText:
    "Địa chỉ có thể đã thay đổi hoặc gõ chưa đúng. Cũng có thể nội dung này không thuộc phạm vi được xem của tài khoản.",
  forbiddenTitle: "Chưa được phân quyền",
  forbiddenText:
    "Tài khoản đang dùng không có quyền mở trang này. Khi cần quyền để làm nhiệm vụ, xin liên hệ quản trị viên của đơn vị.",
  conflictTitle: "Nội dung đã thay đổi",
  conflictText:
    "Nội dung vừa được thay đổi ở một cửa sổ khác hoặc bởi người khác. Mở lại trang để xem bản mới nhất rồi thực hiện lại.",
  badRequestTitle: "Yêu cầu chưa hợp lệ",
  badRequestText: "Biểu mẫu có thể đã cũ hoặc thiếu thông tin. Quay lại trang trước, tải lại trang rồi thực hiện lại.",
  faultTitle: "Hệ thống đang gặp sự cố",
  faultText: "Sự cố đã được ghi lại. Những gì đã lưu vẫn còn nguyên. Xin thử lại sau ít phút.",
  faultNumber: "Mã sự cố",
  faultNumberHint: "Đọc mã này cho đầu mối hỗ trợ để việc tra cứu được nhanh.",
  goHome: "Về trang đầu",
  goBack: "Tải lại trang này",
} as const;
