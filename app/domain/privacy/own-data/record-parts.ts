export const COURSE = { course: "Khóa học", cycle: "Đợt" };

/** The parts that are a record for good, and their history. */
export const RECORD_PARTS = {
  completions: {
    title: "Kết quả hoàn thành",
    says: "Có đủ mọi bản ghi: bản số 0 là bản đầu, số lớn hơn là bản đính chính.",
    columns: {
      ...COURSE,
      revision: "Bản số",
      completedAt: "Hoàn thành",
      recordedAt: "Ghi nhận",
      fullName: "Họ và tên khi đó",
      positionTitle: "Chức vụ khi đó",
      unit: "Đơn vị khi đó",
      startedAt: "Bắt đầu",
      dueOn: "Hạn",
      onTime: "Đúng hạn",
      scorePercent: "Kết quả (%)",
      attemptsUsed: "Số lượt đã dùng",
      because: "Căn cứ",
      reason: "Lý do đính chính",
    },
  },
  recognised: {
    title: "Kết quả học ở nơi khác được công nhận",
    says: "Quyết định công nhận do bộ phận nhân sự ghi vào hồ sơ.",
    columns: {
      ...COURSE,
      decisionNumber: "Số quyết định",
      decidedOn: "Ngày quyết định",
      issuer: "Cơ quan ban hành",
      learned: "Nội dung đã học",
      recordedAt: "Ghi nhận",
    },
  },
  objections: {
    title: "Ý kiến về minh chứng đánh giá",
    says: "Ý kiến đã gửi trong các kỳ đánh giá và trả lời của bộ phận nhân sự.",
    columns: {
      period: "Kỳ đánh giá",
      about: "Về dòng",
      reason: "Ý kiến",
      madeAt: "Gửi lúc",
      verdict: "Kết luận",
      answer: "Trả lời",
      answeredAt: "Trả lời lúc",
    },
  },
  certificates: {
    title: "Giấy chứng nhận",
    says: "Nội dung như đã in. Các tệp PDF đã cấp nằm trong thư mục giay-chung-nhan; tệp nào thiếu thì được nêu ở phần tiếp theo.",
    columns: { number: "Số", serial: "Mã tra cứu", ...COURSE, issuedAt: "Cấp lúc", facts: "Nội dung in" },
  },
  missingFiles: {
    title: "Tệp giấy chứng nhận bị thiếu",
    says: "Những tệp PDF đã được lập nhưng kho lưu trữ của hệ thống không còn giữ được nguyên vẹn, nên không có trong tệp này. Giấy và nội dung đã ghi không thay đổi vì việc này. Để nhận lại tệp, đề nghị gửi số giấy và mã tra cứu cho cơ quan đã cấp.",
    columns: {
      number: "Số",
      serial: "Mã tra cứu",
      issuer: "Cơ quan đã cấp",
      file: "Tên tệp bị thiếu",
      why: "Tình trạng",
    },
  },
  certificateEvents: {
    title: "Lịch sử giấy chứng nhận",
    says: "Cấp, thu hồi, hết hạn, cấp lại.",
    columns: { number: "Số", kind: "Việc", at: "Lúc", reason: "Lý do" },
  },
};
