export type Weighted = readonly (readonly [string, number])[];

/** "Nguyễn 300, Trần 120": names with how common they are among each other. */
function weighted(list: string): Weighted {
  return list.split(",").map((entry) => {
    const words = entry.trim().split(/\s+/);
    return [words.slice(0, -1).join(" "), Number(words.at(-1))] as const;
  });
}

/** How common names are in the Mekong delta, roughly; invented people only. Khmer families are part of the province. */
export const FAMILY_NAMES = weighted(`
  Nguyễn 300, Trần 120, Lê 100, Phạm 65, Huỳnh 75, Phan 45, Võ 50, Đặng 30, Bùi 20, Đỗ 18, Hồ 22, Ngô 18, Dương 20,
  Lý 12, Lâm 14, Trương 22, Đinh 8, Mai 9, Tô 6, Cao 9, Châu 7, Thái 8, La 3, Quách 4, Tạ 4, Đoàn 9, Hà 6, Trịnh 7,
  Lương 6, Tống 3, Kiều 3, Vương 3, Tăng 3, Lưu 5, Ông 1, Ưng 1, Danh 12, Chau 6, Thạch 4, Kim 3, Sơn 2, Tiêu 2,
  Từ 3, Vũ 8, Hoàng 10, Âu 1, Ân 1`);

export const MIDDLE_NAMES = {
  female: weighted(`
    Thị 300, Thị Ngọc 60, Thị Kim 60, Thị Thu 50, Thị Bích 35, Thị Hồng 45, Thị Mỹ 40, Thị Thanh 45, Thị Cẩm 30,
    Thị Ánh 15, Ngọc 60, Kim 40, Thanh 35, Mỹ 30, Bích 25, Huỳnh 12, Hoàng 12, Minh 14, Phương 20, Thùy 25,
    Diễm 15, Khánh 12, Tuyết 12, Yến 10`),
  male: weighted(`
    Văn 230, Hoàng 70, Minh 80, Thanh 70, Quốc 60, Hữu 50, Công 35, Đức 35, Ngọc 30, Thành 40, Trung 30, Tấn 40,
    Phước 20, Chí 25, Duy 25, Nhật 18, Anh 15, Gia 10, Bảo 10, Phúc 12, Trọng 18, Xuân 12, Vĩnh 8, Đình 12, Khắc 6,
    Thế 12`),
};

export const GIVEN_NAMES = {
  female: weighted(`
    Anh 30, Bình 8, Chi 14, Châu 12, Diễm 12, Diệu 10, Dung 22, Duyên 20, Đào 10, Giang 12, Hà 20, Hằng 24,
    Hạnh 22, Hiền 24, Hoa 22, Hồng 18, Hương 28, Huệ 12, Huyền 14, Khanh 8, Lan 26, Liên 16, Linh 28, Loan 20,
    Ly 12, Mai 22, My 14, Mỹ 6, Nga 20, Ngân 24, Ngọc 22, Nguyệt 12, Nhàn 8, Nhi 20, Nhung 18, Như 22, Oanh 14,
    Phượng 18, Phương 24, Quyên 18, Quỳnh 14, Sương 8, Tâm 14, Thảo 26, Thắm 8, Thơ 10, Thoa 8, Thu 16, Thúy 20,
    Thủy 18, Thư 18, Thương 10, Tiên 20, Trang 26, Trâm 20, Trân 16, Trinh 16, Trúc 18, Tuyền 18, Tuyết 16, Tú 8,
    Uyên 12, Vân 20, Vy 14, Xuân 12, Yến 20, Ý 4, Ái 3`),
  male: weighted(`
    An 14, Bảo 16, Bình 18, Chiến 8, Công 8, Cường 22, Danh 14, Dũng 22, Duy 20, Đạt 20, Đông 6, Đức 16, Giang 10,
    Hải 18, Hào 10, Hậu 16, Hiếu 18, Hiển 10, Hòa 12, Hoàng 16, Hùng 20, Huy 22, Hưng 12, Khải 10, Khang 16,
    Khánh 10, Khoa 18, Khôi 8, Kiệt 14, Lâm 12, Lộc 14, Long 18, Luân 12, Mẫn 6, Minh 16, Nam 16, Nghĩa 16,
    Nguyên 14, Nhân 16, Nhựt 10, Phát 16, Phong 18, Phú 12, Phúc 16, Phước 14, Quân 12, Quang 14, Quý 10, Sang 14,
    Sơn 14, Tài 16, Tâm 12, Tân 10, Thái 12, Thắng 14, Thành 18, Thiện 12, Thịnh 16, Thông 8, Thuận 12, Tiến 14,
    Toàn 14, Trí 14, Triết 6, Trọng 10, Trung 16, Trường 12, Tú 10, Tuấn 20, Tùng 10, Vinh 14, Vũ 14, Vương 6,
    Xuyên 3, Ân 6, Út 3`),
};
