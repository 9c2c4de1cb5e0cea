import { COURSE, RECORD_PARTS } from "./record-parts";

/** What somebody's own data consist of, with the words that the file explains itself by: it is read without the platform. */
export interface OwnDataPart {
  title: string;
  says: string;
  /** Field → what it is called. */
  columns: Record<string, string>;
}

const ATTEMPT = { ...COURSE, attempt: "Lượt" };

const PARTS = {
  person: {
    title: "Thông tin trong danh sách cán bộ",
    says: "Những gì đơn vị đã nhập. Số định danh cá nhân được mã hóa khi lưu, ở đây chỉ ghi các chữ số cuối.",
    columns: {
      fullName: "Họ và tên",
      staffNumber: "Số hiệu",
      staffCategory: "Nhóm đối tượng",
      positionTitle: "Chức vụ, chức danh",
      unit: "Đơn vị",
      recruitedOn: "Ngày tuyển dụng",
      leftOn: "Ngày thôi làm việc",
      email: "Thư điện tử",
      personalId: "Số định danh cá nhân",
      createdAt: "Nhập vào hệ thống lúc",
      changedAt: "Thông tin nhân sự sửa lần cuối lúc",
    },
  },
  employments: {
    title: "Quá trình công tác",
    says: "Các vị trí đã ghi trong hệ thống. Ngày kết thúc là ngày đầu tiên không còn giữ vị trí đó.",
    columns: {
      unit: "Đơn vị",
      positionTitle: "Chức vụ, chức danh",
      validFrom: "Từ ngày",
      validTo: "Đến trước ngày",
      decisionNumber: "Theo quyết định số",
      decidedOn: "Ngày quyết định",
      endReason: "Lý do thôi việc, chuyển đi",
      endDecisionNumber: "Quyết định thôi việc, chuyển đi số",
      endDecidedOn: "Ngày quyết định thôi việc, chuyển đi",
      staffCategory: "Nhóm đối tượng khi giữ vị trí đã kết thúc",
      recordedAt: "Ghi vào hệ thống lúc",
    },
  },
  account: {
    title: "Tài khoản",
    says: "Mật khẩu chỉ được lưu dưới dạng băm, không ai đọc lại được, và không có trong tệp này.",
    columns: {
      identifier: "Tên đăng nhập",
      displayName: "Tên hiển thị",
      createdAt: "Tạo lúc",
      lastSignInAt: "Đăng nhập gần nhất",
      disabledAt: "Khóa lúc",
      noticeVersion: "Phiên bản thông báo dữ liệu đã đọc",
      noticeAt: "Đọc thông báo lúc",
    },
  },
  roles: {
    title: "Vai trò được giao",
    says: "Vai trò cho phép xem và xử lý dữ liệu trong phạm vi một đơn vị.",
    columns: { role: "Vai trò", unit: "Đơn vị", grantedAt: "Giao lúc", revokedAt: "Thu hồi lúc" },
  },
  sessions: {
    title: "Phiên đăng nhập đang mở",
    says: "Xóa khi đăng xuất hoặc khi hết hạn.",
    columns: { createdAt: "Bắt đầu", expiresAt: "Hết hạn", ip: "Địa chỉ mạng", userAgent: "Trình duyệt" },
  },
  enrolments: {
    title: "Các đợt học",
    says: "Mỗi dòng là một khóa học trong một đợt.",
    columns: {
      ...COURSE,
      version: "Phiên bản",
      required: "Bắt buộc",
      dueOn: "Hạn",
      createdAt: "Ghi lúc",
      startedAt: "Bắt đầu",
      completedAt: "Hoàn thành",
    },
  },
  lessons: {
    title: "Tiến độ bài học",
    says: "Câu trả lời ôn tập trong bài không được chấm điểm.",
    columns: {
      ...COURSE,
      lesson: "Bài học",
      openedAt: "Mở lần đầu",
      lastSeenAt: "Mở lần cuối",
      resumeAt: "Chỗ đọc dở",
      finishedAt: "Học xong",
      checks: "Câu trả lời ôn tập",
    },
  },
  packages: {
    title: "Học liệu SCORM",
    says: "Những gì học liệu tự ghi lại để lần sau học tiếp.",
    columns: {
      ...COURSE,
      lesson: "Bài học",
      status: "Trạng thái",
      scorePercent: "Kết quả (%)",
      seconds: "Số giây mà học liệu báo",
      kept: "Dữ liệu của học liệu",
      updatedAt: "Ghi lúc",
    },
  },
  attempts: {
    title: "Lượt làm bài kiểm tra",
    says: "Kết quả theo lần chấm mới nhất.",
    columns: {
      ...ATTEMPT,
      status: "Trạng thái",
      startedAt: "Bắt đầu",
      deadlineAt: "Hết giờ",
      submittedAt: "Nộp lúc",
      byTimer: "Tự nộp khi hết giờ",
      awaitsMarking: "Còn chờ chấm",
      percent: "Kết quả (%)",
      passed: "Đạt",
    },
  },
  answers: {
    title: "Câu trả lời trong các lượt làm bài",
    says: "Câu trả lời như hệ thống đã lưu, theo mã của phương án. Nội dung câu hỏi nằm ở phần tiếp theo.",
    columns: {
      ...ATTEMPT,
      question: "Mã câu hỏi",
      response: "Trả lời",
      marked: "Đánh dấu xem lại",
      tries: "Số lần kiểm tra",
      savedAt: "Lưu lúc",
    },
  },
  reviews: {
    title: "Xem lại bài đã nộp",
    says: "Đúng những gì trang kết quả cho xem vào lúc xuất dữ liệu; đáp án chỉ có khi quy định của bài kiểm tra đã cho xem.",
    columns: {
      ...ATTEMPT,
      number: "Câu",
      question: "Mã câu hỏi",
      stem: "Câu hỏi",
      outcome: "Kết quả",
      points: "Điểm",
      maxPoints: "Điểm tối đa",
      answer: "Trả lời và đáp án được xem",
      explanation: "Giải thích",
      comment: "Nhận xét của người chấm",
    },
  },
  attemptEvents: {
    title: "Xử lý đối với lượt làm bài",
    says: "Mở lại, cộng giờ, chấm lại và những việc khác mà cán bộ đã làm.",
    columns: { ...ATTEMPT, kind: "Việc", at: "Lúc", reason: "Lý do" },
  },
  remedials: {
    title: "Nội dung phải đọc lại",
    says: "Phần bài học phải đọc lại vì câu trả lời trong bài kiểm tra.",
    columns: { ...COURSE, lesson: "Bài học", question: "Mã câu hỏi", dueFrom: "Từ", doneAt: "Đọc xong" },
  },
  ...RECORD_PARTS,
  supplements: {
    title: "Phần học bổ sung",
    says: "Phần đã đổi của khóa học phải học thêm sau khi hoàn thành.",
    columns: { course: "Khóa học", title: "Tên", dueOn: "Hạn", doneAt: "Học xong", answers: "Trả lời" },
  },
  accommodations: {
    title: "Điều kiện riêng khi làm bài",
    says: "Những gì đã được cho phép, kể cả đã thu hồi.",
    columns: {
      course: "Khóa học",
      timeFactor: "Hệ số thời gian",
      untimed: "Không giới hạn thời gian",
      extraAttempts: "Số lượt thêm",
      closesOn: "Ngày cuối được làm bài",
      validFrom: "Áp dụng từ",
      validTo: "Áp dụng đến hết",
      reason: "Lý do",
      grantedAt: "Cho phép lúc",
      revokedAt: "Thu hồi lúc",
      revokeReason: "Lý do thu hồi",
    },
  },
  acknowledgements: {
    title: "Xác nhận đã đọc quy tắc ứng xử",
    says: "Mỗi dòng là một phiên bản quy tắc đã xác nhận.",
    columns: { title: "Quy tắc", version: "Phiên bản", at: "Lúc" },
  },
  reports: {
    title: "Góp ý về bài học",
    says: "Góp ý đã gửi và câu trả lời.",
    columns: {
      course: "Khóa học",
      lesson: "Bài học",
      quote: "Đoạn",
      text: "Nội dung",
      reportedAt: "Gửi lúc",
      state: "Trạng thái",
      answer: "Trả lời",
    },
  },
  requests: {
    title: "Đề nghị đính chính",
    says: "Đề nghị đã gửi và kết quả.",
    columns: {
      subject: "Về",
      text: "Nội dung",
      askedAt: "Gửi lúc",
      state: "Trạng thái",
      answer: "Trả lời",
      answeredAt: "Trả lời lúc",
    },
  },
  accesses: {
    title: "Ai đã xem hồ sơ",
    says: "Dòng có đơn vị là tệp của cả đơn vị; tệp đó có thể có hồ sơ này.",
    columns: { at: "Lúc", actorName: "Người xem", roles: "Vai trò", how: "Cách xem", unit: "Đơn vị trong tệp" },
  },
  jobs: {
    title: "Việc đã yêu cầu chạy nền",
    says: "Những việc lớn đã yêu cầu từ tài khoản này.",
    columns: { kind: "Việc", label: "Về", requestedAt: "Yêu cầu lúc", state: "Trạng thái", finishedAt: "Xong lúc" },
  },
  audit: {
    title: "Nhật ký",
    says: "Thao tác của tài khoản này và thao tác của người khác đối với hồ sơ này. Tên của người khác không có trong tệp.",
    columns: { at: "Lúc", action: "Việc", by: "Ai", subject: "Đối tượng", ip: "Địa chỉ mạng", changes: "Trước và sau" },
  },
} satisfies Record<string, OwnDataPart>;

export type OwnDataPartName = keyof typeof PARTS;
export const OWN_DATA_PARTS: Record<OwnDataPartName, OwnDataPart> = PARTS;
export const OWN_DATA_PART_NAMES = Object.keys(PARTS) as OwnDataPartName[];

export type OwnDataRow = Record<string, unknown>;
export type OwnData = Record<OwnDataPartName, OwnDataRow[]>;
