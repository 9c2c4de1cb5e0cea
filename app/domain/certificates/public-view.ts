import { z } from "zod";
import { EXPIRY_CLASSES, REISSUE_CLASSES, REVOCATION_CLASSES } from "./history";
import { registerEntry } from "./number";
import { certificatePaper } from "./paper";
import type { FoundCertificate } from "./verification";

const day = z.iso.date();

/**
 * What `GET /api/v1/certificates/{serial}` answers, for anybody who holds the paper: what stands printed on it, whether it holds and
 * since when. Nothing that the paper does not show.
 */
export const publicCertificate = z.object({
  serial: z.string().describe("Mã tra cứu, as printed"),
  status: z.enum(["valid", "revoked", "expired", "replaced"]),
  since: z.iso.datetime().describe("The instant from which the status holds"),
  reasonClass: z
    .enum([...new Set([...REVOCATION_CLASSES, ...REISSUE_CLASSES, ...EXPIRY_CLASSES])] as [string, ...string[]])
    .nullable()
    .describe("Why it no longer holds; null while it does or where nobody said"),
  replacedByNumber: z.string().nullable().describe("The number of the certificate that was issued in its place"),
  validUntil: day.nullable().describe("The last day on which it holds, as printed; null: without end"),
  printed: z.object({
    title: z.string(),
    number: z.string(),
    registerNumber: z.string(),
    issuerParent: z.string(),
    issuer: z.string(),
    legalBasis: z.string().nullable(),
    fullName: z.string(),
    position: z.string(),
    unit: z.string(),
    course: z.string(),
    studyForm: z.string(),
    duration: z.string(),
    startedOn: day,
    completedOn: day,
    result: z.string(),
    place: z.string(),
    issuedOn: day,
    signerTitle: z.string(),
    signerName: z.string(),
    digitallySigned: z.boolean(),
    verifyLink: z.string(),
  }),
});
export type PublicCertificate = z.infer<typeof publicCertificate>;

/** RFC 9457: what could not be answered, and why. */
export const certificateProblem = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.union([z.literal(400), z.literal(404), z.literal(429)]),
  detail: z.string(),
  code: z.enum(["malformed-serial", "unknown-serial", "too-many-requests"]),
  because: z.enum(["empty", "length", "letters", "check"]).optional(),
});
export type CertificateProblem = z.infer<typeof certificateProblem>;

export function publicView(found: FoundCertificate): PublicCertificate {
  const { facts } = found;
  const paper = certificatePaper(facts);
  return {
    serial: found.serial,
    status: found.kind,
    since: found.since.toISOString(),
    reasonClass: found.reasonClass,
    replacedByNumber: found.replacedByNumber,
    validUntil: facts.expiresOn ?? null,
    printed: {
      title: paper.title,
      number: facts.number,
      registerNumber: registerEntry(facts.registerNumber),
      issuerParent: facts.issuerParentName,
      issuer: facts.issuerName,
      legalBasis: facts.legalBasis,
      fullName: facts.fullName,
      position: facts.positionTitle,
      unit: facts.unitName,
      course: facts.courseName,
      studyForm: facts.studyForm,
      duration: facts.duration,
      startedOn: facts.startedOn,
      completedOn: facts.completedOn,
      result: facts.result,
      place: facts.place,
      issuedOn: facts.issuedOn,
      signerTitle: facts.signerTitle,
      signerName: facts.signerName,
      digitallySigned: facts.digitallySigned,
      verifyLink: paper.checkLink,
    },
  };
}

/** For descriptions of the interface. */
export const PUBLIC_CERTIFICATE_EXAMPLE: PublicCertificate = {
  serial: "CM26-7Q4D-X9KM-2PTB",
  status: "valid",
  since: "2026-11-23T05:00:00.000Z",
  reasonClass: null,
  replacedByNumber: null,
  validUntil: null,
  printed: {
    title: "GIẤY CHỨNG NHẬN HOÀN THÀNH",
    number: "0001/GCN-SNV",
    registerNumber: "0001",
    issuerParent: "Ủy ban nhân dân tỉnh An Giang",
    issuer: "Sở Nội vụ",
    legalBasis: "Quyết định số 1847/QĐ-TTg ngày 27/12/2018",
    fullName: "Nguyễn Thị Quỳnh Hương",
    position: "Chuyên viên",
    unit: "Phòng Công chức, viên chức, Sở Nội vụ",
    course: "Văn hóa công vụ và quy tắc ứng xử",
    studyForm: "Trực tuyến",
    duration: "2 giờ 30 phút",
    startedOn: "2026-11-02",
    completedOn: "2026-11-23",
    result: "Đạt (92,5%)",
    place: "An Giang",
    issuedOn: "2026-11-23",
    signerTitle: "Giám đốc",
    signerName: "Trần Văn Bình",
    digitallySigned: false,
    verifyLink: "https://hoctap.angiang.gov.vn/verify/CM26-7Q4D-X9KM-2PTB",
  },
};
