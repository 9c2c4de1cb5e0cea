/**
 * Names of communes for the demo. The counts are those of the province since 1 July 2025 (85 xã, 14 phường, 3 đặc khu);
 * the names are illustrative, taken from places of the region, and make no claim to be the official list.
 */
export const WARDS = [
  "Rạch Giá", "Long Xuyên", "Châu Đốc", "Hà Tiên", "Tân Châu", "Tịnh Biên", "Bình Đức", "Mỹ Thới", "Vĩnh Tế", "Long Phú",
  "Thới Sơn", "Chi Lăng", "Tô Châu", "Vĩnh Thông",
] as const;

export const SPECIAL_ZONES = ["Phú Quốc", "Thổ Châu", "Kiên Hải"] as const;

export const RURAL_COMMUNES = [
  "An Biên", "An Châu", "An Cư", "An Minh", "An Phú", "Ba Chúc", "Bình An", "Bình Giang", "Bình Hòa", "Bình Mỹ", "Bình Sơn",
  "Bình Thạnh Đông", "Cần Đăng", "Châu Phong", "Châu Phú", "Châu Thành", "Chợ Mới", "Chợ Vàm", "Cô Tô", "Cù Lao Giêng", "Đông Hòa",
  "Đông Hưng", "Đông Thái", "Định Hòa", "Định Mỹ", "Giang Thành", "Giồng Riềng", "Gò Quao", "Hòa Điền", "Hòa Hưng", "Hòa Lạc",
  "Hòa Thuận", "Hòn Đất", "Hòn Nghệ", "Hội An", "Khánh Bình", "Kiên Lương", "Long Điền", "Long Kiến", "Long Thạnh", "Mỹ Đức",
  "Mỹ Hòa Hưng", "Mỹ Thuận", "Ngọc Chúc", "Nhơn Hội", "Nhơn Mỹ", "Núi Cấm", "Óc Eo", "Ô Lâm", "Phú An", "Phú Hòa", "Phú Hữu",
  "Phú Lâm", "Phú Tân", "Sơn Hải", "Sơn Kiên", "Tân An", "Tân Hiệp", "Tân Hội", "Tân Thạnh", "Tây Phú", "Tây Yên", "Thạnh Đông",
  "Thạnh Hưng", "Thạnh Lộc", "Thạnh Mỹ Tây", "Thoại Sơn", "Tiên Hải", "Tri Tôn", "U Minh Thượng", "Vân Khánh", "Vĩnh An",
  "Vĩnh Bình", "Vĩnh Điều", "Vĩnh Gia", "Vĩnh Hanh", "Vĩnh Hậu", "Vĩnh Hòa", "Vĩnh Hòa Hưng", "Vĩnh Phong", "Vĩnh Thạnh Trung",
  "Vĩnh Thuận", "Vĩnh Trạch", "Vĩnh Tuy", "Vĩnh Xương",
] as const;

/** Names that schools carry all over the country. */
export const SCHOOL_NAMES = {
  kindergarten: ["Hoa Mai", "Hoa Sen", "Hướng Dương", "Sơn Ca", "Họa Mi", "Măng Non", "Vành Khuyên", "Ánh Dương", "Tuổi Thơ", "Bông Sen"],
  primary: ["Nguyễn Du", "Kim Đồng", "Lê Văn Tám", "Võ Thị Sáu", "Nguyễn Thái Bình", "Trần Quốc Toản", "Lê Hồng Phong", "Bùi Thị Xuân"],
  secondary: ["Nguyễn Trãi", "Phan Chu Trinh", "Hùng Vương", "Lý Thường Kiệt", "Nguyễn Bỉnh Khiêm", "Trần Hưng Đạo"],
  high: ["Nguyễn Hiền", "Thủ Khoa Nghĩa", "Nguyễn Trung Trực", "Thoại Ngọc Hầu", "Nguyễn Quang Diêu", "Lê Quý Đôn", "Chu Văn An"],
} as const;
