export const verify = {
  title: "Tra cứu giấy chứng nhận",
  lead: "Kiểm tra một giấy chứng nhận hoàn thành có đúng là do cơ quan cấp và còn hiệu lực hay không.",
  label: "Mã tra cứu",
  hint: "In ở góc dưới bên trái của giấy, ví dụ CM26-7Q4D-X9KM-2PTB. Không phân biệt chữ hoa, chữ thường; dấu gạch có thể bỏ.",
  submit: "Tra cứu",
  again: "Tra cứu mã khác",
  qrTitle: "Dùng mã QR",
  qrText:
    "Máy ảnh của điện thoại quét mã QR trên giấy sẽ mở thẳng trang kết quả. Kết quả chỉ đáng tin khi địa chỉ trang trùng với địa chỉ in trên giấy.",
  shownTitle: "Trang kết quả cho biết gì",
  shownText:
    "Tình trạng của giấy và đúng những nội dung đã in trên giấy. Không hiện số định danh cá nhân và thông tin nào khác.",

  code: "Mã tra cứu {serial}",
  validTitle: "Giấy chứng nhận còn hiệu lực",
  validText: "Giấy chứng nhận mang mã này đã được cấp ngày {date} và đang có hiệu lực.",
  revokedTitle: "Giấy chứng nhận đã bị thu hồi",
  revokedText:
    "Giấy chứng nhận mang mã này từng được cấp nhưng đã bị thu hồi từ ngày {date}. Giấy không còn giá trị sử dụng.",
  expiredTitle: "Giấy chứng nhận đã hết hiệu lực",
  expiredText: "Giấy chứng nhận mang mã này đúng là đã được cấp, nhưng hết hiệu lực từ ngày {date}.",
  replacedTitle: "Giấy chứng nhận đã được cấp lại",
  replacedText:
    "Giấy chứng nhận mang mã này đã được thay bằng một giấy khác từ ngày {date}. Đề nghị người giữ giấy xuất trình bản được cấp lại.",
  unknownTitle: "Không tìm thấy giấy chứng nhận",
  unknownText:
    "Mã đúng dạng nhưng chưa có giấy chứng nhận nào được cấp với mã này. Nên so lại từng ký tự với giấy. Nếu mã trên giấy đúng như vậy thì giấy không do hệ thống này cấp.",
  malformedTitle: "Mã tra cứu không đúng dạng",
  malformedText: "“{typed}” không phải là một mã tra cứu. Điều này chưa nói lên giấy thật hay giả.",
  emptyText: "Chưa nhập mã tra cứu.",

  problem_empty: "Nhập mã tra cứu in trên giấy.",
  problem_length: "Mã gồm CM, hai chữ số của năm và mười hai ký tự. Mã đã nhập thừa hoặc thiếu ký tự.",
  problem_letters:
    "Mã có ký tự không dùng trong mã tra cứu. Chỉ dùng chữ số và chữ cái không dấu, không có I, L, O, U.",
  problem_check: "Mã có ít nhất một ký tự sai hoặc hai ký tự đổi chỗ. So lại từng ký tự với giấy.",

  paperTitle: "Nội dung phải có trên giấy",
  paperTitleInvalid: "Nội dung của giấy đã cấp",
  paperLead: "Từng dòng dưới đây phải trùng với giấy.",
  paperLeadInvalid: "Giấy đã được cấp với nội dung sau.",
  issuer: "Cơ quan cấp",
  number: "Số",
  register: "Số vào sổ",
  fullName: "Họ và tên",
  post: "Chức vụ, đơn vị",
  course: "Khóa học",
  issued: "Nơi và ngày cấp",
  signer: "Người ký",
  serial: "Mã tra cứu",

  compareTitle: "Cách đối chiếu",
  compareAddress: "Xem địa chỉ trang này: phải là địa chỉ in trên giấy, không phải trang có tên gần giống.",
  compareName: "So họ và tên, chức vụ, đơn vị trên giấy với nội dung bên cạnh, kể cả dấu.",
  compareNumber: "So số, số vào sổ, tên khóa học, kết quả và ngày cấp.",
  compareDiffers: "Có dòng không trùng: giấy đã bị sửa, hoặc mã được chép từ một giấy khác. Nên hỏi cơ quan cấp.",
  unsigned: "Giấy này chưa được ký số; việc tra cứu tại đây là cách kiểm tra giấy.",

  reason: "Loại lý do: {reason}.",
  replacedBy: "Giấy được cấp lại mang số {number}.",
  validUntil: "Còn hiệu lực đến hết ngày {date}.",
  tooMany: "Đã tra cứu quá nhiều lần",
  tooManyText: "Từ địa chỉ mạng này đã có quá nhiều lượt tra cứu trong một phút. Thử lại sau {seconds} giây.",
} as const;
