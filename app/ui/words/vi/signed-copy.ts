export const signedCopy = {
  title: "Bản đã ký số của cơ quan",
  lead: "Giấy chứng nhận số {number} của {name}, khóa học {course}.",
  howTitle: "Cách làm",
  how1: "Tải bản PDF hệ thống đã cấp.",
  how2: "Ký số tệp đó bằng chứng thư số của cơ quan (chữ ký số chuyên dùng công vụ), không sửa nội dung, không thêm ghi chú hay hình vẽ lên trang.",
  how3: "Tải tệp đã ký lên đây. Hệ thống kiểm tra tệp là đúng giấy đã cấp và chữ ký phủ toàn bộ tệp.",
  issued: "Tải bản hệ thống đã cấp (PDF)",
  file: "Tệp PDF đã ký số",
  fileHint: "Tệp .pdf, tối đa 5 MB.",
  upload: "Kiểm tra và lưu bản đã ký",
  again: "Thay bằng bản đã ký khác",
  againHint: "Bản tải lên sau được dùng thay bản trước; bản trước vẫn được lưu.",
  done: "Đã lưu bản đã ký số.",
  issuedSigned: "Bản hệ thống cấp đã mang chữ ký số. Vẫn có thể tải lên bản có thêm chữ ký của cơ quan.",
  closed: "Giấy chứng nhận này đã bị thu hồi hoặc được cấp lại, nên không nhận thêm bản đã ký.",

  currentTitle: "Bản đã ký đang dùng",
  none: "Chưa có bản nào do cơ quan ký số.",
  download: "Tải bản đã ký số (PDF)",
  signer: "Người ký",
  organization: "Cơ quan ghi trên chứng thư",
  issuer: "Nơi cấp chứng thư",
  time: "Thời điểm ký",
  timeStated: "{time} (theo phần mềm ký, không có dấu thời gian)",
  timeStamped: "{time} (theo dấu thời gian của tổ chức cung cấp dịch vụ)",
  timeUnknown: "Tệp không cho biết",
  covers: "Phạm vi chữ ký",
  coversWhole: "Chữ ký phủ toàn bộ tệp, giá trị băm khớp",
  same: "Đúng là giấy đã cấp",
  same_prefix: "Có. Nguyên vẹn từng byte của bản hệ thống cấp, chữ ký được thêm phía sau.",
  same_text:
    "Có, so theo chữ. Phần mềm ký đã ghi lại tệp, nên chỉ so được toàn bộ chữ trên trang và mã tra cứu, không so từng byte.",
  chain: "Chứng thư có đáng tin",
  "chain_not-checked":
    "Chưa kiểm tra. Máy chủ chưa được cấu hình chứng thư gốc (SIGNING_ROOTS); tên người ký là do chứng thư tự ghi.",
  chain_trusted: "Có, do chứng thư gốc đã cấu hình cấp. Không hỏi danh sách chứng thư bị thu hồi.",
  "chain_not-trusted": "Không. Chứng thư không do chứng thư gốc nào đã cấu hình cấp, hoặc đã hết hạn khi ký.",
  uploaded: "Tải lên",
  uploadedBy: "{time}, {name}",

  refusedTitle: "Chưa lưu tệp này",
  "refused_no-file": "Chưa chọn tệp PDF đã ký số.",
  "refused_too-large": "Tệp lớn hơn 5 MB. Hãy ký lại từ bản PDF hệ thống đã cấp.",
  "refused_not-a-pdf":
    "Tệp không phải PDF đọc được. Hãy chọn tệp .pdf mà phần mềm ký đã lưu, không đặt mật khẩu mở tệp.",
  "refused_same-as-issued": "Đây chính là bản hệ thống đã cấp, chưa có chữ ký của cơ quan. Hãy ký số tệp rồi tải lên.",
  "refused_other-document":
    "Chữ trên trang không trùng với giấy chứng nhận {number}. Hãy tải đúng bản hệ thống đã cấp, ký, và không sửa gì.",
  "refused_drawn-over":
    "Có ghi chú hoặc hình vẽ đặt lên trang ngoài chữ ký. Hãy ký lại từ bản hệ thống đã cấp, không thêm gì lên trang.",
  "refused_no-signature": "Tệp không có chữ ký số mới. Hãy ký số tệp rồi tải lên.",
  "refused_signature-format":
    "Chữ ký có dạng không đọc được. Hãy ký theo dạng PAdES hoặc PKCS #7 (adbe.pkcs7.detached).",
  "refused_signature-wrong": "Chữ ký không khớp với tệp: tệp đã bị sửa sau khi ký, hoặc chữ ký bị hỏng. Hãy ký lại.",
  "refused_digest-not-accepted":
    "Chữ ký dùng hàm băm không còn an toàn (như SHA-1). Hãy chọn SHA-256 trong phần mềm ký rồi ký lại.",
  "refused_not-whole":
    "Sau chữ ký còn phần được thêm vào tệp mà chữ ký không phủ tới. Hãy tải lên tệp ngay sau khi ký, không lưu lại bằng chương trình khác.",
  "refused_not-in-force": "Giấy chứng nhận này đã bị thu hồi hoặc được cấp lại trong lúc đó.",

  ownTitle: "Bản cơ quan ký số",
  ownText: "Cơ quan đã ký số giấy này: {signer}, {time}.",
} as const;
