export const certificate = {
  title: "Giấy chứng nhận hoàn thành",
  lead: "Số {number}, cấp ngày {date}.",
  download: "Tải giấy chứng nhận (PDF)",

  statusValid: "Còn hiệu lực",
  statusRevoked: "Đã thu hồi",
  statusExpired: "Hết hiệu lực",
  statusReissued: "Đã được cấp lại",
  revokedTitle: "Giấy chứng nhận này đã bị thu hồi từ ngày {date}",
  revokedText: "Không tải được bản PDF. Lý do thu hồi do cơ quan cấp giải thích.",
  expiredTitle: "Giấy chứng nhận này hết hiệu lực từ ngày {date}",
  expiredText: "Việc hoàn thành khóa học vẫn được ghi trong hồ sơ học tập.",
  reissuedTitle: "Giấy chứng nhận này đã được cấp lại từ ngày {date}",
  reissuedText: "Bản được cấp lại thay cho bản này. Không tải được bản PDF của bản cũ.",

  about: "Thông tin về giấy chứng nhận",
  course: "Khóa học",
  serial: "Mã tra cứu",
  state: "Tình trạng",
  verifyAt: "Trang tra cứu công khai",
  verifyHint: "Người nhận giấy kiểm tra được bằng mã QR hoặc mã tra cứu, không cần tài khoản.",
  signature: "Chữ ký số",
  unsigned: "Chưa ký số. Bản này là bản ghi nội bộ có mã tra cứu, không phải văn bản điện tử đã ký số.",
  signed: "Đã ký số",
  print: "Khi in",
  printHint:
    "Lệnh in của trình duyệt in giấy chứng nhận trên một trang A4 ngang. Bản PDF in đúng hơn và dùng được để lưu trữ.",
  counts: "Giấy này dùng để làm gì",
  countsText:
    "Là minh chứng về việc học tập, bồi dưỡng. Việc xem xét khi theo dõi, đánh giá thuộc thẩm quyền của người đứng đầu cơ quan, đơn vị.",
  qr: "Mã QR mở trang tra cứu giấy chứng nhận",
} as const;
