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

  // Dữ liệu cá nhân
  privacyTitle: "Thông báo xử lý dữ liệu cá nhân",
  privacyLead: "Những dữ liệu mà hệ thống lưu, mục đích lưu, người được xem và quyền của người có dữ liệu.",
  privacyController: "Cơ quan quản lý dữ liệu: {agency}.",
  privacyControllerMissing: "Cơ quan quản lý dữ liệu chưa được khai báo trong cấu hình.",
  privacyDataTitle: "Dữ liệu được lưu và mục đích",
  privacyData: "Dữ liệu",
  privacyPurpose: "Mục đích",
  privacyStaff: "Họ và tên, số hiệu, đơn vị, chức vụ, nhóm đối tượng, ngày tuyển dụng, thư điện tử công vụ (nếu có)",
  privacyStaffWhy: "Giao đúng khóa học cho đúng người; ghi trên giấy chứng nhận và báo cáo của đơn vị",
  privacyPersonalId: "Số định danh cá nhân (nếu đơn vị nhập)",
  privacyPersonalIdWhy:
    "Tránh lập trùng hồ sơ. Được mã hóa khi lưu, chỉ hiện vài chữ số cuối, không in trên giấy chứng nhận",
  privacyAccount: "Tên đăng nhập, mật khẩu dưới dạng băm, lần đăng nhập gần nhất",
  privacyAccountWhy: "Đăng nhập. Không ai đọc lại được mật khẩu",
  privacySession: "Địa chỉ mạng và tên trình duyệt của các phiên đăng nhập đang mở",
  privacySessionWhy: "Bảo vệ tài khoản; xóa khi phiên kết thúc hoặc hết hạn",
  privacyProgress: "Bài học đã mở, đã hoàn thành, vị trí đọc gần nhất và câu trả lời ôn tập trong bài",
  privacyProgressWhy: "Học tiếp từ chỗ đang dở và xét hoàn thành. Câu trả lời ôn tập không được chấm điểm",
  privacyAttempts: "Đề, câu trả lời, kết quả và thời điểm của các lượt làm bài kiểm tra",
  privacyAttemptsWhy: "Chấm bài, cho xem lại kết quả, giải quyết khiếu nại",
  privacyResults: "Kết quả hoàn thành và giấy chứng nhận",
  privacyResultsWhy: "Chứng minh việc đã học; tra cứu bằng mã in trên giấy",
  privacyAudit: "Nhật ký các thao tác làm thay đổi dữ liệu, kèm người thực hiện, thời điểm, địa chỉ mạng",
  privacyAuditWhy: "Kiểm tra, bảo vệ hệ thống và truy vết sai sót",
  privacyNotTitle: "Những gì hệ thống không làm",
  privacyNotTrack: "Không ghi lại từng lần nhấp chuột, thời gian xem từng giây, không theo dõi ở ngoài trang này.",
  privacyNotCamera: "Không dùng máy quay, không thu âm, không yêu cầu ảnh giấy tờ tùy thân.",
  privacyNotShare: "Không gửi dữ liệu cho bên thứ ba, không nhúng quảng cáo hay công cụ thống kê của bên ngoài.",
  privacyCookiesTitle: "Cookie",
  privacyCookies:
    "Hệ thống chỉ dùng cookie cần thiết: phiên đăng nhập, lựa chọn hiển thị và một thông báo ngắn sau khi gửi biểu mẫu.",
  privacyWhoTitle: "Người được xem",
  privacyWho:
    "Người có dữ liệu xem được toàn bộ kết quả học tập của mình. Cán bộ nhân sự và người đứng đầu chỉ xem được người thuộc phạm vi đơn vị được giao. Trang tra cứu giấy chứng nhận chỉ hiện những gì đã in trên giấy.",
  privacyRightsTitle: "Quyền của người có dữ liệu",
  privacyRights:
    "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 quy định các quyền được biết, xem, chỉnh sửa, yêu cầu xóa hoặc hạn chế xử lý, phản đối, khiếu nại. Yêu cầu được gửi đến đầu mối hỗ trợ ghi ở cuối trang. Kết quả hoàn thành, giấy chứng nhận và nhật ký không bị sửa đè: khi có sai sót, bản đính chính được ghi thêm.",

  preferencesSaved: "Đã lưu lựa chọn hiển thị.",
} as const;
