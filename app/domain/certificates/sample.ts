import { type CertificateFacts, composeFacts, type PrintedIssuer } from "./facts";
import { certificateNumber } from "./number";

/** A certificate of nobody, to look at a template: its serial is none that could be issued. */
export function sampleFacts(input: { issuer: PrintedIssuer; verifyAddress: string; now: Date }): CertificateFacts {
  const { issuer, verifyAddress, now } = input;
  return composeFacts({
    issuer,
    verifyAddress,
    completion: {
      fullName: "Nguyễn Thị Quỳnh Hương",
      positionTitle: "Chuyên viên",
      unitName: "Phòng Công chức, viên chức",
      unitPathNames: "UBND tỉnh › Sở Nội vụ › Phòng Công chức, viên chức",
      startedAt: new Date(now.getTime() - 14 * 24 * 60 * 60 * 1000),
      completedAt: now,
      scorePercent: 92.5,
      courseName: "Văn hóa công vụ và quy tắc ứng xử của cán bộ, công chức, viên chức",
      studyForm: "Trực tuyến",
      minutes: 150,
      legalBasis: null,
    },
    entry: {
      registerNumber: 1,
      number: certificateNumber(1, issuer.issuerCode || "…"),
      serial: "CM00-MAU-XEM-TRUOC",
      issuedAt: now,
    },
  });
}
