export const lesson = {
  objectives: "Sau bài học",
  legalBasis: "Căn cứ pháp lý",
  article: "Điều {article}",
  reviewed: "Rà soát ngày {date}, {reviewer}. Rà soát lại trước ngày {again}.",
  check: "Câu hỏi ôn tập",
  checkHint: "Không tính điểm, có thể chọn lại nhiều lần.",
  checkAnswer: "Xem nhận xét",
  checkAgain: "Chọn lại",
  checkRight: "Đúng",
  checkWrong: "Chưa đúng",
} as const;
