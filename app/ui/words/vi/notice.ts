export const notice = {
  title: "Thông báo xử lý dữ liệu cá nhân",
  lead: "Những dữ liệu mà hệ thống lưu, mục đích, căn cứ, người được xem, thời hạn lưu và quyền của người có dữ liệu.",
  version: "Phiên bản {version}, áp dụng từ ngày {date}.",
  firstTime: "Thông báo này hiện ra một lần cho mỗi phiên bản. Sau này xem lại được ở cuối mỗi trang.",
  noConsent:
    "Đây là thông báo. Nút “Tôi đã đọc” chỉ ghi lại phiên bản và thời điểm đã đọc, không phải là sự đồng ý, và không có gì phụ thuộc vào nút đó.",
  read: "Tôi đã đọc",
  readOn: "Đã đọc lúc {at}.",
  later: "Để sau",
  thanks: "Đã ghi nhận việc đọc thông báo.",

  controllerTitle: "Cơ quan quản lý dữ liệu và đầu mối",
  controller: "Cơ quan quản lý dữ liệu: {agency}.",
  controllerMissing: "Cơ quan quản lý dữ liệu chưa được khai báo trong cấu hình.",
  address: "Địa chỉ",
  phone: "Điện thoại",
  email: "Thư điện tử",

  basisTitle: "Căn cứ",
  basis:
    "Dữ liệu được xử lý để cơ quan thực hiện nhiệm vụ được giao về quản lý và bồi dưỡng cán bộ, công chức, viên chức, người lao động. Căn cứ pháp lý cụ thể do cơ quan quản lý dữ liệu xác định và trả lời tại đầu mối nêu trên.",

  dataTitle: "Dữ liệu được lưu và mục đích",
  data: "Dữ liệu",
  purpose: "Mục đích",
  dataStaff: "Họ và tên, số hiệu, đơn vị, chức vụ, nhóm đối tượng, ngày tuyển dụng, thư điện tử công vụ (nếu có)",
  dataStaffWhy: "Giao đúng khóa học cho đúng người; ghi trên giấy chứng nhận và báo cáo của đơn vị",
  dataPersonalId: "Số định danh cá nhân (nếu đơn vị nhập)",
  dataPersonalIdWhy:
    "Tránh lập trùng hồ sơ. Được mã hóa khi lưu, chỉ hiện vài chữ số cuối, không in trên giấy chứng nhận",
  dataAccount: "Tên đăng nhập, mật khẩu dưới dạng băm, lần đăng nhập gần nhất",
  dataAccountWhy: "Đăng nhập. Không ai đọc lại được mật khẩu",
  dataSession: "Địa chỉ mạng và tên trình duyệt của các phiên đăng nhập đang mở",
  dataSessionWhy: "Bảo vệ tài khoản; xóa khi phiên kết thúc hoặc hết hạn",
  dataProgress: "Bài học đã mở, đã hoàn thành, vị trí đọc gần nhất và câu trả lời ôn tập trong bài",
  dataProgressWhy: "Học tiếp từ chỗ đang dở và xét hoàn thành. Câu trả lời ôn tập không được chấm điểm",
  dataAttempts: "Đề, câu trả lời, kết quả và thời điểm của các lượt làm bài kiểm tra",
  dataAttemptsWhy: "Chấm bài, cho xem lại kết quả, giải quyết khiếu nại",
  dataResults: "Kết quả hoàn thành và giấy chứng nhận",
  dataResultsWhy: "Chứng minh việc đã học; tra cứu bằng mã in trên giấy",
  dataAccess: "Ai đã mở hoặc xuất hồ sơ học tập, lúc nào, bằng cách nào",
  dataAccessWhy: "Để người có hồ sơ biết ai đã xem",
  dataAudit: "Nhật ký các thao tác làm thay đổi dữ liệu, kèm người thực hiện, thời điểm, địa chỉ mạng",
  dataAuditWhy: "Kiểm tra, bảo vệ hệ thống và truy vết sai sót",

  notTitle: "Những gì hệ thống không làm",
  notTrack:
    "Không ghi lại từng lần nhấp chuột, thời gian xem từng giây, không theo dõi ở ngoài trang này. Của mỗi bài học chỉ lưu lần mở đầu, lần mở cuối, chỗ đọc dở và lúc học xong.",
  notCamera: "Không dùng máy quay, không thu âm, không yêu cầu ảnh giấy tờ tùy thân.",
  notShare: "Không nhúng quảng cáo hay công cụ thống kê của bên ngoài.",

  cookiesTitle: "Cookie",
  cookies:
    "Hệ thống chỉ dùng cookie cần thiết: phiên đăng nhập, lựa chọn hiển thị và một thông báo ngắn sau khi gửi biểu mẫu.",

  whoTitle: "Người được xem",
  who: "Người có dữ liệu xem được toàn bộ kết quả học tập của mình. Cán bộ nhân sự và người đứng đầu chỉ xem được người thuộc phạm vi đơn vị được giao. Trang tra cứu giấy chứng nhận chỉ hiện những gì đã in trên giấy.",
  whoLogged:
    "Mỗi lần người khác mở hồ sơ của một người hoặc xuất tệp của đơn vị được ghi lại, và người có hồ sơ xem được danh sách đó.",
  whoOutside: "Hệ thống khác của cơ quan chỉ nhận được dữ liệu khi quản trị viên đã cấp quyền kết nối.",

  keptTitle: "Thời hạn lưu",
  kept: "Dữ liệu",
  keptFor: "Lưu trong",
  keptRecord:
    "Hồ sơ học tập (kết quả, bài làm, giấy chứng nhận, nhật ký) được lưu theo quy định về hồ sơ, lưu trữ mà cơ quan áp dụng; hệ thống không tự xóa.",

  rightsTitle: "Quyền của người có dữ liệu và cách thực hiện",
  rights:
    "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 quy định các quyền được biết, xem, chỉnh sửa, yêu cầu xóa hoặc hạn chế xử lý, phản đối, khiếu nại. Trong “Hồ sơ của tôi”, mục “Dữ liệu của tôi”:",
  rightView: "xem và tải toàn bộ dữ liệu của mình;",
  rightLooked: "xem ai đã xem hồ sơ của mình;",
  rightCorrect: "gửi đề nghị đính chính và theo dõi kết quả.",
  rightsOther:
    "Yêu cầu khác được gửi đến đầu mối nêu trên. Kết quả hoàn thành, giấy chứng nhận và nhật ký không bị sửa đè: khi có sai sót, bản đính chính được ghi thêm.",
} as const;
