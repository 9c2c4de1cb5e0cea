import type { EvidencePerson, EvidenceRow } from "~/domain/evaluation/evidence";
import type { ReportSource, ReportWords } from "~/domain/official-reports/report";

export const row = (change: Partial<EvidenceRow> = {}): EvidenceRow => ({
  key: "course:a:2026@2026-01-01",
  kind: "course",
  positionTitle: "Chuyên viên",
  partFrom: "2026-01-01",
  partTo: "2026-12-31",
  courseSlug: "van-hoa-cong-vu",
  courseTitle: "Văn hóa công vụ",
  cycle: "2026",
  versionNumber: 1,
  legalBasis: "Quyết định số 1847/QĐ-TTg",
  required: true,
  assignedOn: "2026-09-01",
  dueOn: "2026-10-31",
  status: "completed",
  completedOn: "2026-10-12",
  onTime: true,
  bestScore: 92.5,
  attempts: 1,
  certificateNumber: "0001/GCN-SNV",
  certificateSerial: "7K2M9QXR4T",
  certificateStatus: "valid",
  origin: "earned",
  originNote: null,
  revision: 0,
  criteria: ["I.1", "I.2"],
  contested: false,
  changedAt: "2026-10-12T03:00:00.000Z",
  ...change,
});

export const person = (unit: string, change: Partial<EvidencePerson> = {}): EvidencePerson => ({
  officialId: "9c858901-8a57-4791-81fe-4c455b099bc9",
  fullName: "Nguyễn Văn Ân",
  sortName: "an nguyen van",
  staffNumber: "CB000001",
  staffCategory: "civil_servant",
  personalIdMasked: "xxx xxx xxx 234",
  unitId: "3b241101-e2bb-4255-8caf-4136c566a962",
  unitCode: unit,
  unitName: `Đơn vị ${unit}`,
  unitPath: `AG/${unit}`,
  unitsAbove: "UBND tỉnh An Giang",
  parts: [{ positionTitle: "Chuyên viên", from: "2026-01-01", to: "2026-12-31" }],
  contested: false,
  changedAt: "2026-10-12T03:00:00.000Z",
  rows: [row()],
  ...change,
});

export const words: ReportWords = {
  place: "An Giang",
  symbol: "SNV",
  signedOn: null,
  signerTitle: "Giám đốc",
  signerName: "Trần Thị Minh Nguyệt",
  recipients: "Ủy ban nhân dân tỉnh (để báo cáo)\nLãnh đạo Sở\nLưu: VT, TCCB",
};

export const source: ReportSource = {
  agency: { name: "Sở Nội vụ", parentName: "Ủy ban nhân dân tỉnh An Giang" },
  unitName: "UBND tỉnh An Giang",
  wholeAgency: true,
  period: { title: "Năm 2026", fromOn: "2026-01-01", toOn: "2026-12-31", cutOffOn: "2026-11-30" },
  asOf: new Date("2026-11-30T17:00:00Z"),
  criteria: [
    { code: "I.1", name: "Phẩm chất chính trị, đạo đức, văn hóa thực thi công vụ" },
    { code: "I.2", name: "Ý thức kỷ luật, kỷ cương trong thực thi công vụ" },
  ],
  templates: [
    {
      title: "Phiếu theo dõi, đánh giá công chức (Mẫu số 01)",
      legalBasis: "Nghị định số 335/2025/NĐ-CP ngày 21/12/2025",
    },
  ],
  snapshot: {
    id: "0a1b2c3d-8a57-4791-81fe-4c455b099bc9",
    root: "4f0c2e6f0b8d5a1c9e7f3b2d6a8c4e0f1b3d5f7a9c2e4068a1b3c5d7e9f00112",
    publicKey: "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
    signature: "MEUCIQDx0J4vT0n0y1b8mVt0Jm0S8p5mS7r0m2l5v9w3dQ6kXQ==",
    madeAt: new Date("2026-12-01T02:30:00Z"),
    seal: { number: 12, root: "aa11bb22cc33dd44ee55ff6600112233445566778899aabbccddeeff00112233" },
  },
};
