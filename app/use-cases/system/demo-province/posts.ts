import type { StaffCategory } from "~/domain/organization/staff-category";

export interface Post {
  title: string;
  category: StaffCategory;
}

/** Who leads a unit of a sort, how many stand beside, and who the others are (with weights). */
export interface PostPlan {
  head: Post;
  deputy: Post;
  /** Deputies for a full unit; small ones have fewer. */
  deputies: number;
  staff: readonly (readonly [Post, number])[];
}

const cadre = (title: string): Post => ({ title, category: "cadre" });
const civil = (title: string): Post => ({ title, category: "civil_servant" });
const employee = (title: string): Post => ({ title, category: "public_employee" });
const worker = (title: string): Post => ({ title, category: "contract_worker" });

const OFFICE_STAFF = [
  [civil("Chuyên viên"), 70],
  [civil("Chuyên viên chính"), 18],
  [civil("Cán sự"), 5],
  [civil("Kế toán"), 3],
  [civil("Văn thư viên"), 3],
] as const;
const SUPPORT = [
  [worker("Nhân viên văn thư"), 3],
  [worker("Lái xe"), 3],
  [worker("Nhân viên bảo vệ"), 2],
  [worker("Nhân viên phục vụ"), 2],
] as const;
const communeStaff = (...titles: [string, number][]) => [
  ...titles.map(([title, weight]) => [civil(title), weight] as const),
  [civil("Chuyên viên"), 40] as const,
];
const schoolStaff = (teacher: string, teachers: number) =>
  [
    [employee(teacher), teachers],
    [employee("Tổ trưởng chuyên môn"), 8],
    [employee("Nhân viên thư viện"), 2],
    [employee("Kế toán trường học"), 3],
    [employee("Nhân viên y tế học đường"), 2],
    [employee("Nhân viên văn thư"), 3],
    [worker("Nhân viên bảo vệ"), 1],
    [worker("Nhân viên phục vụ"), 1],
  ] as const;
const CLINIC_STAFF = [
  [employee("Bác sĩ"), 22],
  [employee("Điều dưỡng"), 42],
  [employee("Y sĩ"), 8],
  [employee("Hộ sinh"), 7],
  [employee("Dược sĩ"), 6],
  [employee("Kỹ thuật viên xét nghiệm"), 7],
  [employee("Kế toán viên"), 3],
  [employee("Hộ lý"), 4],
  [worker("Lái xe cứu thương"), 1],
  [worker("Nhân viên bảo vệ"), 1],
] as const;

