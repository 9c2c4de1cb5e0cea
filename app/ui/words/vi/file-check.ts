export const fileCheck = {
  title: "Kiểm tra một tệp",
  lead: "Chọn tệp PDF giấy chứng nhận hoặc tệp JSON của giấy. Tệp được đọc và kiểm tra ngay trong trình duyệt, không gửi đi đâu.",
  noScript: "Phần này cần JavaScript. Không có JavaScript thì tra cứu bằng mã ở trên.",
  choose: "Tệp PDF hoặc JSON",
  hint: "Kéo tệp thả vào khung này, hoặc bấm để chọn.",
  drop: "Thả tệp vào đây",
  checking: "Đang kiểm tra {name}…",
  file: "Tệp {name}",

  asIssuedTitle: "Tệp này đúng y như khi được cấp",
  asIssuedText: "Từng byte của tệp trùng với bản hệ thống đã ký xác nhận cho giấy số {number}, mã tra cứu {serial}.",
  asIssuedSigned:
    "Tệp mang chữ ký số của cơ quan. Trang này không kiểm tra chữ ký đó; hãy mở tệp bằng phần mềm đọc PDF có kiểm tra chữ ký số.",
  asIssuedUnsigned: "Tệp không mang chữ ký số của cơ quan.",
  addedTitle: "Bản đã cấp còn nguyên, phía sau có phần thêm vào",
  addedText:
    "Phần đầu của tệp trùng từng byte với giấy số {number}, mã tra cứu {serial}. Sau khi cấp, tệp được thêm {size}: thường là chữ ký số của cơ quan, nhưng cũng có thể là thứ khác che lên trang. Nên kiểm tra chữ ký bằng phần mềm đọc PDF và so với trang tra cứu.",
  changedTitle: "Tệp này đã bị thay đổi",
  changedText:
    "Nội dung tệp không còn là nội dung hệ thống đã ký xác nhận. Không nên tin tệp này; hãy tra cứu bằng mã in trên giấy.",
  changedSerialText:
    "Tệp không còn là bản đã cấp cho mã tra cứu {serial}. Không nên tin tệp này; hãy xem trang tra cứu của mã đó.",
  noStatementTitle: "Tệp không có xác nhận của hệ thống này",
  noStatementText:
    "Trong tệp không có phần xác nhận để kiểm tra tại chỗ. Tệp có thể được cấp trước khi có phần này, được phần mềm khác ghi lại, hoặc không do hệ thống này cấp. Hãy tra cứu bằng mã in trên giấy.",

  verifiedTitle: "Tệp JSON này do hệ thống ký và chưa bị thay đổi",
  verifiedText: "Chữ ký trên tệp khớp với khóa công khai của hệ thống.",
  failedTitle: "Không xác nhận được tệp JSON này",
  "failed_no-json": "Tệp không phải JSON đọc được.",
  "failed_no-credential": "Tệp JSON không phải giấy chứng nhận dạng Open Badges của hệ thống.",
  "failed_no-proof": "Tệp không có chữ ký dạng eddsa-jcs-2022.",
  "failed_unknown-key": "Tệp được ký bằng khóa không phải của hệ thống này. Không nên tin tệp.",
  failed_altered: "Nội dung tệp không khớp với chữ ký: tệp đã bị sửa. Không nên tin tệp.",
  otherTitle: "Không kiểm tra được loại tệp này",
  otherText: "Chỉ kiểm tra được tệp PDF giấy chứng nhận và tệp JSON do hệ thống cấp, mỗi lần một tệp, tối đa 10 MB.",
  cannotTitle: "Trình duyệt này không kiểm tra được",
  cannotText:
    "Trình duyệt không có chữ ký Ed25519 (cần Chrome hoặc Edge từ bản 137, Firefox từ 129, Safari từ 17), hoặc trang không mở qua https. Hãy tra cứu bằng mã in trên giấy.",

  status: "Tình trạng",
  status_valid: "Còn hiệu lực",
  status_revoked: "Đã bị thu hồi",
  status_reissued: "Đã được cấp lại bằng giấy khác",
  status_expired: "Đã hết hiệu lực",
  statusAsOf: "theo danh sách lúc {time}",
  statusUnknown: "Chưa biết. Trang không mang theo danh sách tình trạng của giấy này; hãy xem trang tra cứu.",
  openVerify: "Mở trang tra cứu của mã {serial}",
  serial: "Mã tra cứu",
  number: "Số",
  course: "Khóa học",
  issuer: "Cơ quan cấp",
  result: "Kết quả",
  completed: "Ngày hoàn thành",
  issued: "Cấp lúc",
  name: "Họ và tên cần so",
  nameHint: "Tệp không ghi họ tên, chỉ có dấu vết băm của họ tên. Nhập đúng từng dấu để so.",
  compare: "So họ tên",
  nameSame: "Đúng: giấy được cấp cho người có họ tên này.",
  nameDiffers: "Không trùng: giấy không được cấp cho người có họ tên này, hoặc họ tên nhập khác dấu.",

  credentialTitle: "Dạng dùng cho phần mềm",
  credentialText:
    "Giấy chứng nhận này cũng có dạng Open Badges 3.0, do hệ thống ký, không chứa số định danh cá nhân và họ tên đọc được.",
  credentialLink: "Tải tệp JSON",
  toFileCheck: "Kiểm tra một tệp PDF hoặc JSON ngay trong trình duyệt",
} as const;
