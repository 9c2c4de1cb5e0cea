export const signals = {
  title: "Dấu hiệu cần xem",
  open: "Dấu hiệu cần xem",
  lead: "Đây là dấu hiệu để trao đổi, không phải kết luận; hệ thống không ghi hình, không theo dõi bàn phím.",
  leadMore:
    "Làm giống nhau có nhiều lý do bình thường: cùng học một tài liệu, cùng hiểu nhầm một điểm, cùng làm bài trong một phòng. Nên hỏi chuyện trước; trang này không có trong bản xuất và không dùng để đánh giá, xếp loại.",
  from: "Nộp từ ngày",
  to: "đến ngày",
  show: "Xem",
  clear: "Bỏ lọc theo ngày",
  allUnits: "Xem tất cả đơn vị",

  clusters: "Bài giống nhau, nộp cùng lúc",
  clustersLead:
    "Những bài của cùng một đơn vị, nộp cách nhau không quá {seconds} giây, trả lời giống hệt ở mọi câu chung (ít nhất {shared} câu), trong đó ít nhất {wrong} câu cùng sai. Cùng đúng thì không nói lên điều gì.",
  unit: "Đơn vị",
  time: "Lúc nộp",
  count: "Số bài",
  countOfPeople: "{count} bài của {people} người",
  same: "Giống nhau",
  sameText: "Ít nhất {shared} câu, trong đó {wrong} câu cùng sai",
  people: "Người làm bài",
  notNamed: "Không hiện tên",
  noClusters: "Chưa thấy dấu hiệu nào",
  noClustersText:
    "Không có bài nào của cùng một đơn vị vừa nộp cùng lúc vừa sai giống hệt nhau trong khoảng ngày đã chọn.",
  cut: "Có rất nhiều bài nộp gần nhau, trang chỉ so những bài mới nhất. Chọn khoảng ngày ngắn hơn để xem đủ.",

  pace: "Nhịp làm bài theo đơn vị",
  paceLead:
    "Khi bài được làm, hoặc bài học được lướt qua, nhanh hơn tốc độ đọc có thể có, hệ thống hỏi thêm ba câu. Đó không phải là lỗi. Đơn vị dưới {least} người không hiện số.",
  paceUnit: "Đơn vị (cả trực thuộc)",
  pacePeople: "Số người",
  pacePapers: "Bài đã nộp",
  paperPace: "Hỏi thêm vì làm bài quá nhanh",
  lessonPace: "Hỏi thêm vì lướt bài học",
  rate: "{count} ({percent})",
  few: "dưới {least} người",
  hidden: "không hiện, để không suy ra đơn vị nhỏ",
  noPapers: "Chưa có bài nào được nộp trong khoảng ngày đã chọn.",
  noPaceCheck: "Bài kiểm tra này không xét nhịp làm bài.",
} as const;