export const POST_PLANS = {
  province: {
    head: cadre("Chủ tịch Ủy ban nhân dân tỉnh"),
    deputy: cadre("Phó Chủ tịch Ủy ban nhân dân tỉnh"),
    deputies: 4,
    staff: [[civil("Ủy viên Ủy ban nhân dân tỉnh"), 1]],
  },
  department: {
    head: civil("Giám đốc Sở"),
    deputy: civil("Phó Giám đốc Sở"),
    deputies: 4,
    staff: [[civil("Chuyên viên cao cấp"), 1]],
  },
  division: { head: civil("Trưởng phòng"), deputy: civil("Phó Trưởng phòng"), deputies: 2, staff: OFFICE_STAFF },
  office: {
    head: civil("Chánh Văn phòng"),
    deputy: civil("Phó Chánh Văn phòng"),
    deputies: 2,
    staff: [...OFFICE_STAFF, ...SUPPORT],
  },
  branch: {
    head: civil("Chi cục trưởng"),
    deputy: civil("Phó Chi cục trưởng"),
    deputies: 2,
    staff: [...OFFICE_STAFF, [civil("Kiểm soát viên"), 12]],
  },
  commune: {
    head: cadre("Chủ tịch Ủy ban nhân dân"),
    deputy: cadre("Phó Chủ tịch Ủy ban nhân dân"),
    deputies: 3,
    staff: [[cadre("Phó Chủ tịch Hội đồng nhân dân"), 1]],
  },
  communeOffice: {
    head: civil("Chánh Văn phòng HĐND và UBND"),
    deputy: civil("Phó Chánh Văn phòng HĐND và UBND"),
    deputies: 2,
    staff: [
      ...communeStaff(["Công chức Văn phòng - thống kê", 30], ["Công chức Tư pháp - hộ tịch", 12], ["Kế toán", 5]),
      ...SUPPORT,
    ],
  },
  communeEconomy: {
    head: civil("Trưởng phòng"),
    deputy: civil("Phó Trưởng phòng"),
    deputies: 2,
    staff: communeStaff(
      ["Công chức Tài chính - kế toán", 20],
      ["Công chức Địa chính - nông nghiệp - môi trường", 25],
      ["Công chức Địa chính - xây dựng", 15],
    ),
  },
  communeCulture: {
    head: civil("Trưởng phòng"),
    deputy: civil("Phó Trưởng phòng"),
    deputies: 2,
    staff: communeStaff(["Công chức Văn hóa - xã hội", 50]),
  },
  communeService: {
    head: civil("Giám đốc Trung tâm"),
    deputy: civil("Phó Giám đốc Trung tâm"),
    deputies: 1,
    staff: communeStaff(["Công chức Tư pháp - hộ tịch", 25]),
  },
  kindergarten: {
    head: employee("Hiệu trưởng"),
    deputy: employee("Phó Hiệu trưởng"),
    deputies: 2,
    staff: [...schoolStaff("Giáo viên mầm non", 78), [employee("Nhân viên nuôi dưỡng"), 6]],
  },
  primary: {
    head: employee("Hiệu trưởng"),
    deputy: employee("Phó Hiệu trưởng"),
    deputies: 2,
    staff: schoolStaff("Giáo viên tiểu học", 84),
  },
  secondary: {
    head: employee("Hiệu trưởng"),
    deputy: employee("Phó Hiệu trưởng"),
    deputies: 2,
    staff: schoolStaff("Giáo viên THCS", 84),
  },
  high: {
    head: employee("Hiệu trưởng"),
    deputy: employee("Phó Hiệu trưởng"),
    deputies: 3,
    staff: schoolStaff("Giáo viên THPT", 84),
  },
  station: {
    head: employee("Trưởng trạm"),
    deputy: employee("Phó Trưởng trạm"),
    deputies: 1,
    staff: [
      [employee("Điều dưỡng"), 30],
      [employee("Y sĩ"), 25],
      [employee("Hộ sinh"), 18],
      [employee("Bác sĩ"), 12],
      [employee("Dược sĩ"), 10],
      [employee("Dân số viên"), 6],
    ],
  },
  hospital: { head: employee("Giám đốc"), deputy: employee("Phó Giám đốc"), deputies: 3, staff: CLINIC_STAFF },
  ward: { head: employee("Trưởng khoa"), deputy: employee("Phó Trưởng khoa"), deputies: 2, staff: CLINIC_STAFF },
  service: {
    head: employee("Giám đốc"),
    deputy: employee("Phó Giám đốc"),
    deputies: 2,
    staff: [
      [employee("Viên chức chuyên môn"), 70],
      [employee("Kế toán viên"), 6],
      [employee("Văn thư viên"), 6],
      [employee("Kỹ thuật viên"), 14],
      [worker("Lái xe"), 1],
      [worker("Nhân viên bảo vệ"), 1],
    ],
  },
} as const satisfies Record<string, PostPlan>;

export type PostPlanName = keyof typeof POST_PLANS;

/** The posts of a unit of that many people, the leading ones first; `pick` chooses among the staff. */
export function postsFor(plan: PostPlan, size: number, pick: (staff: PostPlan["staff"]) => Post): Post[] {
  const deputies = Math.min(plan.deputies, Math.floor((size - 1) / 4) + (size > 2 ? 1 : 0));
  return Array.from({ length: size }, (_, index) =>
    index === 0 ? plan.head : index <= deputies ? plan.deputy : pick(plan.staff),
  );
}
