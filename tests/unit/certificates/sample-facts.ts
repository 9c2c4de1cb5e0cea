import type { CertificateFacts } from "~/domain/certificates/facts";

export const sampleFacts: CertificateFacts = {
  issuerParentName: "Ủy ban nhân dân tỉnh An Giang",
  issuerName: "Sở Nội vụ",
  number: "0001/GCN-SNV",
  registerNumber: 1,
  serial: "CM26-7Q4D-X9KM-2PTB",
  fullName: "Nguyễn Thị Quỳnh Hương",
  positionTitle: "Chuyên viên",
  unitName: "Phòng Công chức, viên chức, Sở Nội vụ",
  courseName: "Văn hóa công vụ và quy tắc ứng xử",
  studyForm: "Trực tuyến",
  duration: "2 giờ 30 phút",
  startedOn: "2026-11-02",
  completedOn: "2026-11-23",
  issuedOn: "2026-11-23",
  place: "An Giang",
  result: "Đạt (92,5%)",
  signerTitle: "Giám đốc",
  signerName: "Trần Văn Bình",
  legalBasis: "Quyết định số 1847/QĐ-TTg ngày 27/12/2018",
  digitallySigned: false,
  verifyAddress: "https://hoctap.angiang.gov.vn/verify",
};

/** Everything as long as it could ever be. */
export const longFacts: CertificateFacts = {
  ...sampleFacts,
  issuerParentName: "Ủy ban nhân dân tỉnh An Giang, cơ quan chủ quản của các đơn vị sự nghiệp công lập trực thuộc",
  issuerName: "Trung tâm Bồi dưỡng cán bộ, công chức, viên chức và người lao động tỉnh An Giang",
  number: "123456/GCN-TTBDCBCCVCNLĐ",
  fullName: "Công Tằng Tôn Nữ Thị Ngọc Phương Thảo Nguyên Bảo Trân Huyền Khánh Quỳnh Anh",
  positionTitle: "Phó Trưởng phòng phụ trách Phòng Kinh tế, Hạ tầng và Đô thị kiêm Trưởng Ban Quản lý dự án",
  unitName:
    "Trung tâm Phục vụ hành chính công đặc khu Phú Quốc, Văn phòng Hội đồng nhân dân và Ủy ban nhân dân đặc khu Phú Quốc, tỉnh An Giang",
  courseName:
    "Bồi dưỡng văn hóa công vụ, đạo đức công vụ và quy tắc ứng xử của cán bộ, công chức, viên chức và người lao động trong các cơ quan hành chính nhà nước, đơn vị sự nghiệp công lập trên địa bàn tỉnh An Giang năm 2026",
  studyForm: "Trực tuyến kết hợp tự nghiên cứu có hướng dẫn",
  signerTitle: "KT. Giám đốc, Phó Giám đốc phụ trách Trung tâm Bồi dưỡng cán bộ, công chức, viên chức",
  signerName: "Công Tằng Tôn Nữ Thị Ngọc Phương Thảo",
  legalBasis:
    "Quyết định số 1847/QĐ-TTg ngày 27/12/2018 của Thủ tướng Chính phủ và Kế hoạch số 999/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh An Giang",
};
