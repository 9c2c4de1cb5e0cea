/** The provincial agencies as they commonly stand after the reorganisation of 2025, with invented inner divisions. */
export interface DepartmentPlan {
  code: string;
  name: string;
  head: string;
  deputy: string;
  /** Relative size of the agency. */
  size: number;
  /** Code ending and name of each division; the first one is the office. */
  divisions: readonly (readonly [string, string])[];
  /** Public service units below the agency. */
  services?: readonly (readonly [string, string])[];
}

const DIRECTOR = { head: "Giám đốc Sở", deputy: "Phó Giám đốc Sở" };
const OFFICE = ["VP", "Văn phòng Sở"] as const;

export const DEPARTMENTS: readonly DepartmentPlan[] = [
  {
    code: "VPUBND",
    name: "Văn phòng Ủy ban nhân dân tỉnh",
    head: "Chánh Văn phòng",
    deputy: "Phó Chánh Văn phòng",
    size: 8,
    divisions: [
      ["HCQT", "Phòng Hành chính - Quản trị"],
      ["TH", "Phòng Tổng hợp"],
      ["KT", "Phòng Kinh tế"],
      ["KGVX", "Phòng Khoa giáo - Văn xã"],
      ["NC", "Phòng Nội chính"],
      ["TCD", "Ban Tiếp công dân"],
    ],
    services: [
      ["TTPVHCC", "Trung tâm Phục vụ hành chính công tỉnh"],
      ["TTCNTT", "Trung tâm Thông tin và Chuyển đổi số"],
    ],
  },
  {
    code: "SNV",
    name: "Sở Nội vụ",
    ...DIRECTOR,
    size: 8,
    divisions: [
      OFFICE,
      ["CCVC", "Phòng Công chức, viên chức"],
      ["TCBM", "Phòng Tổ chức bộ máy"],
      ["CCHC", "Phòng Cải cách hành chính"],
      ["XDCQ", "Phòng Xây dựng chính quyền"],
      ["LDVL", "Phòng Lao động, việc làm"],
      ["NCC", "Phòng Người có công"],
    ],
    services: [
      ["TTDVVL", "Trung tâm Dịch vụ việc làm"],
      ["TTLTLS", "Trung tâm Lưu trữ lịch sử"],
    ],
  },
  {
    code: "STC",
    name: "Sở Tài chính",
    ...DIRECTOR,
    size: 9,
    divisions: [
      OFFICE,
      ["NS", "Phòng Quản lý ngân sách"],
      ["TH", "Phòng Tổng hợp, quy hoạch"],
      ["DKKD", "Phòng Đăng ký kinh doanh"],
      ["GCS", "Phòng Quản lý giá và công sản"],
      ["DTC", "Phòng Đầu tư công"],
    ],
    services: [["TTXTDT", "Trung tâm Xúc tiến đầu tư và Hỗ trợ doanh nghiệp"]],
  },
  {
    code: "STP",
    name: "Sở Tư pháp",
    ...DIRECTOR,
    size: 4,
    divisions: [
      OFFICE,
      ["XDVB", "Phòng Xây dựng và Kiểm tra văn bản"],
      ["HCTP", "Phòng Hành chính tư pháp"],
      ["BTTP", "Phòng Bổ trợ tư pháp"],
      ["PBGD", "Phòng Phổ biến, giáo dục pháp luật"],
    ],
    services: [["TTTGPL", "Trung tâm Trợ giúp pháp lý nhà nước"]],
  },
  {
    code: "SCT",
    name: "Sở Công Thương",
    ...DIRECTOR,
    size: 6,
    divisions: [
      OFFICE,
      ["QLTM", "Phòng Quản lý thương mại"],
      ["QLCN", "Phòng Quản lý công nghiệp"],
      ["QLNL", "Phòng Quản lý năng lượng"],
      ["QLTT", "Chi cục Quản lý thị trường"],
    ],
    services: [["TTKC", "Trung tâm Khuyến công và Xúc tiến thương mại"]],
  },
  {
    code: "SNNMT",
    name: "Sở Nông nghiệp và Môi trường",
    ...DIRECTOR,
    size: 16,
    divisions: [
      OFFICE,
      ["TTBVTV", "Chi cục Trồng trọt và Bảo vệ thực vật"],
      ["CNTY", "Chi cục Chăn nuôi và Thú y"],
      ["TS", "Chi cục Thủy sản và Kiểm ngư"],
      ["KL", "Chi cục Kiểm lâm"],
      ["TL", "Chi cục Thủy lợi"],
      ["QLDD", "Phòng Quản lý đất đai"],
      ["MT", "Phòng Bảo vệ môi trường"],
      ["PTNT", "Phòng Phát triển nông thôn"],
    ],
    services: [
      ["TTKN", "Trung tâm Khuyến nông"],
      ["VPDKDD", "Văn phòng Đăng ký đất đai"],
      ["TTQTMT", "Trung tâm Quan trắc tài nguyên và môi trường"],
    ],
  },
  {
    code: "SXD",
    name: "Sở Xây dựng",
    ...DIRECTOR,
    size: 8,
    divisions: [
      OFFICE,
      ["QHKT", "Phòng Quy hoạch - Kiến trúc"],
      ["QLXD", "Phòng Quản lý xây dựng"],
      ["HTKT", "Phòng Hạ tầng kỹ thuật"],
      ["VT", "Phòng Quản lý vận tải"],
      ["NO", "Phòng Quản lý nhà và thị trường bất động sản"],
    ],
    services: [
      ["TTDK", "Trung tâm Đăng kiểm phương tiện"],
      ["CVDT", "Ban Quản lý bến phà, bến tàu"],
    ],
  },
  {
    code: "SKHCN",
    name: "Sở Khoa học và Công nghệ",
    ...DIRECTOR,
    size: 5,
    divisions: [
      OFFICE,
      ["KHCN", "Phòng Quản lý khoa học và công nghệ"],
      ["CDS", "Phòng Chuyển đổi số"],
      ["BCVT", "Phòng Bưu chính, viễn thông"],
      ["TDC", "Phòng Tiêu chuẩn đo lường chất lượng"],
    ],
    services: [["TTUD", "Trung tâm Ứng dụng khoa học và công nghệ"]],
  },
  {
    code: "SVHTT",
    name: "Sở Văn hóa và Thể thao",
    ...DIRECTOR,
    size: 5,
    divisions: [
      OFFICE,
      ["VH", "Phòng Quản lý văn hóa và gia đình"],
      ["TDTT", "Phòng Quản lý thể dục thể thao"],
      ["DSVH", "Phòng Di sản văn hóa"],
      ["BCXB", "Phòng Báo chí, xuất bản"],
    ],
    services: [
      ["TVT", "Thư viện tỉnh"],
      ["BTT", "Bảo tàng tỉnh"],
      ["TTVH", "Trung tâm Văn hóa, nghệ thuật"],
      ["TTHLTT", "Trung tâm Huấn luyện và thi đấu thể thao"],
    ],
  },
  {
    code: "SDL",
    name: "Sở Du lịch",
    ...DIRECTOR,
    size: 3,
    divisions: [OFFICE, ["QLLH", "Phòng Quản lý lữ hành"], ["QHPT", "Phòng Quy hoạch, phát triển du lịch"]],
    services: [["TTXTDL", "Trung tâm Xúc tiến du lịch"]],
  },
  {
    code: "SGDDT",
    name: "Sở Giáo dục và Đào tạo",
    ...DIRECTOR,
    size: 5,
    divisions: [
      OFFICE,
      ["TCCB", "Phòng Tổ chức cán bộ"],
      ["MNTH", "Phòng Giáo dục mầm non - tiểu học"],
      ["TRH", "Phòng Giáo dục trung học"],
      ["GDTX", "Phòng Giáo dục nghề nghiệp - thường xuyên"],
      ["QLCL", "Phòng Quản lý chất lượng"],
    ],
  },
  {
    code: "SYT",
    name: "Sở Y tế",
    ...DIRECTOR,
    size: 5,
    divisions: [
      OFFICE,
      ["NVY", "Phòng Nghiệp vụ y"],
      ["NVD", "Phòng Nghiệp vụ dược"],
      ["TCCB", "Phòng Tổ chức cán bộ"],
      ["BTXH", "Phòng Bảo trợ xã hội, trẻ em"],
      ["ATTP", "Chi cục An toàn vệ sinh thực phẩm"],
    ],
  },
  {
    code: "SDTTG",
    name: "Sở Dân tộc và Tôn giáo",
    ...DIRECTOR,
    size: 3,
    divisions: [OFFICE, ["DT", "Phòng Chính sách dân tộc"], ["TG", "Phòng Tôn giáo"]],
  },
  {
    code: "SNGV",
    name: "Sở Ngoại vụ",
    ...DIRECTOR,
    size: 2,
    divisions: [OFFICE, ["HTQT", "Phòng Hợp tác quốc tế"], ["BG", "Phòng Quản lý biên giới"]],
  },
  {
    code: "TTRT",
    name: "Thanh tra tỉnh",
    head: "Chánh Thanh tra tỉnh",
    deputy: "Phó Chánh Thanh tra tỉnh",
    size: 6,
    divisions: [
      ["VP", "Văn phòng Thanh tra"],
      ["NV1", "Phòng Nghiệp vụ 1"],
      ["NV2", "Phòng Nghiệp vụ 2"],
      ["NV3", "Phòng Nghiệp vụ 3"],
      ["PCTN", "Phòng Nghiệp vụ phòng, chống tham nhũng"],
    ],
  },
  {
    code: "BQLKKT",
    name: "Ban Quản lý Khu kinh tế tỉnh",
    head: "Trưởng ban",
    deputy: "Phó Trưởng ban",
    size: 4,
    divisions: [
      ["VP", "Văn phòng Ban"],
      ["QHXD", "Phòng Quy hoạch, xây dựng và môi trường"],
      ["DTDN", "Phòng Quản lý đầu tư và doanh nghiệp"],
    ],
  },
];
